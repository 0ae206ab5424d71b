import type { RejectionCode } from "../sync/codes.ts";

const words: Partial<Record<RejectionCode, string>> = {
  forbidden: "something your role and your squads let you do",
  not_found: "something that is there",
  invalid_arguments: "a value of the right form and length",
  id_conflict: "something that is not there already with other content",
  member_removed: "somebody who is still in the workspace",
  viewer_cannot_own: "somebody who does not only read",
  key_taken: "a key no other metric has",
  metric_retired: "a metric that is still in use",
  loop_in_tree: "a parent that does not hang below this one",
  limits_crossed: "a floor below the ceiling",
  value_required: "a floor or a ceiling for a guardrail",
  reading_in_future: "today or an earlier day",
  cycle_state: "a cycle in the right phase: drafts while it is planned or runs, commits while it runs",
  cycle_closed: "a cycle that is not closed",
  state_conflict: "something that has not been dropped, concluded or changed in the meantime",
  gate_owner: "one person who answers for it and does not only read",
  gate_number: "a baseline and a target, or two milestones and more",
  gate_baseline_is_target: "a target other than the baseline",
  gate_path: "the input metric it moves, with a path to the North Star",
  gate_because: "a because of three words or more",
  gate_parent: "a company objective of this cycle, or a declared exemption",
  gate_exemption: "at most one exempt objective a squad",
  gate_empty: "at least one key result below the objective",
};

/** What a rule would have wanted, in words for a report. */
export function expectedByRule(code: string): string {
  const known = Object.hasOwn(words, code) ? words[code as RejectionCode] : undefined;
  return known ?? `what its rule lets through; it answers ${code}`;
}
