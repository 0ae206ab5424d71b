import { describe, expect, test } from "vitest";
import { queryIn } from "../../../shared/search/query.ts";
import { cut, folded, longestWord, placesIn, wordsIn } from "../../../shared/search/words.ts";

describe("the words of a text", () => {
  test("are told without case, accents and kinds of writing", () => {
    expect(wordsIn("Straße ÉLAN naïve ŁÓDŹ Ærø ﬁnal ＡＢ İstanbul")).toEqual([
      ...["strasse", "elan", "naive", "lodz", "aero", "final", "ab", "istanbul"],
    ]);
  });

  test("are the same whether a text is plain or has one letter that is not", () => {
    const text = "Check-in no. 7 of_the (p99) a.b/c 100% Don't #1 *x* \n new";
    expect(wordsIn(`${text} é`)).toEqual([...wordsIn(text), "e"]);
    expect(placesIn(text).map((one) => one.word)).toEqual(wordsIn(text));
  });

  test("end at every mark between them", () => {
    expect(wordsIn("check-in, don't: 95% (p99) https://a.b/c_d")).toEqual([
      ...["check", "in", "don", "t", "95", "p99", "https", "a", "b", "c", "d"],
    ]);
  });

  test("are single characters where a script writes no blanks, and pictures", () => {
    expect(wordsIn("東京タワーx 🚀👩‍🚀")).toEqual(["東", "京", "タ", "ワ", "ー", "x", "🚀", "👩", "🚀"]);
    expect(wordsIn("שָׁלוֹם עולם مُحَمَّد")).toEqual(["שלום", "עולם", "محمد"]);
  });

  test("stand where they stand, whatever they fold to", () => {
    const text = "An ﬁx für Łódź";
    expect(placesIn(text).map(({ from, to }) => text.slice(from, to))).toEqual(["An", "ﬁx", "für", "Łódź"]);
  });
});

describe("hostile texts", () => {
  test("a word of a hundred thousand letters counts by its beginning", () => {
    const long = "ä".repeat(100_000);
    expect(wordsIn(long)).toEqual(["a".repeat(longestWord)]);
    expect(folded("e\u0301".repeat(50_000)).length).toBeLessThanOrEqual(longestWord);
    expect(wordsIn("\u0301".repeat(100_000))).toEqual([]);
  });

  test("halves of characters and control characters are no words and break none", () => {
    expect(wordsIn("a\ud83d b \udc00c\u0000d\u202ee")).toEqual(["a", "b", "c", "d", "e"]);
    expect(cut("ab🚀", 3)).toBe("ab");
    expect(cut("ab🚀", 4)).toBe("ab🚀");
  });

  test("names that every object has are words like others", () => {
    expect(wordsIn("__proto__ constructor")).toEqual(["proto", "constructor"]);
  });
});

describe("what is looked for", () => {
  test("is nothing, too little, no word, or words that must all occur", () => {
    expect(queryIn("  ")).toEqual({ state: "empty" });
    expect(queryIn("a")).toEqual({ state: "short" });
    expect(queryIn("?!")).toEqual({ state: "wordless" });
    expect(queryIn("(.*)+[")).toEqual({ state: "wordless" });
    expect(queryIn("Retention retention q")).toEqual({ state: "words", words: ["retention", "q"] });
  });

  test("one character is enough where it is a word", () => {
    expect(queryIn("京").state).toBe("words");
    expect(queryIn("🚀").state).toBe("words");
  });

  test("is bounded, however much is pasted", () => {
    const query = queryIn(Array.from({ length: 10_000 }, (_, at) => `w${at}`).join(" "));
    expect(query.state === "words" && query.words.length).toBe(12);
  });
});
