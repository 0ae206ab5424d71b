import { describe, expect, test } from "vitest";
import { marked, type Piece, snippet } from "../../../shared/search/snippet.ts";

/** Pieces as one text, with «» around what is marked. */
const drawn = (pieces: Piece[]) => pieces.map(({ text, marked }) => (marked ? `«${text}»` : text)).join("");

describe("marking", () => {
  test("marks the beginning that was typed, accents and all", () => {
    expect(drawn(marked("Élan of the élite", ["el"]))).toBe("«Él»an of the «él»ite");
    expect(drawn(marked("Straße", ["stras"]))).toBe("«Straß»e");
    expect(drawn(marked("e\u0301lan", ["e"]))).toBe("«e\u0301»lan");
    expect(drawn(marked("retention and reach", ["re", "retention"]))).toBe("«retention» and «re»ach");
  });

  test("gives the whole text back, whatever is in it", () => {
    for (const text of [
      "",
      "<b>&amp;</b> (.*)+ \\",
      "שלום world",
      "🚀 x\ud83d y",
      "\u202eabc",
      "a".repeat(100_000),
    ])
      expect(
        marked(text, ["a", "x", "🚀", "b"])
          .map((one) => one.text)
          .join(""),
      ).toBe(text);
  });
});

describe("a snippet", () => {
  const long = `${"many words stand before it and ".repeat(20)}the churn rose ${"and more came after ".repeat(20)}`;

  test("shows what surrounds the first match", () => {
    const shown = drawn(snippet(long, ["churn"]));
    expect(shown).toContain("the «churn» rose");
    expect(shown.startsWith("… ") && shown.endsWith(" …")).toBe(true);
    expect(shown.length).toBeLessThan(180);
  });

  test("shows the beginning where the match is in the title alone", () => {
    expect(drawn(snippet(long, ["elsewhere"])).startsWith("many words")).toBe(true);
  });

  test("cuts no character in two, even of one word without end", () => {
    for (const text of ["🚀".repeat(5000), `x ${"👩‍🚀".repeat(900)} churn`, "界".repeat(4000)]) {
      const shown = snippet(text, ["churn", "界"])
        .map((one) => one.text)
        .join("");
      expect(/\p{Surrogate}/u.test(shown)).toBe(false);
      expect(shown.length).toBeLessThan(200);
    }
  });

  test("is short of a hundred thousand letters", () => {
    expect(drawn(snippet("churn".repeat(20_000), ["churn"])).length).toBeLessThan(200);
  });
});
