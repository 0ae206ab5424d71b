import type { RowOf } from "../sync/mutation.ts";
import { equal } from "../sync/write.ts";
import { type ImportField, plainly } from "./fields.ts";
import {
  flagIn,
  type ImportKind,
  numberIn,
  type PlanContext,
  type Planner,
  type Step,
  said,
  textIn,
} from "./plan.ts";
import type { Understood } from "./understand.ts";

const fields: readonly ImportField[] = [
  {
    ...{ name: "title", label: "Bet", type: "text", most: 200, required: true },
    known: ["bet", "name", "summary", "idea", "initiative", "item", "wette", "titel", "task"],
  },
  {
    name: "squad",
    label: "Squad",
    type: "reference",
    to: "squad",
    required: true,
    known: ["team", "gruppe"],
  },
  {
    ...{ name: "key-result", label: "Key result", type: "reference", to: "key-result" },
    known: ["kr", "schlusselergebnis", "justified by", "key result id"],
  },
  { name: "owner", label: "Owner", type: "reference", to: "member", known: ["assignee", "who", "wer"] },
  {
    ...{ name: "state", label: "State", type: "choice" },
    options: {
      idea: ["backlog", "to do", "todo", "open", "new", "idee"],
      next: ["planned", "selected", "ready", "up next", "geplant"],
      doing: ["in progress", "started", "active", "wip", "in arbeit"],
    },
    known: ["status", "stage", "column"],
  },
  {
    ...{ name: "change", label: "We believe (the change)", type: "text", most: 2000 },
    known: ["change", "hypothesis", "we believe", "hypothese", "description"],
  },
  {
    ...{ name: "metric", label: "Will move (the input metric)", type: "reference", to: "metric" },
    known: ["metric", "input metric", "input", "will move", "kennzahl"],
  },
  {
    name: "amount",
    label: "By (amount)",
    type: "number",
    known: ["amount", "by how much", "effect", "impact"],
  },
  {
    name: "by",
    label: "By (day)",
    type: "day",
    known: ["by", "until", "due", "due date", "deadline", "bis"],
  },
  {
    name: "because",
    label: "Because",
    type: "text",
    most: 2000,
    known: ["reason", "why", "weil", "rationale"],
  },
  { name: "moves-input", label: "Moves an input?", type: "flag", known: ["moves an input", "moves input"] },
  { name: "moves-star", label: "Moves the North Star?", type: "flag", known: ["moves the north star"] },
  { name: "today", label: "Worked on (day)", type: "day", known: ["today on", "worked on"] },
  {
    name: "source",
    label: "Link or source",
    type: "text",
    most: 2000,
    known: ["url", "link", "source", "quelle"],
  },
];

/** Work, justified by a key result or not. An open bet of the same title in the same squad is revised. */
export const bets: ImportKind = {
  name: "bets",
  fields,
  most: 5000,
  argument: {
    ...{ title: "title", squadId: "squad", keyResultId: "key-result", ownerId: "owner", state: "state" },
    ...{ "hypothesis.metricId": "metric", todayOn: "today", source: "source" },
  },
  plan: planBets,
};

function planBets(context: PlanContext): Planner {
  const { find, problems, directory } = context;
  const keyOf = (squadId: string, title: string) => `${squadId} ${plainly(title)}`;
  const open = new Map(
    directory.bet
      .filter(({ state }) => state === "idea" || state === "next" || state === "doing")
      .map((bet) => [keyOf(bet.squadId, bet.title), bet]),
  );
  const lines = new Map<string, number>();
  return {
    row(row) {
      const squad = find("squad", row, "squad");
      const title = textIn(row, "title");
      const known = problems.count;
      const hypothesis = hypothesisIn(row, context);
      const keyResultId = find("key-result", row, "key-result")?.id;
      const ownerId = find("member", row, "owner")?.id;
      if (squad === undefined || title === undefined || problems.count > known) return [];
      const key = keyOf(squad.id, title);
      const before = lines.get(key);
      if (before !== undefined) {
        const expected = `another title in this squad than line ${before} has`;
        problems.add({ code: "duplicate_line", ...row.place("title"), found: title, expected });
        return [];
      }
      lines.set(key, row.line);
      const terms = said({
        ...{ title, squadId: squad.id, keyResultId, ownerId, hypothesis, state: textIn(row, "state") },
        ...{ movesInput: flagIn(row, "moves-input"), movesStar: flagIn(row, "moves-star") },
        ...{ todayOn: textIn(row, "today"), source: textIn(row, "source") },
      });
      return [stepFor(row, terms, open.get(key), context.idFor(`bet ${key}`))];
    },
  };
}

function stepFor(
  row: Understood,
  terms: Record<string, unknown>,
  there: RowOf<"bet"> | undefined,
  id: string,
): Step {
  if (there === undefined) return { row, name: "bet.place", args: { id, ...terms }, counts: true };
  const stored = there as unknown as Record<string, unknown>;
  const changed = Object.entries(terms).filter(([name, value]) => !equal(stored[name], value));
  return { row, name: "bet.revise", args: { betId: there.id, ...Object.fromEntries(changed) }, counts: true };
}

/** A hypothesis is whole or absent: of one that was begun, every part is asked for. */
function hypothesisIn(row: Understood, context: PlanContext): object | undefined {
  const parts = ["change", "metric", "amount", "by", "because"];
  const empty = parts.filter((one) => !row.values.has(one));
  if (empty.length === parts.length) return undefined;
  for (const field of empty)
    context.problems.add({
      ...{ code: "cell_empty", ...row.place(field) },
      expected: "all five of change, metric, amount, day and because, or none of them",
    });
  const metric = context.find("metric", row, "metric");
  if (metric === undefined || empty.length > 0) return undefined;
  const amount = numberIn(row, "amount", metric.unit.scale, context);
  const [change, byOn, because] = ["change", "by", "because"].map((one) => textIn(row, one));
  return { change, metricId: metric.id, amount, byOn, because };
}
