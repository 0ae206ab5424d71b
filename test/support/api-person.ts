import { randomBytes } from "node:crypto";
import { protocolVersion } from "../../shared/sync/limits.ts";
import { type SyncResponse, syncResponse } from "../../shared/sync/protocol.ts";
import { uuidv7 } from "../../shared/sync/uuid.ts";
import type { ServerProcess } from "./server.ts";

/** Somebody signed in without a browser, who acts while a phone is away. */
export interface ApiPerson {
  /** Does one mutation and throws unless it is applied. */
  must(name: string, args: object): Promise<void>;
  /** Posts to an address of the server and answers what it says; throws unless it is well. */
  post(path: string, body: object): Promise<unknown>;
  /** Every row of the workspace, as a new device would get it. */
  rows(): Promise<SyncResponse["rows"]>;
}

export const newId = () => uuidv7(Date.now(), new Uint8Array(randomBytes(10)));

export async function apiPerson(server: ServerProcess, label: string): Promise<ApiPerson> {
  const { origin } = server;
  const token = (await server.link(label)).split("#")[1];
  const headers = { origin, "content-type": "application/json" };
  const body = JSON.stringify({ token, deviceName: "Test" });
  const joined = await fetch(`${origin}/api/join`, { method: "POST", headers, body });
  if (!joined.ok) throw new Error(`join: ${joined.status} ${await joined.text()}`);
  const cookie = joined.headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ");
  const { device } = (await joined.json()) as { device: { id: string } };

  async function sync(mutations: object[], cursor: unknown = null): Promise<SyncResponse> {
    const now = new Date().toISOString();
    const request = { protocol: protocolVersion, deviceId: device.id, now, cursor, mutations, limit: 5000 };
    const answer = await fetch(`${origin}/api/sync`, {
      method: "POST",
      headers: { ...headers, cookie },
      body: JSON.stringify(request),
    });
    if (!answer.ok) throw new Error(`sync: ${answer.status} ${await answer.text()}`);
    return syncResponse.parse(await answer.json());
  }

  return {
    async post(path, body) {
      const sent = { method: "POST", headers: { ...headers, cookie }, body: JSON.stringify(body) };
      const answer = await fetch(`${origin}${path}`, sent);
      if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
      return answer.json();
    },
    async must(name, args) {
      const mutation = { id: newId(), seq: 1, name, args, at: new Date().toISOString() };
      const { results } = await sync([mutation]);
      if (results[0]?.outcome !== "applied") throw new Error(`${name}: ${JSON.stringify(results)}`);
    },
    async rows() {
      const found: SyncResponse["rows"] = [];
      for (let cursor: unknown = null; ; ) {
        const page = await sync([], cursor);
        found.push(...page.rows);
        cursor = page.cursor;
        if (!page.more) return found;
      }
    },
  };
}
