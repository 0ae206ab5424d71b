import { Link } from "wouter";
import type { GateFinding } from "../../../shared/okrs/gate.ts";
import { bandOf } from "../../../shared/okrs/progress.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { Bar } from "../../ui/Bar.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { StatusMark } from "../../ui/StatusMark.tsx";
import type { KeyResultView } from "./cycle-view.ts";
import { GateLines } from "./GateLines.tsx";
import styles from "./Objective.module.css";
import { gradeOf, scoreWord } from "./score.ts";
import { numbersLine } from "./words.ts";

/** One key result: what it is, who owns it, how it stands against the expected tick, and what speaks against it. */
export function KeyResultRow({
  view,
  cycle,
  findings,
}: {
  view: KeyResultView;
  cycle: RowOf<"cycle">;
  findings: readonly GateFinding[];
}) {
  const { row, owner, input, progress, expected, blockers, disagrees } = view;
  const isDraft = row.state === "draft";
  const edits = isDraft || cycle.state === "grading";
  const percent = (share: number) => `${Math.round(share * 100)} percent`;
  return (
    <li>
      <Link
        href={edits ? `/cycle/key-results/${row.id}/edit` : `/key-results/${row.id}`}
        className={styles.keyResult}
      >
        <div>
          <p className={styles.name}>{row.title}</p>
          <p className={styles.owner}>
            {[owner, input, isDraft ? numbersLine(row) : undefined].filter(Boolean).join(" · ")}
          </p>
        </div>
        <Standing view={view} phase={cycle.state} />
        {isDraft ? null : (
          <div className={styles.bar}>
            <Bar
              progress={progress ?? 0}
              expected={expected}
              tone={view.status === "stale" || view.status === "no-data" ? "faded" : "plain"}
              label={
                progress === undefined
                  ? "no value yet"
                  : `${percent(progress)} of the way${expected === undefined ? "" : `, ${percent(expected)} expected by now`}`
              }
            />
          </div>
        )}
        {blockers.map((one) => (
          <p key={one.id} className={styles.flag}>
            <Icon name="warning" />
            <span>Blocked: {one.text}</span>
          </p>
        ))}
        {view.status === "on-pace" && view.breached.length > 0 ? (
          <p className={styles.flag}>
            <Icon name="warning" />
            <span>Breached on the way: {view.breached.join(", ")}</span>
          </p>
        ) : null}
        {disagrees === undefined || cycle.state !== "running" ? null : (
          <p className={styles.flag}>
            <Icon name="flag" />
            <span>
              {disagrees === "hopeful"
                ? `${owner} says likely; the numbers say otherwise`
                : `${owner} says unlikely, though it is on pace`}
            </span>
          </p>
        )}
        <GateLines findings={findings} direction={row.direction} />
      </Link>
    </li>
  );
}

function Standing({ view, phase }: { view: KeyResultView; phase: RowOf<"cycle">["state"] }) {
  const { row, status, ageDays } = view;
  if (row.state === "draft")
    return phase === "planning" ? null : <StatusMark status="quiet">draft</StatusMark>;
  const grade = gradeOf(row);
  if (grade !== undefined) {
    const tone = { green: "ok", amber: "warn", red: "bad" } as const;
    return <StatusMark status={tone[bandOf(grade, row.commitment)]}>{scoreWord(grade)}</StatusMark>;
  }
  if (phase !== "running") return <StatusMark status="quiet">not graded</StatusMark>;
  const old = status === "stale" && ageDays !== undefined ? `${ageDays} days old` : undefined;
  return <StatusMark status={status}>{old}</StatusMark>;
}
