import { expect, test } from "vitest";
import { completeness, type Missing } from "../../../../shared/metrics/completeness.ts";
import { routes } from "../../../../web/app/routes.tsx";
import { missingWords, scoreWords } from "../../../../web/screens/star/completeness-words.ts";
import { starRows } from "../../../../web/screens/star/star-rows.ts";
import { founded, habit, podcasts, q4, running } from "../../../support/cast.ts";
import { readerOf } from "../../../support/reader.ts";
import { idOf } from "../../../support/rules.ts";

const everything: readonly Missing[] = [
  ...(["no-star", "not-signed", "no-outcome", "no-guardrail", "rules-unconfirmed"] as const).map((what) => ({
    what,
  })),
  { what: "too-few-inputs", count: 0 },
  { what: "too-few-inputs", count: 2 },
  { what: "too-many-inputs", count: 9 },
  { what: "no-steward", metricId: habit, name: "Habit" },
  { what: "no-squads" },
  { what: "no-members", squadId: podcasts, name: "Podcasts" },
  { what: "no-pm", squadId: podcasts, name: "Podcasts" },
  ...(["no-director", "no-cpo", "no-ceo"] as const).map((what) => ({ what })),
];

test("whatever is missing has words, and leads to a screen that exists", () => {
  const paths = routes.map(({ path }) =>
    typeof path === "string" ? new RegExp(`^${path.replace(/:\w+/g, "[^/]+")}$`) : path,
  );
  for (const missing of everything) {
    const { words, href } = missingWords(missing);
    expect(words.length, missing.what).toBeGreaterThan(8);
    const leads = href.startsWith("#") || paths.some((path) => path.test(href.split("?")[0]!));
    expect(leads, href).toBe(true);
  }
});

test("halves are said as halves", () => {
  expect([0, 0.5, 1, 3.5, 5].map(scoreWords)).toEqual(["0 of 5", "½ of 5", "1 of 5", "3½ of 5", "5 of 5"]);
});

test("Star reads what completeness is computed from, retired metrics left out", async () => {
  const rules = await founded();
  const rows = await starRows(readerOf(rules), "2026-09-21");
  const parts = completeness({ ...rows, decisionRules: rows.workspace!.decisionRules });
  expect(parts.map((one) => one.share)).toEqual([0.5, 0, 0, 1, 0]);
});

test("recall answers of every cycle on the phone are read", async () => {
  const rules = await running();
  await rules.must("ben", "recall.answer", { cycleId: q4, choice: idOf("something else") });
  const rows = await starRows(readerOf(rules), "2026-10-05");
  expect(rows.recalls.map((one) => [one.cycleId, one.right])).toEqual([[q4, false]]);
});
