import type { RowOf } from "../sync/mutation.ts";
import { type Answer, answered, committed, scored, type Verdict, type Watched } from "./audit-answer.ts";
import { lineToStar } from "./line.ts";
import type { MapRows } from "./map.ts";
import { byKeyResult } from "./map-key-result.ts";
import { memberPaths, pathShare } from "./paths.ts";

/** The three questions about one input metric. */
export interface InputAudit {
  metric: RowOf<"metric">;
  /** Key results of this cycle that move it, committed ones and drafts. */
  keyResults: RowOf<"key-result">[];
  /** Has it a committed key result this cycle? */
  committed: Answer;
  /** Did their owners answer this week's nudge? */
  answered: Answer;
  /** Will they be scored at the close? */
  scored: Answer;
  /** Not with any "no" among the answers, in part with a "partly". */
  bears: "yes" | "partly" | "no";
}

export interface Audit {
  /** Inputs that reach a North Star, those that do not bear load first. */
  inputs: InputAudit[];
  /** Inputs whose way ends before a North Star: whatever moves them counts for nothing. */
  unreached: RowOf<"metric">[];
  exemptions: RowOf<"objective">[];
  /** Committed key results that reach no North Star and are not exempt. */
  adrift: RowOf<"key-result">[];
  people: ReturnType<typeof pathShare>;
}

/** Whether the North Star bears load, input by input, at a moment in milliseconds. */
export function audit(rows: MapRows, at: number): Audit {
  const live = rows.keyResults.filter((one) => one.state !== "dropped");
  const lines = new Map(live.map((one) => [one.id, lineToStar(one, rows)]));
  const checkIns = byKeyResult(rows.checkIns);
  const members = new Map(rows.members.map((one) => [one.id, one]));
  const watched = (row: RowOf<"key-result">): Watched => {
    const zone = members.get(row.ownerId)?.zone ?? rows.workspace.zone;
    return { row, checkIns: checkIns.get(row.id) ?? [], zone };
  };
  const reaches = (id: string) =>
    lineToStar({ moves: { metricId: id, because: "" } }, rows).northStar !== undefined;
  const active = rows.metrics
    .filter((one) => one.kind === "input" && one.state === "active")
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const inputs = active
    .filter((one) => reaches(one.id))
    .map((metric): InputAudit => {
      const moving = live.filter((one) => {
        const line = lines.get(one.id)!;
        return line.northStar !== undefined && line.metrics.some((step) => step.id === metric.id);
      });
      const binding = moving.filter((one) => one.state !== "draft").map(watched);
      const answers = {
        committed: committed(moving, rows.cycle),
        answered: answered(binding, { cycle: rows.cycle, rhythm: rows.workspace.rhythm, at }),
        scored: scored(binding),
      };
      return { metric, keyResults: moving, ...answers, bears: bearing(Object.values(answers)) };
    })
    .sort((a, b) => worst.indexOf(a.bears) - worst.indexOf(b.bears));
  const exempt = new Set(rows.objectives.filter((one) => one.exempt !== undefined).map((one) => one.id));
  return {
    inputs,
    unreached: active.filter((one) => !reaches(one.id)),
    exemptions: rows.objectives.filter((one) => one.exempt !== undefined && one.state !== "dropped"),
    adrift: live.filter(
      (one) =>
        one.state !== "draft" && lines.get(one.id)!.northStar === undefined && !exempt.has(one.objectiveId),
    ),
    people: pathShare(memberPaths(rows)),
  };
}

const worst: readonly Verdict[] = ["no", "partly", "yes"];

function bearing(answers: readonly Answer[]): InputAudit["bears"] {
  const said = answers.map((one) => one.verdict);
  return said.includes("no") ? "no" : said.includes("partly") ? "partly" : "yes";
}
