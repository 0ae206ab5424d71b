import { expect, test } from "vitest";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { signatureWords, standingOf } from "../../../web/ui/signature-words.ts";

type Member = RowOf<"member">;
type NorthStar = RowOf<"north-star">;
const member = (name: string, title?: "ceo" | "cpo", state: Member["state"] = "active") =>
  ({ id: name, name, title, state }) as Member;
const cast = [member("Ada", "cpo"), member("Dora", "ceo"), member("Ben")];
const signature = (memberId: string, title: "ceo" | "cpo") => ({
  memberId,
  title,
  at: "2026-03-02T08:00:00.000Z",
});
const star = (parts: Partial<NorthStar> = {}) =>
  ({ state: "proposed", signatures: [], horizonMonths: 12, ...parts }) as unknown as NorthStar;
const words = (one: NorthStar, members = cast) => signatureWords(one, members, "2026-03-09");

test("a proposal says that it is one, who has signed and who is still to", () => {
  expect(words(star())).toBe(
    "Proposed until the CEO and the CPO have signed it. Still to sign: Dora (CEO) and Ada (CPO).",
  );
  expect(words(star({ signatures: [signature("Ada", "cpo")] }))).toBe(
    "Proposed until the CEO and the CPO have signed it. Signed by Ada (CPO) on 2 Mar. Still to sign: Dora (CEO).",
  );
});

test("a committed one says by whom, and when it is looked at again", () => {
  const signatures = [signature("Dora", "ceo"), signature("gone", "cpo")];
  const committed = (revalidateOn: string) => words(star({ state: "committed", signatures, revalidateOn }));
  expect(committed("2027-03-02")).toBe(
    "Committed. Signed by Dora (CEO) on 2 Mar and somebody who left (CPO) on 2 Mar. To be re-validated on 2 Mar 2027.",
  );
  expect(committed("2026-03-01")).toContain("To be re-validated since 1 Mar.");
});

test("only who bears a missing title signs, and a title nobody bears is named", () => {
  const signs = (memberId: string, one = star(), members = cast) => standingOf(one, members, memberId).signs;
  expect([signs("Ada"), signs("Dora"), signs("Ben"), signs("")]).toEqual([true, true, false, false]);
  expect(signs("Ada", star({ signatures: [signature("Ada", "cpo")] }))).toBe(false);
  expect(signs("Ada", star({ state: "committed" }))).toBe(false);
  expect(standingOf(star(), cast, "Ada").unfilled).toBeUndefined();
  const left = [member("Ada", "cpo", "removed"), member("Ben")];
  expect(standingOf(star(), left, "Ben").unfilled).toBe("Nobody here is CEO or CPO yet.");
  expect(standingOf(star({ state: "committed" }), left, "Ben").unfilled).toBeUndefined();
});
