import type { Finding } from "../../shared/okrs/lint.ts";
import { Chip } from "./Chip.tsx";
import styles from "./Findings.module.css";
import { StatusMark } from "./StatusMark.tsx";

/** What lint rules say, each with its rule's name and, where there is one, a better wording. It blocks nothing. */
export function Findings({
  findings,
  label = "Lint",
  onTake,
}: {
  findings: readonly Finding[];
  label?: string;
  /** Puts the better wording of a title into the form, to be edited there. */
  onTake?: (pattern: string) => void;
}) {
  if (findings.length === 0) return null;
  return (
    <ul className={styles.findings} aria-label={label}>
      {findings.map(({ rule, message, severity, pattern, field }) => (
        <li key={`${rule} ${message}`} className={styles.finding}>
          <StatusMark status={severity === "warn" ? "warn" : "quiet"}>
            {`Lint rule: ${rule.replaceAll("-", " ")}`}
          </StatusMark>
          <p className={styles.message}>{message}</p>
          {pattern === undefined ? null : <p className={styles.pattern}>Better: {pattern}</p>}
          {pattern === undefined || field !== "title" || onTake === undefined ? null : (
            <Chip onClick={() => onTake(pattern)}>Use this wording</Chip>
          )}
        </li>
      ))}
    </ul>
  );
}
