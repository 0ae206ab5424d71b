import { Refused } from "../errors.ts";
import { subscriberOf } from "./address.ts";
import type { PeopleDeps } from "./people-deps.ts";
import { type Allowance, spend } from "./rate-limit-store.ts";
import { hashOf } from "./secret.ts";

/**
 * The doors that need no sign-in. A link's token and a passkey cannot be guessed; the limits keep a flood from costing
 * more than it is worth. An office behind one address must still be able to join on the same morning, and a device
 * that waits for its tap asks every two seconds.
 */
const limits = {
  join: {
    address: { burst: 120, every: 1000 },
    subject: { burst: 60, every: 1000 },
    everybody: { burst: 1200, every: 50 },
  },
  passkey: {
    address: { burst: 30, every: 3000 },
    subject: { burst: 10, every: 6000 },
    everybody: { burst: 600, every: 100 },
  },
  // Programs that bring a token nobody made; one that is good is counted by itself.
  bearer: {
    address: { burst: 30, every: 3000 },
    subject: { burst: 30, every: 3000 },
    everybody: { burst: 600, every: 100 },
  },
  // Programs read a calendar every few minutes at most, many of them from one office.
  calendar: {
    address: { burst: 120, every: 1000 },
    subject: { burst: 20, every: 30_000 },
    everybody: { burst: 1200, every: 50 },
  },
  // Read by whoever a link is forwarded to, many of them from one office; each look is worked out anew.
  report: {
    address: { burst: 60, every: 1000 },
    subject: { burst: 60, every: 1000 },
    everybody: { burst: 600, every: 100 },
  },
  sceptic: {
    address: { burst: 40, every: 3000 },
    subject: { burst: 20, every: 3000 },
    everybody: { burst: 600, every: 100 },
  },
} as const;

/** What one API token may ask: a night's worth of metrics in a row, then five a second. */
const perToken = { burst: 300, every: 200 };

type Counting = Pick<PeopleDeps, "database" | "now" | "log">;

/** Counts so many uses of a token, whatever addresses they come from. Refuses `rate_limited`. */
export async function countUse(deps: Counting, tokenId: string, times = 1): Promise<void> {
  const allowance: Allowance = { key: `token ${tokenId}`, ...perToken };
  const allowances = Array.from({ length: times }, () => allowance);
  await take(deps, allowances, { door: "token", tokenId });
}

/** What a member may change of their own ways in and out: each change is kept for ever beside the database. */
const perMember = { burst: 30, every: 10_000 };

/** Counts a change somebody signed in makes. Refuses `rate_limited`. */
export async function countChange(
  deps: Counting,
  door: "calendar" | "mail",
  memberId: string,
): Promise<void> {
  await take(deps, [{ key: `${door} member ${memberId}`, ...perMember }], { door, memberId });
}

/** Counts a try at an open door, by caller, by what is tried (a token, a passkey) and in all. Refuses `rate_limited`. */
export async function countTry(
  deps: Counting,
  door: keyof typeof limits,
  address: string,
  subject?: string,
): Promise<void> {
  const { address: byAddress, subject: bySubject, everybody } = limits[door];
  const allowances: Allowance[] = [
    { key: `${door} address ${subscriberOf(address)}`, ...byAddress },
    ...(subject === undefined
      ? []
      : [{ key: `${door} subject ${hashOf(subject).slice(0, 32)}`, ...bySubject }]),
    { key: `${door} everybody`, ...everybody },
  ];
  await take(deps, allowances, { door, address });
}

async function take(
  { database, now, log }: Counting,
  allowances: readonly Allowance[],
  told: Record<string, string>,
): Promise<void> {
  const wait = await spend(database, allowances, now());
  if (wait === 0) return;
  log.warn("limit.hit", told);
  throw new Refused("rate_limited", { retryAfter: Math.ceil(wait / 1000) });
}
