import { createHash } from "node:crypto";
import { nextFetch } from "../../shared/metrics/connector-due.ts";
import { type Failure, isFinal } from "../../shared/metrics/connector-failure.ts";
import { uuidv7 } from "../../shared/sync/uuid.ts";
import { iso } from "../../shared/time/instant.ts";
import { localDate } from "../../shared/time/local-date.ts";
import { findMember, findWorkspace } from "../people/member-store.ts";
import type { Sync } from "../sync/sync.ts";
import { anyDue, claimConnectors, type Settled, settleConnector } from "./connector-lease-store.ts";
import { askSource } from "./connector-reading.ts";
import type { Stored } from "./connector-store.ts";
import type { ConnectorDeps } from "./connectors.ts";

export interface FetchDeps extends ConnectorDeps {
  sync: Pick<Sync, "apply">;
  /** 0 ≤ random() < 1, for jitter. */
  random(): number;
}

const minute = 60_000;
const hour = 60 * minute;
const lease = minute;
const together = 8;
const mostAtOnce = 400;
const retries = { first: 5 * minute, longest: 12 * hour };
const giveUp = { failures: 10, after: hour };

type Reading = NonNullable<Settled["reading"]>;

/**
 * Asks every source that is due and records what it says. The ones due for longest are claimed by a conditional update
 * with a lease, so that no two servers ask the same; what comes of each is stored only while the lease holds.
 */
export async function fetchDue(deps: FetchDeps): Promise<void> {
  for (let asked = 0; asked < mostAtOnce; asked += together) {
    const now = deps.now();
    if (!(await anyDue(deps.database, iso(now)))) return;
    const token = Buffer.from(deps.bytes(12)).toString("base64url");
    const claim = { now: iso(now), lease: token, leaseUntil: iso(now + lease), limit: together };
    const claimed = await claimConnectors(deps.database, claim);
    const ended = await Promise.allSettled(claimed.map((one) => fetchOne(deps, one, token)));
    const faults = ended.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
    if (faults.length > 0) throw new AggregateError(faults, "sources could not be settled");
  }
}

async function fetchOne(deps: FetchDeps, one: Stored, token: string): Promise<void> {
  const zone = (await findWorkspace(deps.database, one.workspaceId))?.zone ?? "UTC";
  const outcome = await readingOf(deps, one, zone).catch((error: Error): Failure => {
    deps.log.error("connector.fault", { connectorId: one.id, error: error.name, stack: error.stack });
    return { code: "not_recorded", why: "fault" };
  });
  // Told to stop in the middle of it: the lease runs out, and whoever comes next asks anew.
  if ("why" in outcome && outcome.why === "stopped") return;
  const { id: connectorId, workspaceId } = one;
  deps.log.info("connector.asked", {
    connectorId,
    workspaceId,
    why: "why" in outcome ? outcome.why : "read",
  });
  await settleConnector(deps.database, settled(deps, one, outcome, zone), token);
}

async function readingOf(deps: FetchDeps, one: Stored, zone: string): Promise<Reading | Failure> {
  const { database, seal, outbound, sync, now } = deps;
  const maker = await findMember(database, one.workspaceId, one.memberId);
  if (maker?.state !== "active") return { code: "not_recorded", why: "maker-removed" };
  const secrets = seal.open(one.id, one.sealed);
  if (secrets === undefined) return { code: "not_recorded", why: "secrets-lost" };
  const asked = await askSource(outbound, secrets, one);
  if ("failure" in asked) return asked.failure;
  const at = iso(now());
  const reading: Reading = { at, on: localDate(at, zone), value: asked.value };
  const { metricId, name: source, segment } = one;
  const readings = [{ on: reading.on, value: reading.value, ...(segment === undefined ? {} : { segment }) }];
  const [result] = await sync.apply(one.workspaceId, { memberId: one.memberId }, [
    { id: mutationId(one, reading), name: "reading.record-many", args: { metricId, source, readings }, at },
  ]);
  if (result?.outcome === "applied") return reading;
  return { code: "not_recorded", why: "refused", at: result?.code ?? "unknown" };
}

/** The same value for the same occurrence is the same mutation, however often a crash makes it be told. */
function mutationId({ id, dueAt }: Stored, { on, value }: Reading): string {
  const hash = createHash("sha256")
    .update(JSON.stringify([id, dueAt, on, value]))
    .digest();
  return uuidv7(Date.parse(dueAt), new Uint8Array(hash));
}

/**
 * After a reading it waits for its next planned time. After a failure it is asked again twice as late each time, up to
 * half a day; ten in a row over more than an hour pause it, and so does what no further try can mend.
 */
function settled(deps: FetchDeps, one: Stored, outcome: Reading | Failure, zone: string): Settled {
  const now = deps.now();
  const { id } = one;
  if (!("why" in outcome)) {
    const dueAt = nextFetch(one.schedule, zone, iso(now));
    return { id, dueAt, failures: 0, failingSince: undefined, failure: undefined, reading: outcome };
  }
  const failures = one.failures + 1;
  const failingSince = one.failingSince ?? iso(now);
  const over = failures >= giveUp.failures && now - Date.parse(failingSince) > giveUp.after;
  const wait = Math.min(retries.longest, retries.first * 2 ** (failures - 1)) * (1 + deps.random() / 4);
  const dueAt = over || isFinal(outcome) ? undefined : iso(now + wait);
  return { id, dueAt, failures, failingSince, failure: outcome, reading: undefined };
}
