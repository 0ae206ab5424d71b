import { beforeAll, describe, expect, test } from "vitest";
import { letterOf } from "../../../shared/channels/mail.ts";
import { reportLetter } from "../../../shared/channels/report-letter.ts";
import { reportSaying } from "../../../shared/channels/report-saying.ts";
import { fitted } from "../../../shared/channels/saying.ts";
import type { LockScreen } from "../../../shared/reminders/wording.ts";
import { reportOf } from "../../../shared/reviews/report.ts";
import { reviewId } from "../../../shared/reviews/review.ts";
import type { ReviewRows } from "../../../shared/reviews/rows.ts";
import { addDays } from "../../../shared/time/local-date.ts";
import { finishes, habit, podcasts, q4, running, star } from "../../support/cast.ts";
import { rowsOf } from "../../support/reviewing.ts";
import { idOf, type Rules } from "../../support/rules.ts";

const today = "2026-11-10";
let rules: Rules;
const at = (day: string) => ({ at: `${day}T09:00:00.000Z`, receivedAt: `${day}T09:00:00.000Z` });
const rows = (): ReviewRows => ({ ...rowsOf(rules), events: rules.all("event") });
const letter = (detail: LockScreen) =>
  reportLetter(reportOf(q4, today, rows())!, rows(), { detail, locale: "en" });

/** Values, notes and a decision of a company in its sixth week. */
beforeAll(async () => {
  rules = await running();
  for (let week = 0; week < 20; week += 1)
    for (const [metricId, value] of [
      [star, 250 + (week % 3)],
      [habit, 0.2 + (week % 4) / 1000],
    ] as const) {
      const on = addDays("2026-06-28", 7 * week);
      await rules.must("ada", "reading.record", { metricId, on, value, source: "by hand" }, at(on));
    }
  const checkIn = { keyResultId: finishes, value: 0.1875, confidence: 6, note: "A secret note" };
  await rules.must("ben", "check-in.record", { ...checkIn, id: idOf("a check-in") }, at("2026-11-09"));
  const blocked = { id: idOf("b"), keyResultId: finishes, text: "A secret blocker" };
  await rules.must("ben", "blocker.raise", blocked, at("2026-11-02"));
  const review = { beat: "weekly", squadId: podcasts, cycleId: q4, on: "2026-11-02" } as const;
  await rules.must("imani", "review.open", review, at("2026-11-04"));
  const subject = { kind: "key-result", id: finishes };
  const decided = { reviewId: reviewId(review), subject, as: "help", text: "A secret reason." };
  await rules.must("imani", "review.decide", decided, at("2026-11-04"));
  await rules.must("ada", "event.mark", {
    ...{ id: idOf("e"), on: "2026-11-01", type: "launch", text: "A secret launch" },
  });
});

test("a channel hears of the star, how sure we are and what changed, and where the rest is", () => {
  const saying = reportSaying(reportOf(q4, today, rows())!, rows(), "https://n.example");
  const { title, parts, link } = fitted(saying, (text) => text);
  expect(title).toBe("The report of Waves, Q4 2026");
  expect(parts.map((one) => one.heading)).toEqual([
    ...[undefined, "North Star", "How sure we are", "What changed since 10 Oct"],
  ]);
  expect(parts[1]?.lines[0]).toBe("Time spent listening: 251 min / week, as usual");
  expect(link.url).toBe(`https://n.example/rhythm/report?cycle=${q4}&on=2026-11-10`);
});

describe("the report by e-mail", () => {
  test("says what its page says, shorter, to whom everything may be shown", () => {
    const { title, body, sections = [] } = letter("full");
    expect(title).toBe("The report of Waves, Q4 2026");
    expect(body).toContain("Time spent listening is at 251 min / week");
    expect(sections.map((one) => one.heading)).toEqual([
      ...[
        "North Star",
        "What is meant to move it",
        "Objectives",
        "What changed since 10 Oct",
        "What was decided",
      ],
      ...["What is next", "How sure we are"],
    ]);
    const all = JSON.stringify(sections);
    expect(all).toContain("Too early to say what moved the star: 6 of 13 weeks. Each input is judged once");
    expect(all).not.toMatch(/[.!?];/);
    for (const said of ["251 min / week", "20.3%", "A secret blocker", "A secret reason", "A secret launch"])
      expect(all).toContain(said);
  });

  test("holds neither values nor anybody's words where titles may be shown, and every title", () => {
    const said = JSON.stringify(letter("titles"));
    expect(said).not.toMatch(/secret|251|20\.\d%|0\.1875|18\.\d%|min \/ week/);
    for (const name of ["Time spent listening", "Weekly podcast habit", "Finished episodes, 18% to 26%"])
      expect(said).toContain(name);
    expect(said).toContain("Finished episodes, 18% to 26%: help");
    expect(said).toContain("Finished episodes, 18% to 26%: blocked since 2 Nov");
  });

  test("holds counts alone where nothing else may be shown", () => {
    const { title, body, sections } = letter("private");
    expect([title, sections]).toEqual(["The report is ready", undefined]);
    expect(body).toMatch(/^Week 6 of 13\.\nOf 1 key result: 1 [a-z -]+\.$/);
  });

  test("counts what would make a list long, and stays one short mail whatever a text holds", async () => {
    for (let i = 0; i < 12; i += 1)
      await rules.must("ada", "metric.define", {
        ...{ id: idOf(`metric ${i}`), key: `m${i}`, name: `<b>Lever ${i}</b>`, kind: "input" },
        ...{ definition: "As counted.", goodDirection: "up", cadence: "weekly", parentId: star },
        ...{ unit: { label: "", scale: "count", decimals: 0 }, stewardId: idOf("stew") },
      });
    const parts = letter("full");
    const inputs = parts.sections?.find((one) => one.heading === "What is meant to move it")?.lines ?? [];
    expect([inputs.length, inputs.at(-1)]).toEqual([8, "and 6 more"]);
    const addresses = { navigate: "https://n.example/rhythm/report", unsubscribe: "https://n.example/u" };
    const rest = { settings: "https://n.example/me/email", workspace: "Waves", group: "report" } as const;
    const { html, text } = letterOf({ ...parts, ...addresses, ...rest });
    expect(html).not.toContain("<b>");
    expect(text).toContain("No more e-mails about the report: https://n.example/u");
    expect(text.length).toBeLessThan(8000);
  });
});
