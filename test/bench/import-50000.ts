import { randomBytes } from "node:crypto";
import { Agent, request } from "node:http";
import { uuidv7 } from "../../shared/sync/uuid.ts";
import { addDays } from "../../shared/time/local-date.ts";
import { serverProcess, until } from "../support/server.ts";
import { type Figure, figure, percentile } from "./figure.ts";
import { buildFleet, type Sailor } from "./fleet.ts";

const rows = 50_000;
const others = 20;
const segments = ["iOS", "Android", "web", "desktop", "car"];

/**
 * 50,000 readings from one file, checked whole and applied, while twenty members go on checking in: how fast the rows
 * go in, and how long a round takes for the others meanwhile. Every row is counted on a new device at the end.
 */
export async function import50000(): Promise<Figure[]> {
  const fleet = await buildFleet({ people: others + 1, keyResults: 120, checkIns: 2400 });
  const server = await serverProcess({ dataDir: fleet.dataDir, env: { LOG_LEVEL: "error" } });
  const agent = new Agent({ keepAlive: true });
  const [admin, ...crew] = fleet.sailors;
  try {
    await server.start();
    const path = `/api/v1/import/readings?workspace=${fleet.workspaceId}&fixed.metric=habit`;
    const rounds: Record<"alone" | "check" | "apply", number[]> = { alone: [], check: [], apply: [] };
    let phase: keyof typeof rounds | undefined = "alone";
    const sailing = crew.map(async (sailor, place) => {
      for (let turn = 0; phase !== undefined && turn < 2000; turn += 1) {
        await new Promise((resolve) => setTimeout(resolve, 300 + ((place * 37 + turn * 13) % 400)));
        const began = performance.now();
        const { results } = (await ask(
          agent,
          server.origin,
          sailor,
          roundOf(sailor, fleet.workspaceId),
        )) as Answer;
        if (results?.[0]?.outcome !== "applied")
          throw new Error(`a check-in was not taken: ${JSON.stringify(results)}`);
        if (phase !== undefined) rounds[phase].push(performance.now() - began);
      }
    });

    const file = csv();
    await until(() => rounds.alone.length >= others * 8, "rounds of the others alone");
    phase = "check";
    const checking = performance.now();
    const dry = (await send(agent, server.origin, admin!, `${path}&dry-run=1`, "text/csv", file)) as Answer;
    const checked = performance.now() - checking;
    if (dry.report?.counts.new !== rows)
      throw new Error(`the check counts ${JSON.stringify(dry).slice(0, 500)}`);

    const sending = performance.now();
    const taken = (await send(agent, server.origin, admin!, path, "text/csv", file)) as Answer;
    phase = "apply";
    const applying = performance.now();
    const told = `/api/imports/${taken.import?.id}?workspace=${fleet.workspaceId}`;
    await until(async () => {
      const answer = (await send(agent, server.origin, admin!, told)) as Answer;
      return answer.import?.state === "done" && answer.import.applied === rows;
    }, "all rows applied");
    const now = performance.now();
    phase = undefined;
    await Promise.all(sailing);

    const there = await readingsOn(agent, server.origin, crew[0]!, fleet.workspaceId);
    if (there !== rows) throw new Error(`${there} of ${rows} readings arrived`);
    const all = [...rounds.check, ...rounds.apply];
    return [
      figure("import-50000-check", checked / 1000, "s"),
      figure("import-50000-apply", (now - applying) / 1000, "s"),
      figure("import-50000-rate", (rows * 1000) / (now - sending), "rows/s"),
      figure("import-50000-sync-p95-alone", percentile(rounds.alone, 0.95), "ms"),
      figure("import-50000-sync-p50", percentile(all, 0.5), "ms"),
      figure("import-50000-sync-p95", percentile(all, 0.95), "ms", "≤ 500"),
      figure("import-50000-sync-p95-check", percentile(rounds.check, 0.95), "ms"),
      figure("import-50000-sync-p95-apply", percentile(rounds.apply, 0.95), "ms"),
    ];
  } finally {
    await server.dispose();
  }
}

interface Answer {
  results?: { outcome: string }[];
  rows?: { kind: string; id: string }[];
  more?: boolean;
  cursor?: unknown;
  report?: { counts: { new: number } };
  import?: { id: string; state: string; applied: number };
}

function csv(): string {
  const lines = Array.from({ length: rows }, (_, index) => {
    const on = addDays("1995-01-01", Math.floor(index / segments.length));
    return `${on},${((index * 7919) % 1000) / 1000},${segments[index % segments.length]},from the warehouse`;
  });
  return `on,value,segment,note\n${lines.join("\n")}\n`;
}

/** A round as a phone sends it: a check-in of one's own, and a page of what is new. */
function roundOf(sailor: Sailor, workspaceId: string): string {
  const args = { keyResultId: sailor.keyResultIds[0], value: 0.3, confidence: 6, note: "A steady week." };
  const at = new Date().toISOString();
  const checkIn = { id: newId(), seq: 0, name: "check-in.record", args: { id: newId(), ...args }, at };
  return body(sailor, workspaceId, { cursor: null, mutations: [checkIn], limit: 200 });
}

/** Readings a new device is given, page by page. */
async function readingsOn(
  agent: Agent,
  origin: string,
  sailor: Sailor,
  workspaceId: string,
): Promise<number> {
  const found = new Set<string>();
  let cursor: unknown = null;
  for (let pages = 0; pages < 200; pages += 1) {
    const asked = body(sailor, workspaceId, { cursor, mutations: [], limit: 2000 });
    const answer = (await ask(agent, origin, sailor, asked)) as Answer;
    for (const row of answer.rows ?? []) if (row.kind === "reading") found.add(row.id);
    if (answer.more !== true) return found.size;
    cursor = answer.cursor;
  }
  throw new Error("200 pages were not enough");
}

function body({ deviceId }: Sailor, workspaceId: string, rest: object): string {
  return JSON.stringify({ protocol: 1, deviceId, workspaceId, now: new Date().toISOString(), ...rest });
}

const newId = () => uuidv7(Date.now(), new Uint8Array(randomBytes(10)));
const ask = (agent: Agent, origin: string, sailor: Sailor, body: string) =>
  send(agent, origin, sailor, "/api/sync", "application/json", body);

function send(
  agent: Agent,
  origin: string,
  { cookie }: Pick<Sailor, "cookie">,
  path: string,
  type?: string,
  body?: string,
): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const headers = { cookie, origin, ...(type === undefined ? {} : { "content-type": type }) };
    const method = body === undefined ? "GET" : "POST";
    const asked = request(`${origin}${path}`, { method, agent, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => {
        const text = Buffer.concat(chunks).toString();
        if ((response.statusCode ?? 500) >= 300)
          reject(new Error(`${method} ${path}: ${response.statusCode} ${text}`));
        else resolve(JSON.parse(text));
      });
    });
    asked.on("error", (error: NodeJS.ErrnoException) => {
      // The server closed a kept connection just as it was used again: HTTP's own race, and safe to repeat.
      if (asked.reusedSocket && error.code === "ECONNRESET")
        send(agent, origin, { cookie }, path, type, body).then(resolve, reject);
      else reject(new Error(`${method} ${path}`, { cause: error }));
    });
    asked.end(body);
  });
}
