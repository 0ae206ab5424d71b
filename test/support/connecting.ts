import type { Connector, Draft, Trial } from "../../shared/metrics/connector.ts";
import { type Answer, json, type SourceServer, startSource } from "./source-server.ts";
import { type Persona, startWorld, type World } from "./world.ts";

export const secret = "Bearer 7f3a-s3cret-9c1e";
export const querySecret = "k3y-in-the-query";

export interface ConnectingWorld extends World {
  source: SourceServer;
  metricId: string;
  /** What the form would send: once a day at seven in Berlin, from the source, with a secret header. */
  draft(changes?: Partial<Draft>): Draft;
  /** The same as it is tried. */
  trial(changes?: Partial<Trial>): Trial;
  /** Ada's connector, as the server answers it. */
  connect(changes?: Partial<Draft>): Promise<Connector>;
  listed(persona?: Persona): Promise<Connector[]>;
  /** Lets the job of the schedule run once. */
  ask(): Promise<void>;
  /** Moves the clock on to when the first connector is due next, and asks. */
  askWhenDue(): Promise<void>;
  readings(): Promise<Record<string, unknown>[]>;
}

type Options = Parameters<typeof startWorld>[0] & { answer?: Answer };

/** The cast on a real server that may ask one source on loopback; Ada stewards a metric. */
export async function startConnectingWorld({ answer, ...options }: Options = {}): Promise<ConnectingWorld> {
  const source = await startSource(answer ?? json({ total: 261 }));
  const world = await startWorld({ ...options, env: { WEBHOOK_EXTRA_HOSTS: source.host, ...options.env } });
  const { ada, northing, clock } = world;
  const metricId = world.id();
  const defined = await world.mutate(ada, "metric.define", {
    ...{ id: metricId, key: "listening", name: "Listening", definition: "Minutes a week.", kind: "input" },
    ...{ unit: { label: "min", scale: "value", decimals: 0 }, goodDirection: "up", cadence: "daily" },
    stewardId: ada.memberId,
  });
  if (defined.outcome !== "applied") throw new Error(JSON.stringify(defined));

  const draft: ConnectingWorld["draft"] = (changes = {}) => ({
    metricId,
    name: "Warehouse",
    url: `${source.url}?key=${querySecret}`,
    headers: [{ name: "Authorization", value: secret }],
    look: { format: "json", path: "total" },
    factor: 1,
    schedule: { every: "day", time: "07:00" },
    ...changes,
  });
  const ask = async () => {
    await northing.recurring.find((one) => one.name === "ask due sources")?.work();
  };
  const listed = async (persona = ada) =>
    (await persona.at.get("/api/connectors")).body.connectors as Connector[];
  return Object.assign(world, {
    source,
    metricId,
    draft,
    trial(changes: Partial<Trial> = {}) {
      const { metricId: _metricId, name: _name, schedule: _schedule, segment: _segment, ...trial } = draft();
      return { ...trial, ...changes };
    },
    ask,
    listed,
    async connect(changes: Partial<Draft> = {}) {
      const { status, body, text } = await ada.at.post("/api/connectors", draft(changes));
      if (status !== 200) throw new Error(text);
      return body as Connector;
    },
    async askWhenDue() {
      const [one] = await listed();
      clock.now = Math.max(clock.now, Date.parse(one?.dueAt ?? ""));
      await ask();
    },
    async readings() {
      const rows = await northing.database.read(
        "select body from row where kind = 'reading' and deleted = 0 order by id",
      );
      return rows.map((row) => JSON.parse(String(row.body)));
    },
  });
}
