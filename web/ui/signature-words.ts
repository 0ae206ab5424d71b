import type { NorthStar } from "../../shared/metrics/north-star.ts";
import type { RowOf } from "../../shared/sync/mutation.ts";
import { formatDay } from "./day.ts";

type Title = NorthStar["signatures"][number]["title"];
const titles: readonly Title[] = ["ceo", "cpo"];
const word = (title: Title) => title.toUpperCase();

/** Whose signatures are missing, and whether this member can give one. */
export function standingOf(
  northStar: NorthStar,
  members: readonly RowOf<"member">[],
  memberId: string,
): { missing: Title[]; signs: boolean; title: Title | undefined; unfilled: string | undefined } {
  const proposed = northStar.state === "proposed";
  const missing = titles.filter((title) => !northStar.signatures.some((one) => one.title === title));
  const title = members.find((one) => one.id === memberId)?.title;
  const vacant = proposed ? missing.filter((one) => bearers(one, members).length === 0) : [];
  return {
    missing,
    title,
    signs: proposed && title !== undefined && missing.includes(title),
    unfilled: vacant.length > 0 ? `Nobody here is ${vacant.map(word).join(" or ")} yet.` : undefined,
  };
}

/** Where a North Star stands between proposed and committed: who has signed, who is still to, and until when. */
export function signatureWords(
  northStar: NorthStar,
  members: readonly RowOf<"member">[],
  today: string,
  open = "Proposed until the CEO and the CPO have signed it.",
): string {
  const { signatures, state, revalidateOn } = northStar;
  const proposed = state === "proposed";
  const { missing } = standingOf(northStar, members, "");
  const nameOf = (id: string) => members.find((one) => one.id === id)?.name ?? "somebody who left";
  const day = (at: string) => formatDay(at.slice(0, 10), undefined, today);
  const signed = signatures.map((one) => `${nameOf(one.memberId)} (${word(one.title)}) on ${day(one.at)}`);
  const waited = missing.flatMap((title) => {
    const names = bearers(title, members).map((one) => one.name);
    return names.length > 0 ? `${names.join(" or ")} (${word(title)})` : [];
  });
  return [
    proposed ? open : "Committed.",
    signed.length > 0 && `Signed by ${signed.join(" and ")}.`,
    proposed && waited.length > 0 && `Still to sign: ${waited.join(" and ")}.`,
    revalidateOn && `To be re-validated ${revalidateOn < today ? "since" : "on"} ${day(revalidateOn)}.`,
  ]
    .filter(Boolean)
    .join(" ");
}

function bearers(title: Title, members: readonly RowOf<"member">[]) {
  return members.filter((one) => one.title === title && one.state === "active");
}
