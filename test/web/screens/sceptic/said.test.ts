import { expect, test } from "vitest";
import { mistakesIn, verdicts } from "../../../../web/screens/sceptic/said.ts";

test("an answer needs a verdict, a reason and a name, and says of each what to do", () => {
  expect(mistakesIn({ why: "", by: " " })).toEqual({
    verdict: "Choose yes, no or not sure.",
    why: "Say why in a sentence; that is what helps.",
    by: "Say who you are, so that they know whose answer it is.",
  });
  for (const { value } of verdicts)
    expect(mistakesIn({ verdict: value, why: "Because.", by: "Nadia" })).toEqual({});
});

test("a reason that is too long is refused before it is sent, and never cut", () => {
  const why = "x".repeat(2001);
  expect(mistakesIn({ verdict: "no", why, by: "Nadia" })).toEqual({ why: "Shorten it to 2000 characters." });
  expect(mistakesIn({ verdict: "no", why: `  ${"x".repeat(2000)} `, by: "Nadia" })).toEqual({});
});
