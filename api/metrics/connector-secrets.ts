import type { Draft } from "../../shared/metrics/connector.ts";
import { Refused } from "../errors.ts";
import type { Secrets } from "./connector-seal.ts";

type Typed = Pick<Draft, "url" | "headers">;

/**
 * Address and headers as they will be kept: what was typed, and for what was left out what is kept already. A kept value
 * goes only to the server it was typed for, so that nobody reads it by pointing the address at their own. Refuses
 * `invalid_request` with the field.
 */
export function withKept({ url: typed, headers }: Typed, kept: Secrets | undefined): Secrets {
  const url = typed ?? kept?.url;
  if (url === undefined) throw new Refused("invalid_request", { field: "url" });
  const stays = kept !== undefined && originOf(kept.url) === originOf(url);
  return {
    url,
    headers: headers.map(({ name, value }) => {
      const before = kept?.headers.find((one) => one.name.toLowerCase() === name.toLowerCase());
      const filled = value ?? (stays ? before?.value : undefined);
      if (filled === undefined) throw new Refused("invalid_request", { field: `headers.${name}` });
      return { name, value: filled };
    }),
  };
}

/** What of an address anybody may see: no query, which may hold a key. */
export function shownAddress(url: string): { address: string; hidden: boolean } {
  const { origin, pathname, search } = new URL(url);
  return { address: `${origin}${pathname === "/" && search === "" ? "" : pathname}`, hidden: search !== "" };
}

function originOf(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).origin : undefined;
}
