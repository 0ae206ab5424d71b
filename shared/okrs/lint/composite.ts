import { measures } from "./nouns.ts";
import type { Clause, Title } from "./title.ts";
import { oneOf } from "./words.ts";

/** Whether a title joins several measured changes, or a measured change and something to do. */
export function joinsMeasures(title: Title): boolean {
  const { clauses } = title;
  if (sharesVerb(title)) return true;
  const measured = clauses.filter((one) => isMeasured(one));
  if (measured.length === 0) return false;
  if (measured.length > 1) return true;
  return actions(title).length > 1;
}

/** Whether it joins several changes without a number: "increase conversion and reduce churn". */
export function joinsChanges(title: Title): boolean {
  return actions(title).filter((one) => one.verb?.class === "change").length > 1;
}

/** Whether an objective joins a change with another, or with something to do. */
export function joinsActions(title: Title): boolean {
  const found = actions(title);
  return found.length > 1 && found.some((one) => one.verb?.class === "change");
}

const relatives = oneOf("who that which whose where");

/** Clauses that tell somebody to do something, without those that go on about who is meant. */
function actions({ clauses }: Title): Clause[] {
  return clauses.filter((clause, index) => {
    if (clause.verb === undefined || clause.verb.class === "feel") return false;
    const before = clauses[index - 1];
    return before === undefined || !isOpen(before);
  });
}

/** Speaks of people "who do this", and has not yet said how many. */
function isOpen({ tokens, changes }: Clause): boolean {
  return changes.length === 0 && tokens.some((one) => relatives.has(one.word));
}

function isMeasured({ changes, tokens, verb, object }: Clause): boolean {
  if (changes.length === 0) return false;
  if (changes.some((one) => one.pair) || verb !== undefined) return true;
  const names = tokens.some((one) => measures.has(one.word));
  return names || object.length > 1;
}

/** "Increase sign-ups and retention by 10 %": one verb, one number, two measures. */
function sharesVerb({ clauses }: Title): boolean {
  const [first] = clauses;
  if (first?.verb?.class !== "change" || clauses.length < 2 || first.changes.length > 0) return false;
  if (clauses.slice(1).some((one) => one.verb !== undefined) || clauses.at(-1)!.changes.length === 0)
    return false;
  return clauses.every(({ object }) => object.length <= 3 && measures.has(object.at(-1)?.word ?? ""));
}
