import { loadDraft, saveDraft } from "./draft.ts";

const key = "zone-kept";

/** What the person has said about zones other than their own, on this device. */
interface Answered {
  /** Zones in which they keep their own for good. */
  kept: string[];
  /** Not to be asked until this device has been home again. */
  trip: boolean;
}

/**
 * The zone this device is in, when it is another than the member's (`home`) and the person is to be asked whether their
 * reminders move with them. Being home ends a trip.
 */
export async function zoneToAskAbout(home: string): Promise<string | undefined> {
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC";
  const answered = await load();
  // A browser that hides where it is says UTC, where nobody lives.
  if (/^(Etc\/)?(UTC|GMT)$/.test(here)) return undefined;
  if (sameClock(here, home)) {
    if (answered.trip) await saveDraft(key, { ...answered, trip: false });
    return undefined;
  }
  return answered.trip || answered.kept.includes(here) ? undefined : here;
}

/** The person keeps their own zone whenever they are in this one. */
export async function keepZoneIn(here: string): Promise<void> {
  const { kept, trip } = await load();
  await saveDraft(key, { kept: [...new Set([...kept, here])].slice(-20), trip } satisfies Answered);
}

/** The person is not to be asked, wherever they are, until they are home again. */
export async function keepZoneOnTrip(): Promise<void> {
  await saveDraft(key, { ...(await load()), trip: true } satisfies Answered);
}

async function load(): Promise<Answered> {
  // An earlier version kept the one zone that was answered last.
  const stored = await loadDraft<Answered | string>(key);
  if (typeof stored === "string") return { kept: [stored], trip: false };
  return stored ?? { kept: [], trip: false };
}

/** Two names of zones with the same clock now and in half a year are one place for a reminder. */
function sameClock(a: string, b: string): boolean {
  if (a === b) return true;
  const now = Date.now();
  return [now, now + 182 * 86_400_000].every((at) => clock(at, a) === clock(at, b));
}

function clock(at: number, timeZone: string): string {
  return new Intl.DateTimeFormat("en-GB", { timeZone, dateStyle: "short", timeStyle: "short" }).format(at);
}
