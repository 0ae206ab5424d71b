import { standing } from "../okrs/line.ts";
import type { RowOf } from "../sync/mutation.ts";

export interface RecallChoice {
  /** A metric's id, or a key of what else stands among the four: what `recall.answer` takes. */
  key: string;
  name: string;
}

export interface RecallQuestion {
  /** Four, or fewer where the workspace knows no more; the North Star is one of them. */
  choices: RecallChoice[];
  answer: RecallChoice;
}

const wrongOnes = 3;
/** What was weighed and rejected misleads best, but not only that: everybody remembers the last discussion. */
const mostRejected = 2;
const plausible: readonly RowOf<"metric">["kind"][] = ["outcome", "input", "health"];

/**
 * The company's North Star among three that could be: rejected candidates, other metrics, then examples. Each member has
 * their own three and their own order, the same whenever they look in a cycle. Null without a North Star.
 */
export function recallQuestion({
  memberId,
  cycleId,
  northStars,
  metrics,
  candidates,
  examples,
}: {
  memberId: string;
  cycleId: string;
  northStars: readonly RowOf<"north-star">[];
  metrics: readonly RowOf<"metric">[];
  candidates: readonly RowOf<"candidate">[];
  /** Names of metrics other companies steer by. */
  examples: readonly string[];
}): RecallQuestion | null {
  const stars = standing(northStars);
  const star = metrics.find((one) => one.id === stars[0]?.metricId);
  if (star === undefined) return null;
  const answer = { key: star.id, name: star.name };
  const right = new Set(stars.flatMap((one) => [one.metricId, one.umbrellaMetricId ?? one.metricId]));
  const seed = `${memberId}/${cycleId}/`;
  const mixed = (choices: RecallChoice[]) =>
    choices
      .map((one) => ({ one, at: hashOf(seed + one.key) }))
      .sort((a, b) => a.at - b.at || (a.one.key < b.one.key ? -1 : 1))
      .map(({ one }) => one);
  const rightNames = new Set(metrics.filter((one) => right.has(one.id)).map((one) => spoken(one.name)));
  const rejected = candidates.filter(
    (one) => one.state === "rejected" && !right.has(one.metricId ?? "") && !rightNames.has(spoken(one.name)),
  );
  const others = metrics.filter(
    (one) => one.state === "active" && plausible.includes(one.kind) && !right.has(one.id),
  );
  const pools = [
    mixed(rejected.map(({ id, name }) => ({ key: `candidate ${id}`, name }))).slice(0, mostRejected),
    mixed(others.map(({ id, name }) => ({ key: id, name }))),
    mixed(examples.map((name) => ({ key: `example ${name}`.slice(0, 200), name }))),
  ];
  const names = new Set(rightNames);
  const wrong: RecallChoice[] = [];
  for (const choice of pools.flat()) {
    if (wrong.length === wrongOnes) break;
    if (names.has(spoken(choice.name))) continue;
    names.add(spoken(choice.name));
    wrong.push(choice);
  }
  return { choices: mixed([answer, ...wrong]), answer };
}

/** Two names that are said the same are one choice. */
function spoken(name: string): string {
  return name.normalize("NFKC").trim().toLowerCase();
}

/** FNV-1a, 32 bits: no secret, only an order that looks like none. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return hash;
}
