import { createHash } from "node:crypto";
import type { Feed, MadeFeed } from "../../shared/channels/feed.ts";
import { calendarText } from "../../shared/channels/ics.ts";
import { rhythmCalendar } from "../../shared/channels/rhythm-calendar.ts";
import { viewOf } from "../../shared/reminders/view.ts";
import { uuidv7 } from "../../shared/sync/uuid.ts";
import { iso } from "../../shared/time/instant.ts";
import { Refused } from "../errors.ts";
import type { PeopleDeps } from "../people/people-deps.ts";
import { countChange, countTry } from "../people/rate-limit.ts";
import { hashOf, mintSecret } from "../people/secret.ts";
import type { Membership } from "../people/signed.ts";
import { loadRows } from "../reminders/snapshot-store.ts";
import * as store from "./calendar-store.ts";

type Place = Pick<Membership, "workspaceId" | "memberId">;

const day = 86_400_000;
const back = 31 * day;
const ahead = 190 * day;
/** How exactly the settings say when a calendar was last read. */
const noted = 10 * 60_000;

/** Whether somebody has a calendar, and when one of their programs read it last. */
export async function feedOf({ database }: PeopleDeps, { workspaceId, memberId }: Place): Promise<Feed> {
  const [one] = await store.feedsOf(database, workspaceId, memberId);
  if (one === undefined) return {};
  return {
    createdAt: one.createdAt,
    ...(one.lastReadAt === undefined ? {} : { lastReadAt: one.lastReadAt }),
  };
}

/** Makes a calendar's address, which is in this answer and nowhere else; an earlier one ends with it. */
export async function makeFeed(deps: PeopleDeps, { workspaceId, memberId }: Place): Promise<MadeFeed> {
  const { database, now, bytes, origin, log } = deps;
  await countChange(deps, "calendar", memberId);
  await endFeed(deps, { workspaceId, memberId });
  const secret = mintSecret(bytes);
  const createdAt = iso(now());
  const id = uuidv7(now(), bytes(10));
  await store.replaceFeed(database, { id, workspaceId, memberId, createdAt }, hashOf(secret));
  log.info("calendar.made", { feedId: id, workspaceId, memberId });
  return { url: `${origin()}/api/calendar/${secret}.ics`, createdAt };
}

export async function endFeed(deps: PeopleDeps, { workspaceId, memberId }: Place): Promise<void> {
  const { database, revocations, now } = deps;
  const ids = (await store.feedsOf(database, workspaceId, memberId)).map((one) => one.id);
  if (ids.length === 0) return;
  revocations.append(iso(now()), "calendar", ids);
  await store.deleteFeeds(database, workspaceId, memberId);
  deps.log.info("calendar.ended", { workspaceId, memberId });
}

/**
 * The calendar an address opens, with a tag that changes only with its text. Wrong, ended and a removed member's cannot
 * be told apart: `not_found`. Readers are counted by their own address and by the calendar's.
 */
export async function readFeed(
  deps: PeopleDeps,
  file: string,
  address: string,
): Promise<{ text: string; tag: string }> {
  const [, secret] = /^([\w-]{24})\.ics$/.exec(file) ?? [];
  if (secret === undefined) throw new Refused("not_found");
  await countTry(deps, "calendar", address, secret);
  const { database, now, origin } = deps;
  const found = await store.findFeed(database, hashOf(secret));
  if (found === undefined) throw new Refused("not_found");
  const at = now();
  const rows = await loadRows(database, found.workspaceId, iso(at - back).slice(0, 10));
  const view = viewOf(rows);
  const member = view?.members.get(found.memberId);
  if (view === undefined || member?.state !== "active") throw new Refused("not_found");
  if (found.lastReadAt === undefined || at - Date.parse(found.lastReadAt) > noted)
    await store.noteRead(database, found.id, iso(at));
  // From the start of a day, so that two looks on one day read the same.
  const today = Math.floor(at / day) * day;
  const span = { from: iso(today - back), to: iso(today + ahead) };
  const text = calendarText({
    name: `Northing · ${view.workspace.name}`,
    madeAt: found.createdAt,
    events: rhythmCalendar(view, { member, ...span, origin: origin() }),
  });
  return { text, tag: `"${createHash("sha256").update(text).digest("base64url")}"` };
}
