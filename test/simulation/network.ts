import type { SyncRequest, SyncResponse } from "../../shared/sync/protocol.ts";
import type { Reply } from "../../web/sync/world.ts";
import type { Sim, SimDevice, Tab } from "./sim.ts";

const nothing: Reply = { status: 0 };
const wrong: Reply[] = [
  { status: 500, body: { error: { code: "internal", message: "x" }, requestId: "r" } },
  { status: 502 },
  { status: 503, retryAfter: 20 },
  { status: 429, retryAfter: 5 },
  { status: 413 },
  { status: 404 },
];

/** Sends a phone's request through everything that can happen between it and the server. */
export async function send(sim: Sim, tab: Tab, request: SyncRequest, timeoutMs: number): Promise<Reply> {
  const { device } = tab;
  const { swarm, bugs } = sim;
  device.requests += 1;
  if (bugs.has("delete from the outbox before the result"))
    await device.storage.peek.outbox.drop(request.mutations.map((one) => one.seq));
  const reply = await withTimeout(sim, timeoutMs, travel(sim, device, small(request, swarm.pageRows)));
  sim.log(`${device.name} ${request.mutations.length}↑ ${told(reply)}`);
  if (request.limit !== 0) count(sim, device, reply);
  return spoilt(sim, device, request, reply);
}

async function travel(sim: Sim, device: SimDevice, request: SyncRequest): Promise<Reply> {
  const { clock, server, swarm } = sim;
  const happens = (fault: keyof typeof swarm.network) => sim.faulty && clock.chance(swarm.network[fault]);
  if (!device.online) return nothing;
  if (happens("slow")) await clock.sleep(1000 * (1 + 60 * clock.random() ** 4));
  await clock.sleep(10 + clock.below(60));
  if (!device.online || happens("drop")) return nothing;
  if (happens("html")) return { status: 200 };
  if (happens("status")) return clock.pick(wrong);
  const arrived = JSON.parse(JSON.stringify(request)) as SyncRequest;
  if (happens("duplicate")) void server.handle(arrived, device);
  const reply = await server.handle(arrived, device);
  await clock.sleep(10 + clock.below(60));
  if (!device.online || happens("loseReply")) return nothing;
  return happens("truncate") ? { status: reply.status } : reply;
}

function withTimeout(sim: Sim, ms: number, work: Promise<Reply>): Promise<Reply> {
  return new Promise((resolve) => {
    const cancel = sim.clock.at(ms, () => resolve(nothing));
    void work.then((reply) => {
      cancel();
      resolve(reply);
    });
  });
}

function small(request: SyncRequest, limit: number | undefined): SyncRequest {
  return limit === undefined || request.limit === 0 ? request : { ...request, limit };
}

/** The planted bugs of the phone's side that a reply can bring about. */
async function spoilt(sim: Sim, device: SimDevice, request: SyncRequest, reply: Reply): Promise<Reply> {
  const answer = reply.body as SyncResponse | undefined;
  if (reply.status === 200 && answer && sim.bugs.has("advance the cursor early"))
    await device.storage.peek.meta.put("cursor", answer.cursor);
  if (reply.status === 500 && sim.bugs.has("treat 500 as a rejection"))
    return { status: 200, body: rejectedAll(sim, request) };
  if (reply.status === 403 && sim.bugs.has("skip the purge on removal")) return { status: 403 };
  return reply;
}

function rejectedAll(sim: Sim, { mutations, cursor }: SyncRequest): SyncResponse {
  const { head } = sim.server.store.history();
  return {
    results: mutations.map(({ id }) => ({ id, outcome: "rejected", code: "forbidden" })),
    rows: [],
    cursor: cursor ?? { ...head, tag: "", revision: 0, catalogVersion: 1 },
    more: false,
    now: new Date(sim.clock.now()).toISOString(),
  };
}

function count({ seen }: Sim, device: SimDevice, { body }: Reply): void {
  const { reset, wanted, results, more } = (body ?? {}) as Partial<SyncResponse>;
  if (more !== undefined) device.paging = more;
  if (reset) {
    seen.resets += 1;
    device.torn = false;
  }
  seen.healed += wanted?.length ?? 0;
  seen.refused += results?.filter((one) => one.outcome === "rejected").length ?? 0;
}

function told({ status, body }: Reply): string {
  const answer = body as Partial<SyncResponse> | undefined;
  if (status !== 200 || answer?.cursor === undefined) return String(status);
  const results = answer.results?.map((one) => (one.outcome === "applied" ? "✓" : one.code)).join(",");
  return `200 →${answer.cursor.revision}${answer.more ? "…" : ""} ${answer.reset ?? ""} ${results}`;
}
