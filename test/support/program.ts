import type { Visitor } from "./visitor.ts";
import type { Persona, World } from "./world.ts";

/** A program somewhere: no cookie, no origin, only what it is given to send. */
export interface Program {
  post(key: string, body: unknown, headers?: Record<string, string>): Promise<Answer>;
}

interface Answer {
  status: number;
  headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: a test says itself what it expects
  body: any;
}

/** A program that holds a secret; without one it sends no authorization at all. */
export function program(at: Visitor, secret?: string): Program {
  return {
    async post(key, body, more = {}) {
      const headers = {
        "content-type": "application/json",
        ...(secret === undefined ? {} : { authorization: `Bearer ${secret}` }),
        ...more,
      };
      const text = typeof body === "string" ? body : JSON.stringify(body);
      const path = `/api/v1/metrics/${encodeURIComponent(key)}/readings`;
      const response = await at.send(path, { method: "POST", headers, body: text });
      return { status: response.status, headers: response.headers, body: JSON.parse(await response.text()) };
    },
  };
}

/** Makes a token as somebody does in the settings; its secret and id. */
export async function tokenBy({ at }: Persona, terms: object = {}): Promise<{ id: string; secret: string }> {
  const wanted = { name: "warehouse", scopes: ["readings.write"], ...terms };
  const { status, body } = await at.post("/api/tokens", wanted);
  if (status !== 200) throw new Error(`no token: ${JSON.stringify(body)}`);
  return body;
}

/** A metric with this key, kept by Ada unless said otherwise. */
export async function metricBy(world: World, who: Persona, key: string, more: object = {}): Promise<string> {
  const id = world.id();
  const { outcome, code } = await world.mutate(who, "metric.define", {
    ...{ id, key, name: key, definition: "As counted.", kind: "input", stewardId: who.memberId },
    ...{ unit: { label: "", scale: "value", decimals: 0 }, goodDirection: "up", cadence: "daily" },
    ...more,
  });
  if (outcome !== "applied") throw new Error(`no metric ${key}: ${code}`);
  return id;
}

/** Every reading stored, as day, value, segment and source. */
export async function readingsOf({ northing }: World): Promise<unknown[][]> {
  const rows = await northing.database.read(
    `select body->>'on' as day, body->>'value' as value, body->>'segment' as segment, body->>'source' as source
     from row where kind = 'reading' and deleted = 0 order by day, segment, source`,
  );
  return rows.map(({ day, value, segment, source }) => [day, value, segment, source]);
}
