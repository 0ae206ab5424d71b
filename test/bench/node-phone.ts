import "fake-indexeddb/auto";
import { randomBytes } from "node:crypto";
import { type Agent, request } from "node:http";
import { gunzipSync } from "node:zlib";
import { openDatabase, type PhoneDatabase } from "../../web/store/db.ts";
import { record } from "../../web/sync/outbox.ts";
import { createPhone } from "../../web/sync/phone.ts";
import { round } from "../../web/sync/round.ts";
import type { Identity, Reply, World } from "../../web/sync/world.ts";
import type { Sailor } from "./fleet.ts";

/** The real engine over Dexie, in Node, talking HTTP to a server; it counts the bytes of bodies in both directions. */
export interface NodePhone {
  database: PhoneDatabase;
  sent: { up: number; down: number };
  record(name: string, args: Record<string, unknown>): Promise<void>;
  /** Rounds until the outbox is empty and nothing more is to be pulled. */
  sync(): Promise<void>;
}

const sleep = (milliseconds: number, signal?: AbortSignal) =>
  new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal?.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });

export async function nodePhone(
  origin: string,
  agent: Agent,
  sailor: Sailor,
  workspaceId: string,
): Promise<NodePhone> {
  const database = await openDatabase(`bench/${sailor.memberId}/${randomBytes(4).toString("hex")}`, sleep);
  const who: Identity = { ...sailor, personId: sailor.memberId, workspaceId };
  const sent = { up: 0, down: 0 };
  const world: World = {
    now: Date.now,
    monotonic: () => performance.now(),
    random: Math.random,
    randomBytes: (count) => new Uint8Array(randomBytes(count)),
    sleep,
    transport: (body) => post(origin, agent, sailor.cookie, JSON.stringify(body), sent),
    locks: { tryHold: (_name, work) => work() },
    storage: database,
    log: () => {},
  };
  const phone = createPhone(world, who);
  return {
    database,
    sent,
    async record(name, args) {
      const saved = await record(world, who, name, args);
      if (!saved.saved) throw new Error(`not saved: ${saved.code} ${saved.field ?? ""}`);
    },
    async sync() {
      for (let rounds = 0; rounds < 200; rounds += 1) {
        const end = await round(phone);
        if (end.end !== "done") throw new Error(`a round ended as ${JSON.stringify(end)}`);
        if (!end.more) return;
      }
      throw new Error("200 rounds were not enough");
    },
  };
}

function post(
  origin: string,
  agent: Agent,
  cookie: string,
  body: string,
  sent: { up: number; down: number },
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const headers = {
      cookie,
      origin,
      "content-type": "application/json",
      "content-length": Buffer.byteLength(body),
      "accept-encoding": "gzip",
    };
    sent.up += Buffer.byteLength(body);
    const asked = request(`${origin}/api/sync`, { method: "POST", agent, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => {
        const raw = Buffer.concat(chunks);
        sent.down += raw.length;
        const text = response.headers["content-encoding"] === "gzip" ? gunzipSync(raw) : raw;
        resolve({ status: response.statusCode ?? 0, body: JSON.parse(text.toString()) });
      });
    });
    asked.on("error", reject);
    asked.end(body);
  });
}
