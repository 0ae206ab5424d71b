import { enrol } from "../../../api/people/links.ts";
import { saveSubscription } from "../../../api/push/subscription-store.ts";
import { defaultPreferences } from "../../../shared/people/preferences.ts";
import { defaultRhythm } from "../../../shared/people/workspace.ts";
import { iso } from "./calendar.ts";
import { hosts } from "./services.ts";
import type { Phone, Year } from "./year.ts";

/** Summer time of both hemispheres, of half an hour, and the other way round; halves and quarters of an hour; and none. */
export const zones = [
  ...["Europe/London", "Europe/Berlin", "America/New_York", "America/Los_Angeles"],
  ...["America/Santiago", "Africa/Casablanca", "Asia/Kolkata", "Asia/Tokyo"],
  ...["Australia/Sydney", "Australia/Lord_Howe", "Pacific/Auckland", "Asia/Kathmandu"],
] as const;

/** Where the day begins at another time than nine; chosen so that many are reminded at the same instant. */
const beginsAt: Partial<Record<(typeof zones)[number], string>> = {
  "Europe/Berlin": "10:00",
  "Asia/Kathmandu": "09:15",
  "Australia/Lord_Howe": "09:30",
  "America/Santiago": "10:00",
};

export interface Someone {
  memberId: string;
  personId: string;
}

export interface Company {
  people: Someone[];
  /** The admin who is also the cpo. */
  ada: Someone;
  squads: string[];
  northStarId: string;
}

const founders = 60;
const squads = 8;

/** Sixty people in twelve zones and eight squads, one of which has no PM and one two. */
export async function foundCompany(year: Year): Promise<Company> {
  const { workspaceId } = year;
  await must(year.decree("workspace.found", { id: workspaceId, name: "Waves", zone: "Europe/Berlin" }));
  const people: Someone[] = [];
  for (let index = 0; index < founders; index += 1) people.push(await join(year, index, people[0]));
  const ada = people[0]!;
  const rhythm = { ...defaultRhythm, focusTime: "09:00" };
  await must(year.tell(ada.memberId, "workspace.set-rhythm", { rhythm }));
  await must(year.tell(ada.memberId, "member.set-title", { memberId: ada.memberId, title: "cpo" }));
  const { memberId } = people[1]!;
  await must(year.tell(ada.memberId, "member.set-title", { memberId, title: "ceo" }));
  const formed: string[] = [];
  for (let index = 0; index < squads; index += 1) {
    const squadId = year.id();
    await must(year.tell(ada.memberId, "squad.form", { id: squadId, name: `Squad ${index}` }));
    formed.push(squadId);
  }
  for (const [index, one] of people.entries()) {
    const isPm = (index >= 8 && index < 15) || index === 16;
    const where = { squadId: formed[index % squads]!, memberId: one.memberId };
    await must(year.tell(ada.memberId, "squad.assign", { ...where, as: isPm ? "pm" : "member" }));
    await settleIn(year, one, index);
  }
  return { people, ada, squads: formed, northStarId: await northStar(year, people) };
}

/** A new member with an account and, but for a few, one phone or two. */
export async function join(year: Year, index: number, ada?: Someone): Promise<Someone> {
  const role =
    index < 2 ? "admin" : index < 4 ? "director" : index === 58 || index === 59 ? "viewer" : "member";
  const person = { name: `Person ${index}`, role, zone: zones[index % zones.length]!, locale: "en" } as const;
  const [memberId, personId] = [year.id(), year.id()];
  await must(year.decree("member.join", { id: memberId, ...person }));
  await enrol(year.northing.people, {
    ...{ id: personId, name: person.name, workspaceId: year.workspaceId, memberId },
  });
  const one = { memberId, personId };
  for (let left = index % 9 === 8 ? 0 : 1 + Number(index % 3 === 0); left > 0; left -= 1)
    await addPhone(year, one);
  if (ada === undefined) return one;
  return one;
}

