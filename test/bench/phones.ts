import { randomBytes } from "node:crypto";
import { Agent, request } from "node:http";
import { syncResponse } from "../../shared/sync/protocol.ts";
import { uuidv7 } from "../../shared/sync/uuid.ts";
import { serverProcess } from "../support/server.ts";
import { type Figure, figure, percentile } from "./figure.ts";
import { buildFleet, type Sailor } from "./fleet.ts";

const phones = 200;

/** 200 phones at head each check in and pull, all started together; then every check-in is read back. */
export async function phones200(): Promise<Figure[]> {
  const fleet = await buildFleet({ people: phones, keyResults: phones, checkIns: 1000 });
  const server = await serverProcess({ dataDir: fleet.dataDir, env: { LOG_LEVEL: "error" } });
  try {
    await server.start();
    const agent = new Agent({ keepAlive: true, maxSockets: phones });
    const cursors = await Promise.all(fleet.sailors.map((one) => round(server.origin, agent, one, [], null)));
    const begun = performance.now();
    const answers = await Promise.all(
      fleet.sailors.map(async (sailor, index) => {
        const started = performance.now();
        const answer = await round(server.origin, agent, sailor, [checkIn(sailor)], cursors[index]!.cursor);
        return { ms: performance.now() - started, answer };
      }),
    );
    const total = performance.now() - begun;
    const applied = answers.filter(({ answer }) => answer.results[0]?.outcome === "applied").length;
    if (applied !== phones) throw new Error(`only ${applied} of ${phones} check-ins were applied`);
    const after = await round(server.origin, agent, fleet.sailors[0]!, [], cursors[0]!.cursor);
    const arrived = after.rows.filter((row) => row.kind === "check-in").length;
    if (arrived !== phones) throw new Error(`${arrived} of ${phones} check-ins came back`);
    const p50 = percentile(
      answers.map((one) => one.ms),
      0.5,
    );
    const p99 = percentile(
      answers.map((one) => one.ms),
      0.99,
    );
    return [
      figure("phones-200-total", total, "ms"),
      figure("phones-200-p50", p50, "ms"),
      figure("phones-200-p99", p99, "ms"),
      figure("phones-200-ratio", p99 / p50, "p99/p50", "≤ 5"),
    ];
  } finally {
    await server.dispose();
  }
}

export function checkIn(sailor: Sailor) {
  const now = Date.now();
  const id = () => uuidv7(now, randomBytes(10));
  const args = {
    id: id(),
    keyResultId: sailor.keyResultIds[0]!,
    value: 0.3,
    confidence: 6,
    note: "All at once.",
  };
  return {
    id: id(),
    seq: 1,
    name: "check-in.record",
    args,
    at: new Date(now).toISOString(),
    actorId: sailor.memberId,
  };
}

export async function round(
  origin: string,
  agent: Agent,
  sailor: Sailor,
  mutations: object[],
  cursor: unknown,
) {
  const now = new Date().toISOString();
  const body = JSON.stringify({ protocol: 1, deviceId: sailor.deviceId, now, cursor, mutations });
  const text = await post(origin, agent, sailor.cookie, body);
  return syncResponse.parse(JSON.parse(text));
}

/** Node's own fetch costs more than the server; a bare request does not hide what is measured. */
function post(origin: string, agent: Agent, cookie: string, body: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = {
      cookie,
      origin,
      "content-type": "application/json",
      "content-length": Buffer.byteLength(body),
    };
    const sent = request(`${origin}/api/sync`, { method: "POST", agent, headers }, (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (chunk) => {
        text += chunk;
      });
      response.on("end", () =>
        response.statusCode === 200 ? resolve(text) : reject(new Error(`${response.statusCode} ${text}`)),
      );
    });
    sent.on("error", reject);
    sent.end(body);
  });
}
