import { expect, test } from "vitest";
import { localCodes, rejectionCodes, requestCodes } from "../../../shared/sync/codes.ts";
import { phoneCodes, refusalLine, refusalWords, type Where } from "../../../web/ui/refusal.ts";

const codes = [...new Set<string>([...rejectionCodes, ...requestCodes, ...localCodes, ...phoneCodes])];
const places: Where[] = ["form", "attention", "request"];

test("every code says what happened, what is safe and what to do, in whole sentences", () => {
  for (const code of codes)
    for (const where of places)
      for (const sentence of Object.values(refusalWords(code, where)))
        expect(sentence, code).toMatch(/^[A-Z“].*\.$/);
});

test("no code is shown to a person as a code, and nobody is shouted at", () => {
  for (const code of codes) expect(refusalLine(code), code).not.toMatch(/_|!|\berror\b/i);
});

test("no two codes share what happened, so that a person can tell them apart", () => {
  const happened = codes.map((code) => refusalWords(code).happened);
  expect(new Set(happened).size).toBe(codes.length);
});

test("a code of a newer server is named, because somebody will ask for it", () => {
  expect(refusalLine("tide_too_high")).toContain("(tide_too_high)");
  expect(refusalLine("constructor")).toContain("(constructor)");
});

test("what is safe depends on where the text stands", () => {
  expect(refusalWords("reassigned", "attention").safe).toBe("Your text is kept on this phone.");
  expect(refusalWords("forbidden", "request").safe).toBe("Nothing was changed.");
});
