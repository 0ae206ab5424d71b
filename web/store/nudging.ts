import { nudgeHours } from "../../shared/check-ins/nudge.ts";
import { occurrenceAt } from "../../shared/check-ins/occurrence.ts";
import { debtNow } from "../../shared/check-ins/owed.ts";
import type { RowOf } from "../../shared/sync/mutation.ts";
import { localDate } from "../../shared/time/local-date.ts";
import { useDrafted } from "./drafted.ts";
import { type Reader, useLive, useNow } from "./live.ts";
import { may } from "./may.ts";
import { useMemberId } from "./me.ts";
import { mutate, newId, type Saved } from "./mutate.ts";

/** Asking a key result's owner for the check-in they owe: whether I may, and who has asked. */
export interface Nudging {
  owner: string;
  /** A check-in is owed, and it is not my own to do. */
  mayAsk: boolean;
  /** Who asked last within the present occurrence, and from when it may be asked for again (ISO). */
  last?: { by: string; at: string; note?: string; againAt: string };
  /** What is to be said with it; survives leaving. */
  note: string;
  setNote(note: string): void;
  /** Works offline; the owner is told once it has reached the server. */
  ask(): Promise<Saved>;
}

const quarterHour = 900_000;

/** Undefined until read, and where nothing is owed. */
export function useNudging(keyResultId: string): Nudging | undefined {
  const me = useMemberId();
  const now = useNow();
  const found = useLive(
    (read) => readNudging(read, keyResultId, me, now),
    [keyResultId, me, Math.floor(now / quarterHour)],
  );
  const drafted = useDrafted(`nudge ${keyResultId}`, found ? { note: "" } : undefined);
  if (!found || drafted === undefined) return undefined;
  const { note } = drafted.value;
  return {
    ...found,
    note,
    setNote: (text) => drafted.set({ note: text }),
    async ask() {
      const said = note.trim();
      const id = newId();
      const saved = await mutate("nudge.send", { id, keyResultId, ...(said === "" ? {} : { note: said }) });
      if (saved.saved) await drafted.drop();
      return saved;
    },
  };
}

/** The same inside a query; `now` in milliseconds. Null where nothing is owed. */
export async function readNudging(read: Reader, keyResultId: string, me: string, now: number) {
  const keyResult = await read.get("key-result", keyResultId);
  if (keyResult === undefined || keyResult.state !== "committed") return null;
  const [cycle, owner, [workspace], checkIns, nudges] = await Promise.all([
    read.get("cycle", keyResult.cycleId),
    read.get("member", keyResult.ownerId),
    read.list("workspace"),
    read.list("check-in", keyResultId),
    read.list("nudge", keyResultId),
  ]);
  if (cycle?.state !== "running" || owner === undefined || workspace === undefined) return null;
  const on = localDate(now, owner.zone);
  const occurrence = occurrenceAt(workspace.rhythm, on);
  if (debtNow(keyResult, cycle, occurrence, on, checkIns) === undefined) return null;
  const last = lastOf(nudges, occurrence.opensOn, owner.zone);
  const asker = last && (await read.get("member", last.by));
  const againAt = last && new Date(Date.parse(last.at) + nudgeHours * 3_600_000).toISOString();
  return {
    owner: owner.name,
    mayAsk:
      owner.id !== me && owner.state === "active" && (await may(read, me, ["nudge.send", { keyResultId }])),
    ...(last && againAt
      ? {
          last: {
            by: asker?.name ?? "Somebody",
            at: last.at,
            againAt,
            ...(last.note ? { note: last.note } : {}),
          },
        }
      : {}),
  };
}

/** The last one of those asked for since a day of the owner's. */
export function lastOf(nudges: readonly RowOf<"nudge">[], since: string, zone: string) {
  return nudges
    .filter((one) => localDate(one.at, zone) >= since)
    .sort((a, b) => (a.at < b.at ? -1 : 1))
    .at(-1);
}
