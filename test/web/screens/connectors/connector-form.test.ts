import { describe, expect, test } from "vitest";
import { type Connector, draft, trial } from "../../../../shared/metrics/connector.ts";
import {
  blankConnector,
  type ConnectorForm,
  connectorForm,
  draftArgs,
  mistakesIn,
  trialArgs,
  trialMistakes,
  withoutSecrets,
} from "../../../../web/screens/connectors/connector-form.ts";
import { idOf } from "../../../support/rules.ts";

const metricId = idOf("metric");
const typed = (changes: Partial<ConnectorForm> = {}): ConnectorForm => ({
  ...blankConnector(metricId),
  name: " Warehouse ",
  url: " https://metrics.example.org/weekly.json?key=k3y ",
  path: "total",
  ...changes,
});
const stored: Connector = {
  ...{ id: idOf("connector"), metricId, name: "Warehouse", memberId: idOf("ada") },
  ...{ address: "https://metrics.example.org/weekly.json", hidden: true, headers: ["Authorization"] },
  ...{ look: { format: "prometheus", selector: "up", pick: "sum" }, factor: 0.01, segment: "EU" },
  ...{ schedule: { every: "week", weekday: 5, time: "17:30" }, state: "on", failures: 0 },
};
const header = (changes: object = {}) => ({ name: "X-Key", value: "s3cret", kept: false, ...changes });

describe("a source as it is typed", () => {
  test.each<[string, Partial<ConnectorForm>]>([
    ["of JSON", {}],
    ["of Prometheus text", { format: "prometheus", selector: 'up{job="a"}', pick: "sum" }],
    ["with headers", { headers: [header(), header({ name: "Accept", value: " text/plain " })] }],
    ["each week, of a segment", { every: "week", weekday: 3, time: "17:30", segment: " EU " }],
    ["each hour", { every: "hour", time: "00:15" }],
  ])("is one the server takes: %s", (_what, changes) => {
    const form = typed(changes);
    expect(mistakesIn(form, undefined)).toEqual({});
    expect(draft.safeParse(draftArgs(form, undefined)).success).toBe(true);
    expect(trial.safeParse(trialArgs(form, undefined)).success).toBe(true);
  });

  test("sends no more than was meant", () => {
    expect(draftArgs(typed({ weekday: 5 }), undefined)).toEqual({
      ...{ metricId, name: "Warehouse", url: "https://metrics.example.org/weekly.json?key=k3y", headers: [] },
      ...{ look: { format: "json", path: "total" }, factor: 1, schedule: { every: "day", time: "07:00" } },
    });
  });

  test.each<[keyof ConnectorForm, Partial<ConnectorForm>, RegExp]>([
    ["metricId", { metricId: "" }, /Choose the metric/],
    ["name", { name: "  " }, /Give it a name/],
    ["url", { url: "" }, /Type the https address/],
    ["url", { url: "metrics" }, /no address/],
    ["path", { path: "" }, /Say where/],
    ["path", { path: "data[*].x" }, /From “\[\*\]\.x” on/],
    ["path", { path: "data[" }, /From “\[” on/],
    ["selector", { format: "prometheus", selector: "" }, /Name the series/],
    ["selector", { format: "prometheus", selector: "sum(up)" }, /From “\(up\)” on/],
    ["selector", { format: "prometheus", selector: "up{" }, /ends too early/],
    ["factor", { factor: undefined }, /other than 0/],
    ["factor", { factor: 0 }, /other than 0/],
    ["time", { time: "" }, /Choose a time/],
  ])("says what is wrong with %s: %j", (field, changes, words) => {
    const mistakes = mistakesIn(typed(changes), undefined);
    expect(Object.keys(mistakes)).toEqual([field]);
    expect(mistakes[field]).toMatch(words);
  });

  test.each([
    [[header({ name: "" })], "headers.0.name", /no name/],
    [[header({ name: "Host" })], "headers.0.name", /no name/],
    [[header(), header({ name: "x-key" })], "headers.1.name", /there already/],
    [[header({ value: "" })], "headers.0.value", /Type its value/],
    [[header({ value: "a\nb" })], "headers.0.value", /one line/],
    [[header({ value: "schlüssel" })], "headers.0.value", /one line/],
  ])("says what is wrong with headers %j", (headers, field, words) =>
    expect(trialMistakes(typed({ headers }), undefined)[field]).toMatch(words),
  );
});

describe("a source that is kept already", () => {
  test("comes back as it is, and address and headers stay where they are", () => {
    const form = connectorForm(stored);
    expect(mistakesIn(form, stored)).toEqual({});
    const { look, factor, segment, schedule, name } = stored;
    const said = { metricId, name, headers: [{ name: "Authorization" }], look, factor, segment, schedule };
    expect(draftArgs(form, stored)).toEqual(said);
    expect(trialArgs(form, stored)).toEqual({ connectorId: stored.id, headers: said.headers, look, factor });
  });

  test("sends a new address, and wants its headers again where that is another server's", () => {
    const same = { ...connectorForm(stored), url: "https://metrics.example.org/other" };
    expect(mistakesIn(same, stored)).toEqual({});
    expect(draftArgs(same, stored).url).toBe("https://metrics.example.org/other");
    const other = { ...same, url: "https://lake.example.org/weekly.json" };
    expect(mistakesIn(other, stored)).toEqual({ "headers.0.value": expect.stringMatching(/again/) });
    const again = { ...other, headers: [{ name: "Authorization", value: "new", kept: true }] };
    expect(mistakesIn(again, stored)).toEqual({});
  });
});

test("a draft on this device holds no header and no query", () => {
  expect(
    withoutSecrets({ url: "https://a.example.org/x?key=k3y#z", headers: [header()], name: "A" }),
  ).toEqual({
    url: "https://a.example.org/x",
    name: "A",
  });
  expect(withoutSecrets({ headers: [header()] })).toEqual({});
});
