import { describe, expect, test } from "vitest";
import type { Revalidation } from "../../../../shared/metrics/revalidation.ts";
import { elseHappened } from "../../../../shared/reviews/quarterly.ts";
import { unnamedCycles } from "../../../../web/screens/rhythm/OlderNames.tsx";
import { realigned } from "../../../../web/screens/rhythm/Realign.tsx";
import { isSettled } from "../../../../web/screens/rhythm/settled.ts";
import { firstOpen, isDone } from "../../../../web/screens/rhythm/yearly/yearly-steps.ts";
import { linksIn } from "../../../../web/screens/rhythm/yearly/yearly-words.ts";
import { addressOf } from "../../../../web/ui/review-name.ts";
import { finishes, running } from "../../../support/cast.ts";
import { rowsOf } from "../../../support/reviewing.ts";

describe("a target moved from a review", () => {
  test("is said in the words of the decision, and has the way back", async () => {
    const rules = await running();
    const keyResult = { ...rules.get("key-result", finishes), target: 0.26 };
    expect(realigned(keyResult, 0.22)).toEqual({
      words: "Target 26% to 22%",
      revise: { keyResultId: finishes, target: 0.22 },
      undo: { keyResultId: finishes, target: 0.26 },
    });
    expect(realigned(keyResult, 0.26)).toBeUndefined();
    expect(realigned(keyResult, undefined)).toBeUndefined();
  });
});

test("a review that speaks of an older cycle asks for its names, and of one that is here for none", async () => {
  const rules = await running();
  const here = rowsOf(rules);
  const [cycle] = here.cycles;
  const closed = (id: string, endsOn: string) => ({ ...cycle!, id, endsOn, state: "closed" as const });
  const held = { revision: 1, beat: "monthly", leaderId: "dora", state: "done" } as const;
  const rows = {
    ...{ ...here, cycles: [cycle!, closed("older", "2026-03-31"), closed("last", "2026-06-30")] },
    reviews: [{ ...held, items: [], decisions: [], id: "before", cycleId: "older", on: "2026-06-01" }],
  };
  const terms = { beat: "monthly", cycleId: "last", on: "2026-07-01" } as const;
  const speakOf = (id: string) => {
    const subject = { kind: "key-result", id } as const;
    return unnamedCycles({ items: [{ subject, part: "decided-before", reasons: [] }], terms, rows });
  };
  expect([speakOf("long ago"), speakOf(finishes)]).toEqual([["older"], []]);
});

test("an item is settled by a decision, its grade, or the notes it asks for", async () => {
  const rules = await running();
  const rows = rowsOf(rules);
  const keyResult = { kind: "key-result", id: finishes } as const;
  const grade = { subject: keyResult, part: "grades", reasons: [] } as const;
  const graded = { keyResults: rows.keyResults.map((one) => ({ ...one, state: "graded" as const })) };
  const item = { ...grade, reasons: [] };
  expect([isSettled(item, {}, rows), isSettled(item, {}, graded)]).toEqual([false, true]);
  expect(isSettled({ ...item, part: "off-pace" }, {}, graded)).toBe(false);
  const notes = { subject: { kind: "topic", id: elseHappened }, part: "others", reasons: [] } as const;
  expect(isSettled({ ...notes, reasons: [] }, {}, rows)).toBe(false);
  expect(isSettled({ ...notes, reasons: [] }, { notes: "A rival left." }, rows)).toBe(true);
  expect(isSettled({ ...item, part: "stale" }, { notes: "A rival left." }, rows)).toBe(false);
});

describe("the question of the year", () => {
  const open: Revalidation = {
    ...{ trigger: "yearly", openedAt: "2026-11-02T09:00:00.000Z", openedBy: "ada", signatures: [] },
    answers: { "one-metric": { verdict: "yes", evidence: "" } },
  };

  test("goes on at the first test nobody has answered, then at its answer", () => {
    expect(firstOpen(open)).toBe("leading");
    const yes = { verdict: "yes", evidence: "" } as const;
    const all = { "one-metric": yes, leading: yes, "user-centric": yes, actionable: yes, sticky: yes };
    expect(firstOpen({ ...open, answers: all })).toBe("answer");
    expect([
      isDone("one-metric", open, false),
      isDone("leading", open, false),
      isDone("evidence", open, false),
    ]).toEqual([true, false, false]);
    expect(isDone("evidence", { ...open, links: ["https://example.com"] }, false)).toBe(true);
    expect(isDone("evidence", open, true)).toBe(true);
    expect(isDone("answer", { ...open, as: "keep" }, false)).toBe(true);
  });

  test("takes web addresses and nothing else as links", () => {
    expect(linksIn(" https://example.com/plan \n\nhttp://intranet/deck")).toEqual([
      "https://example.com/plan",
      "http://intranet/deck",
    ]);
    expect(linksIn("")).toEqual([]);
    for (const bad of ["javascript:alert(1)", "the plan", "https://a b", `${"https://a.de\n".repeat(21)}`])
      expect(linksIn(bad)).toBeUndefined();
  });

  test("has a page of its own; a review of it that was held is read beside it", () => {
    expect(addressOf({ beat: "yearly" })).toBe("/rhythm/yearly");
    expect(addressOf({ beat: "yearly", on: "2026-02-28" })).toBe("/rhythm/yearly/held?on=2026-02-28");
    expect(addressOf({ beat: "quarterly", on: "2026-09-30" })).toBe("/rhythm/quarterly?on=2026-09-30");
  });
});
