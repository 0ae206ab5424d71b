import { expect, test } from "vitest";
import { outgoing } from "../../api/outbound-address.ts";
import { requestCodes } from "../../shared/sync/codes.ts";
import { chanceOf, hostileValues, mutilated } from "../support/chance.ts";
import { dump } from "../support/dump.ts";
import { plannedNorthwind } from "../support/importing.ts";
import { tokenBy } from "../support/program.ts";
import { routesOf } from "../support/routes.ts";
import type { Visitor } from "../support/visitor.ts";
import { startWorld, type World } from "../support/world.ts";

/** Twenty thousand were run once; more seeds find more. */
const requests = 2000;
const perSeed = 500;
const origin = "http://localhost:4170";

const doors = [
  ...["tokens", "readings.ingest", "docs", "import", "connectors", "history", "sceptic.links", "sceptic"],
  ...["webhooks", "mail", "calendar", "calendar.feed"],
];

/** What each of these doors takes gladly, to be mutilated. */
async function prepared(world: World) {
  const { ada, id, mutate } = world;
  const ids = await plannedNorthwind(world);
  const candidateId = id();
  await mutate(ada, "candidate.propose", { id: candidateId, name: "Streams", definition: "Plays of 30 s." });
  const token = await tokenBy(ada);
  const link = (await ada.at.post("/api/sceptic-links", { candidateId })).body;
  const secret = new URL(link.url).hash.slice(1);
  const connector = {
    ...{ metricId: ids.minutes, name: "grafana", url: "https://metrics.example.com/q?key=1", factor: 1 },
    headers: [{ name: "authorization", value: "Bearer x" }],
    look: { format: "json", path: "data.result[0].value[1]" },
    schedule: { every: "day", time: "06:00" },
  };
  const { metricId: _, name: _n, schedule: _s, ...trial } = connector;
  const saved = (await ada.at.post("/api/connectors", connector)).body;
  const webhook = {
    ...{ name: "channel", kind: "generic", says: ["digest", "focus"] },
    url: "https://hooks.example.com/services/T0/B0",
  };
  const hooked = (await ada.at.post("/api/webhooks", webhook)).body;
  const answer = { token: secret, verdict: "yes", why: "It saves me time.", by: "Zoe" };
  const reading = { on: "2026-02-02", value: 1, segment: "iOS", note: "so" };
  const bodies: Record<string, unknown> = {
    "POST /api/tokens": { name: "w", scopes: ["readings.write"], metricIds: [ids.habit], days: 3 },
    "POST /api/v1/metrics/:key/readings": [reading, { on: "2026-02-03", value: 2.5 }],
    "POST /api/connectors": connector,
    "POST /api/connectors/try": trial,
    "PUT /api/connectors/:id": connector,
    "POST /api/webhooks": webhook,
    "PUT /api/webhooks/:id": webhook,
    "PUT /api/mail": { group: "digest", subscribed: false },
    "POST /api/sceptic-links": { candidateId },
    "POST /api/sceptic/preview": { token: secret },
    "POST /api/sceptic/answer": answer,
    "POST /api/v1/import/:kind": [{ metric: "minutes", on: "2026-02-02", value: 1 }],
  };
  const known = [
    ids.minutes,
    ids.goal,
    "minutes",
    "readings",
    "metric",
    "reading",
    saved.id,
    hooked.id,
    link.id,
    token.id,
  ];
  const asked = [
    ...["on=2026-03-02", "on=2026-02-02&after=9/metric/x", "on=2026-03-02&kind=metric,reading", "before=3"],
    ...[
      "dry-run=1",
      "dry-run",
      "commit=1",
      `id=${id()}`,
      "column.on=value",
      "fixed.metric=habit",
      "dates=DD.MM.YYYY",
    ],
    ...["encoding=windows-1252", "delimiter=tab", "percent=1", `workspace=${ada.workspaceId}`],
  ];
  return { bodies, known, asked, token: token.secret };
}

/** Files of every kind, of which only some rows fit. */
const files: Record<string, string> = {
  readings: 'metric,on,value,segment\nminutes,2026-02-02,1,"a ""b"" c"\nhabit,2026-02-03,"1,5",\n',
  bets: "title;squad;key result;amount;by\nIntros;Podcasts;;1,5;01.04.2026\nOutros;Podcasts;Habit;;\n",
  metrics: "name,kind,direction,cadence,steward,floor,ceiling\nSkips,guardrail,down,weekly,Ada,,0.3\n",
  "key-results":
    "cycle,objective,title,owner,direction,from,to,moves,because\nQ2,Be there,Minutes 1 to 2,Ada,up,1,2,habit,so\n",
};

