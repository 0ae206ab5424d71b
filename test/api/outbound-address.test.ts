import { describe, expect, test } from "vitest";
import { outgoing } from "../../api/outbound-address.ts";
import { refusedAddresses, refusedHosts } from "../support/refused-hosts.ts";

const hosts = Object.entries(refusedHosts).flatMap(([what, all]) => all.map((host) => [what, host] as const));

describe("an address that may be asked", () => {
  test.each([
    "https://metrics.example.org/weekly.json",
    "https://METRICS.example.org",
    "HTTPS://metrics.example.org:443/",
    "https://metrics.example.org?q=sum(rate(x[5m])) by (job)#part",
    "https://metrics.example.org/größe",
    "https://xn--bcher-kva.example.net/",
    "https://8.8.8.8/",
    "https://[2a00:1450:4001:81b::200e]/",
    "https://localhost.example.org/",
    "https://127.0.0.1.example.org/",
    "https://a.b-c.example.org/?at=https://127.0.0.1/",
  ])("is %s", (text) => expect(outgoing(text, [])).toHaveProperty("url"));

  test("there are more than eighty spellings of those that may not", () => {
    expect(hosts.length).toBeGreaterThan(80);
    expect(new Set(hosts.map(([, host]) => host)).size).toBe(hosts.length);
  });

  test.each(hosts)("is none with a host of the sort %s: %s", (_what, host) => {
    expect(outgoing(`https://${host}/`, [])).toHaveProperty("fault");
    expect(outgoing(`https://${host}:443/`, [])).toHaveProperty("fault");
    expect(outgoing(`http://${host}/`, [])).toHaveProperty("fault");
  });

  test.each(refusedAddresses)("is none: %j", (text) => expect(outgoing(text, [])).toHaveProperty("fault"));

  test.each([
    ["http://metrics.example.org/", "scheme"],
    ["https://metrics.example.org:8443/", "port"],
    ["https://ada@metrics.example.org/", "credentials"],
    [`https://metrics.example.org/${"a".repeat(2048)}`, "too-long"],
    ["https://127.1/", "spelling"],
    ["https://127.0.0.1/", "not-public"],
    ["metrics", "form"],
  ])("%.40s is refused for its %s", (text, fault) => expect(outgoing(text, [])).toEqual({ fault }));
});

describe("a host the operator has opened", () => {
  const opened = ["prometheus.internal:9090", "Grafana.internal", "[::1]:9090", "10.0.0.5"];
  test.each([
    "http://prometheus.internal:9090/metrics",
    "https://prometheus.internal:9090/metrics",
    "http://PROMETHEUS.internal:9090/",
    "http://grafana.internal/",
    "https://grafana.internal/",
    "http://[::1]:9090/metrics",
    "http://10.0.0.5/",
  ])("may be asked at %s", (text) => expect(outgoing(text, opened)).toMatchObject({ trusted: true }));

  test.each([
    "http://prometheus.internal/",
    "https://prometheus.internal:9091/",
    "https://prometheus.internal.:9090/",
    "http://a.grafana.internal/",
    "http://grafana.internal.evil.example.net/",
    "http://grafana.internal:8080/",
    "http://ada@grafana.internal/",
    "http://evil.example.net#grafana.internal",
    "http://evil.example.net\\@grafana.internal/",
    "ftp://grafana.internal/",
    "http://10.0.0.6/",
    "http://167772165/",
    "http://[::1]/",
  ])("opens no other: %s", (text) => expect(outgoing(text, opened)).toHaveProperty("fault"));

  test("may be one on the port its scheme has anyway", () => {
    expect(outgoing("https://db.internal/", ["db.internal:443"])).toMatchObject({ trusted: true });
    expect(outgoing("http://db.internal/", ["db.internal:443"])).toHaveProperty("fault");
  });
});
