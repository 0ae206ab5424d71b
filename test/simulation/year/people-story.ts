import { dropDevice } from "../../../api/push/subscription-store.ts";
import { reportSnooze } from "../../../api/reminders/reports.ts";
import { defaultPreferences } from "../../../shared/people/preferences.ts";
import { hour, iso, minute, plusDays } from "./calendar.ts";
import { addPhone, join, type Someone, subscribe, zones } from "./company.ts";
import { today } from "./quarters.ts";
import type { Programme } from "./story.ts";
import type { Phone } from "./year.ts";

/** What people do to themselves and their phones: holidays, moves, other hours, new phones, lost ones, coming, leaving. */
export function peopleToday(programme: Programme): void {
  const { chance } = programme.year;
  for (const [likely, act] of habits)
    if (chance.one(likely)) programme.at(programme.changing, "everything", () => act(programme));
  for (const [likely, act] of quietHabits)
    if (chance.one(likely)) programme.at(programme.sometime(), "nothing", () => act(programme));
}

type Act = (programme: Programme) => Promise<unknown>;

/** How likely on a day. */
const habits: [number, Act][] = [
  [0.9, away],
  [0.12, moveZone],
  [0.25, otherHours],
  [0.9, dayOff],
  [0.12, snoozeAll],
  [0.04, arrive],
  [0.04, leave],
  [0.08, changeSquads],
];

const quietHabits: [number, Act][] = [
  [0.15, newPhone],
  [0.15, phoneDies],
  [0.05, signOut],
  [0.05, unsubscribe],
  [0.9, snoozeMessage],
];

function anybody({ year, company }: Programme, from = 1): Someone {
  const { facts, clock, chance } = year;
  const there = company.people
    .slice(from)
    .filter((one) => facts.find("member", one.memberId, clock.now)?.state === "active");
  return chance.pick(there);
}

async function away(programme: Programme) {
  const { year } = programme;
  const [{ memberId }, delegate] = [anybody(programme), anybody(programme, 4)];
  if (delegate.memberId === memberId) return;
  const untilOn = plusDays(today(year), 2 + year.chance.below(14));
  await year.tell(memberId, "member.set-delegate", {
    memberId,
    delegate: { memberId: delegate.memberId, untilOn },
  });
}

async function moveZone(programme: Programme) {
  const { memberId } = anybody(programme);
  await programme.year.tell(memberId, "member.set-zone", {
    memberId,
    zone: programme.year.chance.pick(zones),
  });
}

async function otherHours(programme: Programme) {
  const { year } = programme;
  const { chance } = year;
  const { memberId } = anybody(programme);
  const times = ["08:00", "09:00", "10:00", null] as const;
  const quiet = {
    from: chance.pick(["17:00", "20:00", "22:30"]),
    to: chance.pick(["06:00", "07:45", "09:15"]),
  };
  const changes = chance.pick([
    { checkInTime: chance.pick(times) },
    { focusTime: chance.pick(times) },
    { metricCheckTime: chance.pick(times) },
    ...[{ quiet }, { quiet }, { quiet }],
    { workdays: chance.pick([null, [1, 2, 3, 4], [2, 4], [1, 3, 5, 6]]) },
  ]);
  await year.tell(memberId, "member.set-preferences", { memberId, ...changes });
}

async function dayOff(programme: Programme) {
  const { year } = programme;
  const { memberId } = anybody(programme);
  const { daysOff } = year.facts.find("member", memberId, year.clock.now)?.preferences ?? defaultPreferences;
  const first = plusDays(today(year), year.chance.below(20));
  const days = [0, 1, 2, 3, 4].slice(0, 1 + year.chance.below(5)).map((one) => plusDays(first, one));
  const all = [...new Set([...daysOff, ...days])];
  await year.tell(memberId, "member.set-preferences", { memberId, daysOff: all });
}

async function snoozeAll(programme: Programme) {
  const { year } = programme;
  const { memberId } = anybody(programme);
  const snoozedUntil = iso(year.clock.now + (2 + year.chance.below(60)) * hour);
  await year.tell(memberId, "member.set-preferences", { memberId, snoozedUntil });
}

async function arrive(programme: Programme) {
  const { year, company } = programme;
  const one = await join(year, company.people.length);
  company.people.push(one);
  const squadId = year.chance.pick(company.squads);
  const { memberId } = one;
  await year.tell(company.ada.memberId, "squad.assign", { squadId, memberId, as: "member" });
}

async function leave(programme: Programme) {
  const { year, company } = programme;
  const { memberId } = anybody(programme, 4);
  await year.tell(company.ada.memberId, "member.remove", { memberId });
}

async function changeSquads(programme: Programme) {
  const { year, company } = programme;
  const { memberId } = anybody(programme, 4);
  const as = year.chance.pick(["member", "member", "pm", null] as const);
  const squadId = year.chance.pick(company.squads);
  await year.tell(company.ada.memberId, "squad.assign", { squadId, memberId, as });
}

async function newPhone(programme: Programme) {
  await addPhone(programme.year, anybody(programme));
}

function livePhone({ year }: Programme): Phone | undefined {
  const now = year.clock.now;
  const live = year.phones.filter((one) => one.until > now);
  return live.length === 0 ? undefined : year.chance.pick(live);
}

/** The push service will say so at the next message; weeks later its owner opens the app, and it takes messages again. */
async function phoneDies(programme: Programme) {
  const { year, at } = programme;
  const phone = livePhone(programme);
  if (phone === undefined) return;
  year.services.dead.add(phone.endpoint);
  if (year.chance.one(0.5)) return;
  at(year.clock.now + (5 + year.chance.below(500)) * hour + minute, "nothing", async () => {
    const [row] = await year.northing.database.read(
      `select gone_at from push_subscription s join device d on d.id = s.device_id
       where s.device_id = ? and d.revoked_at is null`,
      [phone.deviceId],
    );
    if (!row?.gone_at) return;
    const endpoint = `${phone.endpoint}-again`;
    await subscribe(year, { ...phone, endpoint, from: year.clock.now, until: Number.POSITIVE_INFINITY });
  });
}

/** One that subscribed again stands here twice, and ends twice. */
function endDevice({ phones, clock }: Programme["year"], { deviceId }: Phone): void {
  for (const one of phones) if (one.deviceId === deviceId && one.until > clock.now) one.until = clock.now;
}

async function signOut(programme: Programme) {
  const { year } = programme;
  const phone = livePhone(programme);
  if (phone === undefined) return;
  const sql = "update device set revoked_at = ? where id = ?";
  await year.northing.database.write([{ sql, args: [iso(year.clock.now), phone.deviceId] }]);
  endDevice(year, phone);
}

async function unsubscribe(programme: Programme) {
  const { year } = programme;
  const phone = livePhone(programme);
  if (phone === undefined) return;
  await dropDevice(year.northing.database, phone.personId, phone.deviceId);
  endDevice(year, phone);
}

/** Somebody taps "Snooze 1 h" on one of the last messages that came. */
async function snoozeMessage({ year }: Programme) {
  const taken = year.services.receipts.slice(-40).filter((one) => one.told === "accepted");
  if (taken.length === 0) return;
  const { deliveryId } = year.chance.pick(taken);
  const [row] = await year.northing.database.read("select person_id from delivery where id = ?", [
    deliveryId,
  ]);
  const at = year.clock.now;
  const who = { personId: String(row?.person_id), secret: undefined };
  const { until } = await reportSnooze(year.reminders().reports, deliveryId, who);
  if (at < Date.parse(until)) year.snoozes.push({ deliveryId, at, until: Date.parse(until) });
}