/** What stands in an address, most of the time. */
const inAddresses: Record<string, readonly string[]> = {
  ":key": ["minutes", "habit", "old"],
  ":kind": [...Object.keys(files), "metric", "reading"],
};

test.each(Array.from({ length: requests / perSeed }, (_, seed) => seed))(
  "whatever is sent to the newer doors, no answer is a fault and no refusal changes anything: seed %i",
  async (seed) => {
    const chance = chanceOf(seed);
    const outbound = {
      send: async () => ({ status: 200, text: mutilated(chance, '{"data":{"result":[{"value":[1,"2"]}]}}') }),
      async refusal(url: string) {
        const target = outgoing(url, []);
        return "fault" in target ? target.fault : undefined;
      },
      close() {},
    };
    const world = await startWorld({ outbound });
    const { bodies, known, asked, token } = await prepared(world);
    const visitors = [
      world.ada.at,
      world.ada.at,
      world.ada.at,
      world.ben.at,
      world.cleo.at,
      world.stranger(),
    ];
    const routes = routesOf(world.northing).filter((one) => doors.includes(String(one.door)));
    const busy = routes.filter((one) => /import\/|readings|as-of|history/.test(one.path));
    let before = await content(world);
    const recent: string[] = [];
    for (let count = 1; count <= perSeed; count += 1) {
      world.clock.now += 4000;
      const route = chance.pick(chance.one(0.2) ? busy : routes);
      const value = () => (chance.one(0.5) ? chance.pick(known) : String(chance.pick(hostileValues)));
      const place = (name: string) => (chance.one(0.8) ? chance.pick(inAddresses[name] ?? known) : value());
      let path = route.path.replace(/:[^/]+/g, (name) => encoded(place(name)));
      if (chance.one(0.3)) path += `?${chance.pick(asked)}`;
      if (chance.one(0.1)) path += `${path.includes("?") ? "&" : "?"}${encoded(value())}=${encoded(value())}`;
      if (chance.one(0.05)) path += `?${mutilated(chance, chance.pick(asked))}`;
      const file = files[path.split(/[/?]/)[5] ?? ""];
      const sent = file !== undefined && chance.one(0.6) ? file : bodies[`${route.method} ${route.path}`];
      const init = requestOf(route.method, sent, token);
      const { status, code } = await send(chance.pick(visitors), path, init);
      recent.push(`${status} ${code} ${route.method} ${path} ${init.headers["content-type"]} ${init.body}`);
      expect(status, recent.at(-1)!).toBeLessThan(500);
      if (status >= 400) expect(requestCodes, recent.at(-1)!).toContain(code);
      if (count % 100 === 0) for (const { work } of world.northing.recurring) await work();
      if (count % 100 === 0 || (status < 300 && route.method !== "GET")) before = await content(world);
      else if (count % 25 === 0) expect(await content(world), recent.slice(-25).join("\n")).toEqual(before);
    }
    expect(world.logged.filter((line) => line.includes('"level":"error"'))).toEqual([]);
    expect(({} as Record<string, unknown>).role).toBeUndefined();

    function requestOf(method: string, body: unknown, secret: string) {
      const headers: Record<string, string> = {
        origin: chance.one(0.95) ? origin : chance.pick(["null", "https://evil.example", ""]),
        ...(chance.one(0.7) ? { authorization: `Bearer ${secret}` } : {}),
      };
      if (method === "GET") return { method, headers };
      const isText = typeof body === "string";
      const types = ["application/json", "text/csv", "text/plain", "application/json;charset=x"];
      headers["content-type"] = chance.one(0.95) ? types[isText ? 1 : 0]! : chance.pick(types);
      const harmed = isText ? body : JSON.stringify(chance.harmed(body ?? {}));
      return { method, headers, body: chance.one(isText ? 0.8 : 0.15) ? mutilated(chance, harmed) : harmed };
    }
  },
);

async function send(at: Visitor, path: string, init: RequestInit & { headers: Record<string, string> }) {
  const response = await at.send(path, init);
  const text = await response.text();
  const json = response.headers.get("content-type")?.startsWith("application/json") === true;
  const said = json && text !== "" ? (JSON.parse(text) as { error?: { code: string } }) : {};
  return { status: response.status, code: said.error?.code };
}

/** All that is stored but for what counts tries and uses. */
async function content({ northing }: World) {
  const { rate_limit: _, api_token, device, ...rest } = await dump(northing.database);
  return { ...rest, tokens: api_token!.length, devices: device!.length };
}

function encoded(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, "?"));
}
