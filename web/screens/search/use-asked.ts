import { useState } from "react";
import { useLocation, useSearch } from "wouter";
import { type Narrowing, rememberedAs } from "../../../shared/search/remembered.ts";

export interface Asked extends Narrowing {
  typed: string;
}

/**
 * What is looked for. The address has it too, so that it can be shared and come back to, but not at every letter:
 * browsers count how often a page changes its address.
 */
export function useAsked() {
  const [path, navigate] = useLocation();
  const search = useSearch();
  const [asked, setAsked] = useState<Asked>(() => askedIn(search));
  const write = (next: Asked) => {
    const address = addressOf(next);
    if (address !== search) navigate(address === "" ? path : `${path}?${address}`, { replace: true });
  };
  return {
    asked,
    /** Letters as they are typed. */
    type: (typed: string) => setAsked((now) => ({ ...now, typed })),
    /** Another filter, or a search chosen whole. */
    ask(change: Partial<Asked>) {
      const next = { ...asked, ...change };
      setAsked(next);
      write(next);
    },
    /** Before the page is left, or typing paused. */
    settle: () => write(asked),
  };
}

/** "q=retention&as=bet" of an address as what is asked; what it does not know is left out. */
export function askedIn(search: string): Asked {
  const params = new URLSearchParams(search);
  return {
    typed: params.get("q") ?? "",
    as: rememberedAs.find((one) => one === params.get("as")),
    cycleId: params.get("cycle") ?? undefined,
    memberId: params.get("member") ?? undefined,
  };
}

/** The other way round. Half a character becomes a sign for it: addresses hold none. */
export function addressOf({ typed, as, cycleId, memberId }: Asked): string {
  const params = new URLSearchParams();
  const said = { q: typed.trim().slice(0, 200), as, cycle: cycleId, member: memberId };
  for (const [name, value] of Object.entries(said)) if (value) params.set(name, value);
  return params.toString();
}
