import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { Findings } from "../../../web/ui/Findings.tsx";
import { Signatures } from "../../../web/ui/Signatures.tsx";

test("a finding names its rule, says why and offers better words; none says nothing", () => {
  const markup = renderToStaticMarkup(
    <Findings
      findings={[
        { rule: "one-team", message: "Only one team moves it.", severity: "warn" },
        { rule: "vanity", message: "It only ever rises.", severity: "note", pattern: "[active ones] a week" },
      ]}
    />,
  );
  expect(markup).toContain("Lint rule: one team");
  expect(markup).toContain("Only one team moves it.");
  expect(markup).toContain("Better: [active ones] a week");
  expect(markup.match(/<path/g)).toHaveLength(2);
  expect(renderToStaticMarkup(<Findings findings={[]} />)).toBe("");
});

const member = (id: string, title?: "ceo" | "cpo") =>
  ({ id, name: id, title, state: "active" }) as RowOf<"member">;
const northStar = (parts: object = {}) =>
  ({
    id: "star",
    state: "proposed",
    signatures: [],
    horizonMonths: 12,
    ...parts,
  }) as unknown as RowOf<"north-star">;

test("who can sign chooses for how long, and reads until when it then holds", () => {
  const shown = (memberId: string, one = northStar()) =>
    renderToStaticMarkup(
      <Signatures
        northStar={one}
        members={[member("Ada", "cpo"), member("Dora", "ceo"), member("Ben")]}
        memberId={memberId}
        today="2026-03-02"
        onSign={async () => {}}
      />,
    );
  expect(shown("Ada")).toContain("Sign as CPO");
  expect(shown("Ada")).toContain("re-validated on 2 Mar 2027");
  expect(shown("Ada").match(/<option/g)).toHaveLength(7);
  expect(shown("Ada", northStar({ horizonMonths: 18 }))).toContain("re-validated on 2 Sept 2027");
  expect(shown("Ben")).not.toContain("Sign as");
  expect(shown("Ben")).toContain("Proposed until the CEO and the CPO have signed it.");
});
