import { describe, expect, test } from "vitest";
import {
  numberOfSeries,
  parseSelector,
  type Selector,
} from "../../../shared/metrics/connector-prometheus.ts";

const text = `# HELP http_requests_total The total number of HTTP requests.
# TYPE http_requests_total counter
http_requests_total{method="post",code="200"} 1027 1395066363000
http_requests_total{method="post",code="400"}    3 1395066363000
# Escaping in label values:
msdos_file_access_time_seconds{path="C:\\\\DIR\\\\FILE.TXT",error="Cannot find file:\\n\\"FILE.TXT\\""} 1.458255915e9

metric_without_timestamp_and_labels 12.47
something_weird{problem="division by zero"} +Inf -3982045
odd{a="}",b="{,",} 4
rpc_duration_seconds_sum 1.7560473e+07
trace_total{id="1"} 9 # {trace_id="KOO5S4vxi0o"} 0.67
queue_nan NaN
`;

const read = (selector: string, pick: "only" | "sum" = "only", from = text) =>
  numberOfSeries(from, parseSelector(selector) as Selector, pick);

describe("the number of a series", () => {
  test.each([
    ["metric_without_timestamp_and_labels", 12.47],
    ['http_requests_total{code="400"}', 3],
    ['http_requests_total{code!="400"}', 1027],
    ['http_requests_total{method="post",code="200",}', 1027],
    ['http_requests_total{ code = "200" }', 1027],
    ['http_requests_total{code="200",absent=""}', 1027],
    ['msdos_file_access_time_seconds{path="C:\\\\DIR\\\\FILE.TXT"}', 1.458255915e9],
    ['msdos_file_access_time_seconds{error="Cannot find file:\\n\\"FILE.TXT\\""}', 1.458255915e9],
    ['odd{a="}",b="{,"}', 4],
    ["rpc_duration_seconds_sum", 1.7560473e7],
    ["trace_total", 9],
  ])("%s is %d", (selector, value) => expect(read(selector)).toEqual({ value }));

  test("is none where several match, unless they are to be added up", () => {
    expect(read("http_requests_total")).toEqual({ unread: "several", count: 2 });
    expect(read("http_requests_total", "sum")).toEqual({ value: 1030 });
  });

  test("is none where nothing matches; a name is matched whole", () => {
    for (const selector of ["http_requests", 'http_requests_total{code="500"}', "absent"])
      for (const pick of ["only", "sum"] as const)
        expect(read(selector, pick)).toEqual({ unread: "nothing-there" });
  });

  test("is none where it is not finite", () => {
    expect(read("something_weird")).toEqual({ unread: "not-finite" });
    expect(read("queue_nan", "sum")).toEqual({ unread: "not-finite" });
    expect(read("big", "sum", 'big{a="1"} 1e308\nbig{a="2"} 1e308\n')).toEqual({ unread: "not-finite" });
  });

  test.each([
    ["<!doctype html>\n<p>Sign in</p>", "1"],
    ['{"status":"success"}', "1"],
    ["a 1\nb", "2"],
    ["a 1\n\n# x\nb{c=1} 2", "4"],
    ['a{b="c} 1', "1"],
    ['a{b!="c"} 1', "1"],
    ["a 1 2 3", "1"],
    ["a\u00a01", "1"],
  ])("%s is no text of Prometheus, and the line is told", (wrong, line) =>
    expect(read("a", "sum", wrong)).toEqual({ unread: "not-prometheus", at: line }),
  );

  test("a value that only looks like one is told", () =>
    expect(read("a", "only", "a 12min")).toEqual({ unread: "not-a-number" }));

  test("lines may end as on Windows", () =>
    expect(read("a", "only", "a 1\r\nb 2\r\n")).toEqual({ value: 1 }));

  test("a hostile line does not take longer than its length", () => {
    for (const line of [`a${" ".repeat(90_000)}!`, `a{${" ".repeat(90_000)}`, `a{b="${"\\".repeat(90_001)}`])
      expect(read("a", "only", line)).not.toHaveProperty("value");
  });
});

describe("a selector", () => {
  test("is a name and labels that are or are not", () => {
    expect(parseSelector('up{job="api", code!="500"} ')).toEqual({
      name: "up",
      labels: [
        { name: "job", is: "=", value: "api" },
        { name: "code", is: "!=", value: "500" },
      ],
    });
    expect(parseSelector("node:cpu:rate5m")).toEqual({ name: "node:cpu:rate5m", labels: [] });
    expect(parseSelector("up{}")).toEqual({ name: "up", labels: [] });
  });

  test.each([
    ["", 0],
    ["1up", 0],
    [" up", 0],
    ["up down", 2],
    ["up{", 3],
    ["up{job}", 3],
    ["up{job=api}", 3],
    ['up{job=~"a.*"}', 3],
    ['up{job="api"', 3],
    ['up{job="api"}[5m]', 13],
    ['sum(up{job="api"})', 3],
    ["rate(x[5m])", 4],
  ])("%s is none from there on", (selector, at) => expect(parseSelector(selector)).toEqual({ at }));
});
