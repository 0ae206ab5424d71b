import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Router } from "wouter";
import type { RowOf } from "../../../../shared/sync/mutation.ts";
import { CompareStack } from "../../../../web/screens/workshop/CompareStack.tsx";
import { CompareTable } from "../../../../web/screens/workshop/CompareTable.tsx";
import { headings } from "../../../../web/screens/workshop/compared.ts";

const evil = `<img src=x onerror="alert(1)"> & ‮ok`;
const at = "2026-03-02T08:00:00.000Z";
const candidate = (name: string, parts: object = {}) =>
  ({
    id: name,
    revision: 1,
    name,
    definition: "Counted.",
    answers: {},
    state: "open",
    ...parts,
  }) as RowOf<"candidate">;
const two = [
  candidate("Streams", {
    answers: { leading: { verdict: "no", evidence: "It follows." } },
    sceptic: { verdict: "no", why: evil, by: evil, at },
  }),
  candidate("Minutes", { answers: { leading: { verdict: "yes", evidence: evil } }, state: "chosen" }),
];

const drawn = (shown: ReactNode) => renderToStaticMarkup(<Router ssrPath="/star">{shown}</Router>);

test("side by side and below each other say the same of every candidate", () => {
  const words = (markup: string) => markup.replace(/<[^>]+>/g, "|");
  const [table, stack] = [
    drawn(<CompareTable candidates={two} />),
    drawn(<CompareStack candidates={two} />),
  ].map(words);
  for (const { title, said } of headings)
    for (const one of two)
      for (const text of [title, said(one).mark?.word ?? ""]) {
        expect(table).toContain(text);
        expect(stack).toContain(text);
      }
  expect(table).toContain("It follows.");
  expect(stack).toContain("It follows.");
  expect(table).toContain("not judged yet");
});

test("a verdict is a shape and a word, and a table's cells are tied to their candidate and their test", () => {
  const markup = drawn(<CompareTable candidates={two} />);
  expect(markup.match(/scope="col"/g)).toHaveLength(2);
  expect(markup.match(/scope="row"/g)).toHaveLength(headings.length);
  expect(markup).toMatch(/<path[^>]*>.*does not care/);
});

test("what people and outsiders wrote is text, whatever it looks like", () => {
  for (const markup of [drawn(<CompareTable candidates={two} />), drawn(<CompareStack candidates={two} />)]) {
    expect(markup).not.toContain("<img");
    expect(markup).toContain("&lt;img src=x onerror=&quot;alert(1)&quot;&gt; &amp;");
  }
});
