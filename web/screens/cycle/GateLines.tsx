import type { GateFinding } from "../../../shared/okrs/gate.ts";
import type { KeyResult } from "../../../shared/okrs/key-result.ts";
import { Icon } from "../../ui/Icon.tsx";
import { gateRule } from "./gate-words.ts";
import styles from "./Objective.module.css";

/** What is still to be said before a commit, one line each. */
export function GateLines({
  findings,
  direction,
}: {
  findings: readonly GateFinding[];
  direction?: KeyResult["direction"];
}) {
  if (findings.length === 0) return null;
  return (
    <ul className={styles.lines}>
      {findings.map((one) => {
        const { rule, field, todo } = gateRule(one, direction);
        return (
          <li key={`${one.code} ${one.field}`} className={styles.line}>
            <Icon name="flag" />
            <span>
              {rule}
              <span className={styles.todo}>
                {field}: {todo}
              </span>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
