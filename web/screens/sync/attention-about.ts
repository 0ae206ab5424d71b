import type { RowOf } from "../../../shared/sync/mutation.ts";
import { localDate } from "../../../shared/time/local-date.ts";
import type { AttentionItem } from "../../store/attention.ts";
import { type Reader, useLive } from "../../store/live.ts";
import { useSession } from "../../store/session.ts";
import { formatWeekday } from "../../ui/day.ts";
import { refusalWords } from "../../ui/refusal.ts";
import { attentionSubject } from "./attention-words.ts";

/** What an item is about, as far as this phone still knows it. */
export interface About {
  keyResult?: RowOf<"key-result"> | undefined;
  metric?: RowOf<"metric"> | undefined;
  /** Who owns the key result now, when that is somebody else. */
  newOwner?: RowOf<"member"> | undefined;
  /** The local day on which it stopped being mine. */
  movedOn?: string | undefined;
}

/** The item's key result or metric and its owner. Undefined until read. */
export function useAbout(item: AttentionItem): About | undefined {
  const session = useSession();
  const me = session.state === "signed-in" ? session.memberId : "";
  return useLive((read) => about(read, item, me), [item.id, me]);
}

/** Why it was not accepted, with the names in it where they are known. */
export function causeOf(item: AttentionItem, { newOwner, movedOn }: About): string {
  if (newOwner === undefined || !isTheirs(item)) return refusalWords(item.code, "attention").happened;
  const first = firstName(newOwner.name);
  if (item.code === "reassigned" && movedOn !== undefined)
    return `This key result moved to ${first} on ${formatWeekday(movedOn)}, before this reached the server.`;
  return `This key result belongs to ${first}.`;
}

/** Refused because the key result is somebody else's now: then the text belongs in their hands. */
export function isTheirs({ code, name }: AttentionItem): boolean {
  return (
    name === "check-in.record" && (code === "reassigned" || code === "not_owner" || code === "forbidden")
  );
}

const final: ReadonlySet<AttentionItem["code"]> = new Set([
  "not_a_member",
  "undecodable",
  "wrong_actor",
  "cycle_closed",
  "not_author",
  "amend_too_late",
  "already_resolved",
  "nothing_owed",
] as const);

/** Nothing that is written differently would be accepted; its words are all there is to save. */
export function isFinal({ code }: AttentionItem): boolean {
  return final.has(code);
}

export function firstName(name: string): string {
  return name.trim().split(/\s+/)[0] ?? name;
}

async function about(read: Reader, item: AttentionItem, me: string): Promise<About> {
  const { checkInId, anomalyId } = item.args;
  const id =
    attentionSubject(item.args) ??
    (await subjectOfCheckIn(read, checkInId)) ??
    (await subjectOfAnomaly(read, anomalyId));
  if (id === undefined) return {};
  const keyResult = await read.get("key-result", id);
  if (keyResult === undefined) return { metric: await read.get("metric", id) };
  const [owner, mine] = await Promise.all([read.get("member", keyResult.ownerId), read.get("member", me)]);
  const until = keyResult.previousOwners.findLast((one) => one.memberId === me)?.untilAt;
  return {
    keyResult,
    newOwner: owner !== undefined && owner.id !== me && owner.state === "active" ? owner : undefined,
    movedOn: until === undefined ? undefined : localDate(until, mine?.zone ?? "UTC"),
  };
}

async function subjectOfCheckIn(read: Reader, checkInId: unknown): Promise<string | undefined> {
  if (typeof checkInId !== "string") return undefined;
  return (await read.get("check-in", checkInId))?.keyResultId;
}

async function subjectOfAnomaly(read: Reader, anomalyId: unknown): Promise<string | undefined> {
  if (typeof anomalyId !== "string") return undefined;
  return (await read.get("anomaly", anomalyId))?.series.id;
}
