import type { ReviewSubject } from "../reviews/review.ts";
import { beatTitles, decisionLabel } from "../reviews/words.ts";
import type { RowOf } from "../sync/mutation.ts";
import type { Remembered } from "./remembered.ts";
import type { SearchedRows } from "./rows.ts";

/** What reviews decided, one for each decision that says something, and what was noted at their end. */
export function rememberReviews(rows: SearchedRows): Remembered[] {
  const nameOf = namesOf(rows);
  return rows.review.flatMap((review) => {
    const { id, cycleId, notes, leaderId, doneAt } = review;
    const here = { as: "review", cycleId, leads: { kind: "review", id } } as const;
    const decided = review.decisions.map((one, place): Remembered => {
      const people = one.ownerId === undefined ? [one.by] : [...new Set([one.ownerId, one.by])];
      return {
        ...{ ...here, key: `review/${id}/${place}`, people },
        ...{
          title: nameOf(one.subject),
          isAbout: true,
          text: one.text,
          standing: decisionLabel(one).toLowerCase(),
          on: one.at.slice(0, 10),
        },
      };
    });
    if (!notes) return decided;
    const title = titleOf(review, rows);
    const on = doneAt?.slice(0, 10) ?? review.on;
    return [...decided, { ...here, on, key: `review/${id}`, title, text: notes, people: [leaderId] }];
  });
}

function titleOf({ beat, squadId }: RowOf<"review">, { squad }: SearchedRows): string {
  const whose = squad.find((one) => one.id === squadId)?.name;
  return whose === undefined ? beatTitles[beat] : `${beatTitles[beat]} of ${whose}`;
}

/** What a decision was about, by name; what this phone does not hold is said to be gone. */
function namesOf(rows: SearchedRows): (subject: ReviewSubject) => string {
  const names = new Map<string, string>();
  for (const kind of ["key-result", "objective", "bet"] as const)
    for (const one of rows[kind]) names.set(`${kind}/${one.id}`, one.title);
  for (const kind of ["metric", "member"] as const)
    for (const one of rows[kind]) names.set(`${kind}/${one.id}`, one.name);
  for (const one of rows.blocker) names.set(`blocker/${one.id}`, one.text);
  for (const { id, series } of rows.anomaly) {
    const name = names.get(`${series.kind}/${series.id}`);
    if (name !== undefined) names.set(`anomaly/${id}`, name);
  }
  return ({ kind, id }) => {
    if (kind === "topic") return id;
    if (kind === "north-star") return "The North Star";
    return names.get(`${kind}/${id}`) ?? "Something this phone does not hold";
  };
}