/** What people like differently: times, quiet hours, working days, kinds they do not want. */
async function settleIn(year: Year, { memberId }: Someone, index: number): Promise<void> {
  const { on, off } = { on: { push: true }, off: "off" } as const;
  const likes: Record<number, object> = {
    5: {
      checkInTime: "02:30",
      focusTime: "02:30",
      quiet: { from: "10:00", to: "20:00" },
      workdays: [7, 1, 2, 3, 4],
    },
    9: {
      checkInTime: "02:15",
      focusTime: "01:45",
      quiet: { from: "09:00", to: "18:00" },
      workdays: [7, 1, 2, 3, 4],
    },
    10: { channels: { ...on, kinds: { "metric-check": off } } },
    12: { metricCheckTime: "13:00" },
    17: { checkInTime: "06:30", focusTime: "07:00" },
    21: { quiet: { from: "08:00", to: "11:30" } },
    22: { checkInTime: "19:45" },
    23: { channels: { push: false } },
    27: { workdays: [2, 3, 4, 5, 6] },
    31: { workdays: [3] },
    33: { quiet: { from: "00:00", to: "00:00" }, checkInTime: "00:00" },
    40: { channels: { ...on, kinds: { "check-ins": off } } },
  };
  const time = beginsAt[zones[index % zones.length]!];
  const begins = time === undefined ? {} : { checkInTime: time, focusTime: time };
  const quietly = index % 3 === 1 ? { channels: { ...on, kinds: { focus: off } } } : {};
  const holidays = ["2026-01-01", "2026-05-01", "2026-12-24", "2026-12-25", `2026-04-${10 + (index % 12)}`];
  const daysOff = index % 4 === 0 ? [] : holidays;
  const { quiet } = defaultPreferences;
  await must(
    year.tell(memberId, "member.set-preferences", {
      memberId,
      quiet,
      daysOff,
      ...begins,
      ...quietly,
      ...likes[index],
    }),
    true,
  );
}

async function northStar(year: Year, people: readonly Someone[]): Promise<string> {
  const [ada, ceo] = [people[0]!.memberId, people[1]!.memberId];
  const [metricId, northStarId] = [year.id(), year.id()];
  const unit = { label: "min", scale: "value", decimals: 0 } as const;
  const how = { unit, goodDirection: "up", cadence: "weekly", stewardId: ada, kind: "north-star" } as const;
  const named = { key: "listening", name: "Listening", definition: "Minutes a week." };
  await must(year.tell(ada, "metric.define", { id: metricId, ...named, ...how }));
  await must(year.tell(ada, "north-star.propose", { id: northStarId, metricId, statement: "Worth it." }));
  for (const one of [ada, ceo]) await must(year.tell(one, "north-star.commit", { northStarId }));
  return northStarId;
}

export async function addPhone(year: Year, { memberId, personId }: Someone): Promise<Phone> {
  const at = iso(year.clock.now);
  const deviceId = year.id();
  // Most people of a zone have the same make of phone.
  const zone = year.facts.find("member", memberId, year.clock.now)?.zone ?? "";
  const host = hosts[year.chance.one(0.15) ? 0 : zone.length % hosts.length];
  const endpoint = `${host}/${deviceId}`;
  await year.northing.database.write([
    {
      sql: `insert into device (id, person_id, token_hash, name, created_at, last_seen_at, expires_at)
            values (?, ?, ?, 'phone', ?, ?, '2099-01-01T00:00:00.000Z')`,
      args: [deviceId, personId, deviceId, at, at],
    },
  ]);
  const phone = { deviceId, memberId, personId, endpoint, from: year.clock.now, until: Infinity };
  await subscribe(year, phone);
  return phone;
}

/** The service is given keys that nobody encrypts with: what is sent is read before it would be. */
export async function subscribe(year: Year, phone: Phone): Promise<void> {
  const { deviceId, personId, endpoint } = phone;
  const subscription = { endpoint, keys: { p256dh: "p", auth: "a" } };
  const at = iso(year.clock.now);
  await saveSubscription(year.northing.database, { subscription, deviceId, personId, at });
  year.phones.push(phone);
}

async function must(told: Promise<boolean>, orNothing = false): Promise<void> {
  if (!(await told) && !orNothing) throw new Error("the company could not be founded");
}
