import { iso, minute } from "../calendar.ts";
import type { Receipt } from "../services.ts";
import type { Check } from "./check.ts";
import { obstacle } from "./due-at.ts";
import type { Line, Post } from "./ledger.ts";
import { mayBeReached, memberAt } from "./people.ts";

/** A device takes messages until its push service says that it is over. */
export function endPhones({ phones, services }: Check["year"]): void {
  const byEndpoint = new Map(phones.map((one) => [one.endpoint, one]));
  for (const { endpoint, at, told } of services.receipts) {
    const phone = byEndpoint.get(endpoint);
    if (told === "gone" && phone !== undefined) phone.until = Math.min(phone.until, at + 1);
  }
}

/** What the push services saw agrees with what the ledger says, and with what was right at every single try. */
export function checkDeliveries(check: Check, lines: readonly Line[], posts: readonly Post[]): void {
  const { year, breach } = check;
  const tries = new Map<string, Receipt[]>();
  for (const one of year.services.receipts)
    tries.set(one.deliveryId, [...(tries.get(one.deliveryId) ?? []), one]);
  const byId = new Map(lines.map((one) => [one.id, one]));
  const known = new Set(posts.map((one) => one.id));
  for (const id of tries.keys()) if (!known.has(id)) breach("nothing but what is in the ledger", id);
  for (const post of posts) {
    const line = byId.get(post.reminderId)!;
    const own = tries.get(post.id) ?? [];
    const name = `${line.kind} ${line.memberId} ${line.occurrenceOn}`;
    for (const [index, one] of own.entries()) tried(check, line, one, own[index - 1], name);
    checkOnce(check, own, name);
    if (!isTold(check, post, line, own))
      breach("the ledger says what happened", `${name} ${post.state} ${post.reason}: ${words(own)}`);
  }
}

function tried({ year, breach }: Check, line: Line, one: Receipt, before: Receipt | undefined, name: string) {
  const when = `${name} tried at ${iso(one.at)}`;
  const member = memberAt(year, line.memberId, one.at);
  const phone = year.phones.find((other) => other.endpoint === one.endpoint);
  if (phone === undefined || one.at < phone.from || one.at >= phone.until)
    breach("none to revoked devices", when);
  if (member === undefined || !mayBeReached(member, one.at))
    breach("none in quiet hours or on days off", when);
  const why = obstacle(year.facts, line, one.at);
  if (why.length > 0) breach("none to who was done or away", `${when}: ${why.join(", ")}`);
  const patience = (before?.retryAfter ?? 0) * 1000;
  if (before !== undefined && one.at < before.at + patience) breach("as patient as was asked", when);
  if (one.at + 1000 > Math.max(one.expiresAt, line.untilAt)) breach("none after its life", when);
}

/** Taken once, but for answers nobody heard; and then under the same Topic and tag, so that the phone shows one. */
function checkOnce({ breach }: Check, own: readonly Receipt[], name: string): void {
  const heard = own.filter((one) => one.taken && one.told === "accepted");
  const last = own.at(-1);
  if (heard.length > 1 || (heard.length === 1 && last !== heard[0]))
    breach("none twice", `${name}: ${words(own)}`);
  if (new Set(own.map((one) => `${one.topic} ${one.tag}`)).size > 1) breach("the same Topic each time", name);
}

function isTold({ year, until, lived }: Check, post: Post, line: Line, own: readonly Receipt[]): boolean {
  const last = own.at(-1);
  switch (post.state) {
    case "accepted":
      return last?.told === "accepted" && last.taken;
    case "gone":
      return (
        last?.told === "gone" ||
        year.phones.some((one) => one.endpoint === post.endpoint && one.until < Number.POSITIVE_INFINITY)
      );
    case "failed":
      if (post.reason === "refused") return last?.told === "failed";
      return post.reason === "expired" && last?.told !== "accepted";
    case "skipped": {
      const looks = lived.looks.filter((at) => at >= post.dueAt && at < post.dueAt + 13 * 60 * minute);
      return looks.some((at) => isSkipped(year, post, line, at));
    }
    case "retry":
    case "planned":
      return post.dueAt > until - 10 * minute || last?.told === "retry";
    default:
      return post.dueAt > until - 10 * minute;
  }
}

function isSkipped({ facts }: Check["year"], { reason }: Post, line: Line, at: number): boolean {
  if (reason === "late") return at >= line.untilAt;
  const preferences = facts.find("member", line.memberId, at)?.preferences;
  if (reason === "push-off" || reason === "switched-off") return preferences !== undefined;
  if (reason === "snoozed") return preferences?.snoozedUntil !== undefined;
  return obstacle(facts, line, at).includes(reason as "done") || reason === "no-time";
}

function words(own: readonly Receipt[]): string {
  return own.map((one) => `${iso(one.at).slice(5, 19)} ${one.told}${one.taken ? " (taken)" : ""}`).join(", ");
}
