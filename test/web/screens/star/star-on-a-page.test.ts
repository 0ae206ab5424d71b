import { expect, test } from "vitest";
import { starOnAPage } from "../../../../web/screens/star/star-on-a-page.ts";
import { starRows } from "../../../../web/screens/star/star-rows.ts";
import { formatDay } from "../../../../web/ui/day.ts";
import { habit, northStar, running, skips } from "../../../support/cast.ts";
import { readerOf } from "../../../support/reader.ts";
import type { Rules } from "../../../support/rules.ts";

const today = "2026-10-05";
const page = async (rules: Rules) => starOnAPage(await starRows(readerOf(rules), today), today);

test("the star, its inputs, what must not be damaged and how we decide stand on one page", async () => {
  const rules = await running();
  await rules.must("ada", "workspace.set-decision-rules", { rules: ["The star goes first."] });
  await rules.must("stew", "reading.record", { metricId: habit, on: today, value: 0.21, source: "by hand" });
  await rules.must("ada", "north-star.commit", { northStarId: northStar });
  expect(await page(rules)).toBe(
    [
      "Waves: our North Star",
      "",
      "Time spent listening",
      "As counted.",
      "Worth it.",
      `Proposed until the CEO and the CPO have signed it. Signed by Ada (CPO) on ${formatDay(today, undefined, today)}. Still to sign: Dora (CEO).`,
      "",
      "What moves it",
      "- Weekly podcast habit: now 21.0%, Stew looks after it",
      "",
      "What must not be damaged",
      "- Skips in 30 s: at most 30.0%, Stew looks after it",
      "",
      "How we decide",
      "- The star goes first.",
    ].join("\n"),
  );
});

test("what is retired is not on it, and a steward who left is not named", async () => {
  const rules = await running();
  await rules.must("ada", "metric.retire", { metricId: skips });
  await rules.must("ada", "member.remove", { memberId: rules.get("metric", habit).stewardId });
  const text = await page(rules);
  expect(text).not.toContain("Skips");
  expect(text).toContain("- Weekly podcast habit: no reading yet");
});

test("without a North Star there is no page", async () => {
  const rules = await running();
  const rows = await starRows(readerOf(rules), today);
  expect(starOnAPage({ ...rows, northStar: undefined }, today)).toBe("");
});
