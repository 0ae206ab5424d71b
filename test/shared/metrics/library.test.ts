import { expect, test } from "vitest";
import { catalogue, searched } from "../../../shared/metrics/library/catalogue.ts";
import { stages } from "../../../shared/metrics/library/library-metric.ts";
import { blankMetric, defineArgs, formOf } from "../../../web/screens/metrics/metric-form.ts";
import { founded } from "../../support/cast.ts";
import { idOf } from "../../support/rules.ts";

test("forty-five metrics, every stage well filled, no name and no id twice", () => {
  expect(catalogue).toHaveLength(45);
  for (const stage of stages)
    expect(catalogue.filter((one) => one.stage === stage).length).toBeGreaterThanOrEqual(6);
  expect(new Set(catalogue.map((one) => one.id)).size).toBe(45);
  expect(new Set(catalogue.map((one) => one.name)).size).toBe(45);
});

test("each says what is counted, what for, and where it misleads", () => {
  for (const one of catalogue) {
    expect(one.id).toMatch(/^[a-z0-9-]+$/);
    expect(one.definition.split(" ").length, one.id).toBeGreaterThan(6);
    expect(one.use, one.id).toMatch(/[?.]$/);
    expect(one.trap.split(" ").length, one.id).toBeGreaterThan(4);
    // A share that may pass 100 % or fall below nothing would never lie in its usual range.
    if (one.unit.scale === "ratio") expect(one.definition, one.id).not.toContain("× 100");
  }
});

test("every one of them defines a metric the rules take, a guardrail once it has a limit", async () => {
  const rules = await founded();
  for (const [index, one] of catalogue.entries()) {
    const limit = one.kind === "guardrail" ? { ceiling: 1 } : {};
    const form = { ...blankMetric("input", idOf("stew")), ...formOf(one), ...limit };
    const id = idOf(`library ${index}`);
    await rules.must("ada", "metric.define", defineArgs(form, id, new Set()));
    expect(rules.get("metric", id)).toMatchObject({ kind: one.kind, unit: one.unit, cadence: one.cadence });
  }
});

test("every word of a search is found wherever it stands, whatever its case and accents", () => {
  expect(searched("", "").length).toBe(45);
  expect(searched("  CHURN ", "").length).toBeGreaterThan(0);
  expect(searched("chürn", "")).toEqual(searched("churn", ""));
  expect(searched("retention month", "").map((one) => one.id)).toContain("day-30-retention");
  expect(searched("", "referral").every((one) => one.stage === "referral")).toBe(true);
  expect(searched("churn", "referral")).toEqual([]);
  expect(searched("zzz 🎧", "")).toEqual([]);
});
