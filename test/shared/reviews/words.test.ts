import { describe, expect, test } from "vitest";
import { isQuestion, unjustifiedWork } from "../../../shared/reviews/agenda-item.ts";
import { decisionLabel, decisionWords, type Names } from "../../../shared/reviews/words.ts";

const names = { member: () => "Ben", day: () => "4 Dec", subject: () => "It", series: () => "It" } as Names;
const question = { kind: "topic", id: "Standing question" } as const;
const work = { kind: "topic", id: unjustifiedWork("Podcasts") } as const;
const keyResult = { kind: "key-result", id: "a" } as const;

describe("a decision in words", () => {
  test("of a question is its answer alone, and is called answered", () => {
    expect(decisionWords({ as: "keep", text: "To the habit.", subject: question }, names)).toBe(
      "To the habit.",
    );
    expect(decisionWords({ as: "keep", text: "", subject: question }, names)).toBe("Answered");
    expect(decisionWords({ as: "help", text: "Ask Ada.", subject: question }, names)).toBe("Help: Ask Ada.");
    expect(decisionLabel({ as: "keep", subject: question })).toBe("Answered");
  });

  test("of anything else begins with what was decided", () => {
    expect(decisionWords({ as: "keep", text: "It holds.", subject: keyResult }, names)).toBe(
      "Keep: It holds.",
    );
    expect(decisionWords({ as: "keep", text: "It ends soon.", subject: work }, names)).toBe(
      "Keep: It ends soon.",
    );
    expect(decisionWords({ as: "adjust", text: "Fewer." }, names)).toBe("Adjust: Fewer.");
    expect(decisionLabel({ as: "keep" })).toBe("Keep");
  });

  test("work without a key result is a topic, and no question", () => {
    expect([question, work, keyResult].map(isQuestion)).toEqual([true, false, false]);
  });
});
