import type { KeyResult } from "./key-result.ts";
import { joinsActions, joinsChanges, joinsMeasures } from "./lint/composite.ts";
import { doing } from "./lint/doing.ts";
import { isLagging } from "./lint/lagging.ts";
import { isSandbag } from "./lint/swing.ts";
import { parse, type Title } from "./lint/title.ts";
import { isVague, saysHowMuch } from "./lint/unmeasured.ts";
import { isVanity } from "./lint/vanity.ts";
import { type TextRule, worded } from "./lint/wording.ts";

/** What a lint rule warns of. Nothing is ever blocked by one. */
export interface Finding {
  rule: string;
  /** Why, in one plain sentence. */
  message: string;
  severity: "warn" | "note";
  /** The field of the draft that it is about. */
  field?: string;
  /** A better wording, with brackets where the author has to fill in. */
  pattern?: string;
}

/** A key result or an objective as far as it is written. */
export interface Draft {
  title: string;
  baseline?: number | undefined;
  target?: number | undefined;
  unit?: KeyResult["unit"] | string | undefined;
  direction?: KeyResult["direction"] | undefined;
}

export interface Context {
  /** Earlier values of what it measures, oldest first. */
  history?: readonly number[] | undefined;
  /** How many weeks the cycle has. */
  weeks?: number | undefined;
}

/** The findings about a key result: the most fundamental one about its words, then its target. A good one has none. */
export function lintKeyResult(draft: Draft, context?: Context | null): Finding[] {
  const title = parse(draft.title);
  const rule = title.tokens.length === 0 ? undefined : keyResultRule(title, draft);
  const sandbag = isSandbag(draft, title, context?.history ?? []);
  return [
    ...(rule === undefined ? [] : [worded(rule, draft.title, "key-result")]),
    ...(sandbag ? [worded("sandbag", draft.title, "key-result")] : []),
  ];
}

/** The findings about an objective; it needs no number. */
export function lintObjective(draft: Draft, _context?: Context | null): Finding[] {
  const title = parse(draft.title);
  const rule = title.tokens.length === 0 ? undefined : objectiveRule(title);
  return rule === undefined ? [] : [worded(rule, draft.title, "objective")];
}

/** The order in which a title is judged: what it is, then what it lacks, then what it counts. */
function keyResultRule(title: Title, { target, direction }: Draft): TextRule | undefined {
  const numbered = target !== undefined || direction === "milestones" || saysHowMuch(title);
  if (joinsMeasures(title)) return "composite";
  const done = doing(title, "key-result");
  if (done !== undefined) return done;
  if (joinsChanges(title)) return "composite";
  if (isVague(title, "key-result")) return "vague";
  if (!numbered) return "no-number";
  if (isVanity(title)) return "vanity";
  return isLagging(title) ? "lagging" : undefined;
}

function objectiveRule(title: Title): TextRule | undefined {
  if (joinsActions(title)) return "composite";
  const done = doing(title, "objective");
  if (done !== undefined) return done;
  if (isVague(title, "objective")) return "vague";
  if (isVanity(title)) return "vanity";
  return isLagging(title, "objective") ? "lagging" : undefined;
}
