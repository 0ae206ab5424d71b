import { describe, expect, test } from "vitest";
import { startConnectingWorld } from "../../support/connecting.ts";
import { prometheusMissing, startPrometheus, warnWithoutPrometheus } from "../../support/prometheus.ts";
import { until } from "../../support/server.ts";
import { type Answer, startSource } from "../../support/source-server.ts";

warnWithoutPrometheus();

/** A shop that counts its orders, as an exporter tells it. */
const exporter: Answer = (_request, response) =>
  response.writeHead(200, { "content-type": "text/plain; version=0.0.4" }).end(
    `# HELP orders_total Orders taken.
# TYPE orders_total counter
orders_total{region="eu",channel="web"} 41
orders_total{region="us",channel="web"} 17
# TYPE listeners gauge
listeners 261
`,
  );

describe.skipIf(prometheusMissing() !== undefined)("a real Prometheus", () => {
  /** Northing may ask Prometheus and the exporter it reads; both hold the figures already. */
  async function ground() {
    const shop = await startSource(exporter);
    const prometheus = await startPrometheus(shop.host);
    await until(async () => (await prometheus.query("orders_total")).length === 2, "it has read the shop");
    const env = { WEBHOOK_EXTRA_HOSTS: `${prometheus.host},${shop.host}` };
    const world = await startConnectingWorld({ env });
    const api = (query: string) =>
      `http://${prometheus.host}/api/v1/query?query=${encodeURIComponent(query)}`;
    return { world, prometheus, shop, api };
  }
  const first = { format: "json", path: "data.result[0].value[1]" } as const;

  test("is read by its HTTP API: one series is recorded; several, none and an error are told apart", async () => {
    const { world, api } = await ground();
    await world.connect({ url: api("sum(orders_total)"), headers: [], look: first });
    await world.connect({ url: api('orders_total{region="us"}'), headers: [], look: first, segment: "US" });
    await world.askWhenDue();
    expect(await world.readings()).toMatchObject([
      { source: "Warehouse", value: 58 },
      { source: "Warehouse", segment: "US", value: 17 },
    ]);
    const failing = async (query: string) => {
      const trial = world.trial({ url: api(query), headers: [], look: first });
      return (await world.ada.at.post("/api/connectors/try", trial)).body.failure;
    };
    expect(await failing("orders_total")).toEqual({ code: "source_unreadable", why: "several", count: 2 });
    const nothing = { code: "source_unreadable", why: "nothing-there", at: "data.result[0]" };
    expect(await failing("absent_total")).toEqual(nothing);
    expect(await failing("sum(")).toEqual({ code: "source_unreachable", why: "status", status: 400 });
    expect(await failing("0/0 * listeners")).toMatchObject({ why: "not-finite" });
    expect(await world.readings()).toHaveLength(2);
  }, 60_000);

  test("is read by the text of its own metrics, and so is an exporter, where the operator has opened them", async () => {
    const { world, prometheus, shop } = await ground();
    const tried = async (url: string, selector: string, pick: "only" | "sum" = "only") => {
      const look = { format: "prometheus", selector, pick } as const;
      return (await world.ada.at.post("/api/connectors/try", world.trial({ url, headers: [], look }))).body;
    };
    const text = `http://${prometheus.host}/metrics`;
    expect(await tried(text, "prometheus_ready")).toEqual({ found: 1, value: 1 });
    expect(await tried(text, 'prometheus_sd_discovered_targets{config="shop",name="scrape"}')).toMatchObject({
      found: 1,
    });
    expect((await tried(text, "prometheus_http_requests_total")).failure.why).toBe("several");
    expect((await tried(text, "prometheus_http_requests_total", "sum")).found).toBeGreaterThan(0);
    const orders = `http://${shop.host}/metrics`;
    expect(await tried(orders, "orders_total", "sum")).toEqual({ found: 58, value: 58 });
    expect(await tried(orders, 'orders_total{region!="eu"}')).toEqual({ found: 17, value: 17 });
    expect(await tried(orders, "listeners")).toEqual({ found: 261, value: 261 });
    const closed = await startConnectingWorld();
    const trial = closed.trial({ url: `http://${prometheus.host}/metrics`, headers: [] });
    expect((await closed.ada.at.post("/api/connectors/try", trial)).body.failure.code).toBe(
      "address_refused",
    );
  }, 60_000);
});
