import { Link } from "wouter";
import type { Cycle } from "../../../shared/okrs/cycle.ts";
import type { GateFinding } from "../../../shared/okrs/gate.ts";
import { Icon } from "../../ui/Icon.tsx";
import { StatusMark } from "../../ui/StatusMark.tsx";
import type { ObjectiveView } from "./cycle-view.ts";
import { GateLines } from "./GateLines.tsx";
import styles from "./Objective.module.css";

/** An objective's sentence above its key results: large on top of its card, quiet where it serves another. */
export function ObjectiveHead({
  view: { row, squad },
  isTop,
  phase,
  findings,
}: {
  view: ObjectiveView;
  isTop: boolean;
  phase: Cycle["state"];
  findings: readonly GateFinding[];
}) {
  const href = `/cycle/objectives/${row.id}`;
  const isDraft = row.state === "draft" && phase === "running";
  return (
    <header className={isTop ? styles.head : styles.subhead}>
      {isTop ? (
        <h2 className={styles.title}>
          <Link href={href}>{row.title}</Link>
        </h2>
      ) : (
        <h3 className={styles.subtitle}>
          <Link href={href}>
            <span className={styles.squad}>{squad}</span> {row.title}
          </Link>
        </h3>
      )}
      {isTop && squad !== undefined ? <p className={styles.whose}>{squad}</p> : null}
      {row.exempt ? (
        <p className={styles.exempt}>
          <Icon name="flag" />
          <span>
            <strong>Declared exemption.</strong> {row.exempt.reason}
          </span>
        </p>
      ) : null}
      {isDraft ? <StatusMark status="quiet">draft</StatusMark> : null}
      <GateLines findings={findings} />
    </header>
  );
}
