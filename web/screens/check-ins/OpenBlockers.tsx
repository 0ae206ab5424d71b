import type { RowOf } from "../../../shared/sync/mutation.ts";
import { useNow } from "../../store/live.ts";
import { formatAgo } from "../../ui/day.ts";
import styles from "./OpenBlockers.module.css";

/** What already stops the key result; it stays until somebody resolves it on the key result's page. */
export function OpenBlockers({ blockers }: { blockers: readonly RowOf<"blocker">[] }) {
  const now = useNow();
  const open = blockers.filter((one) => one.resolvedAt === undefined);
  if (open.length === 0) return null;
  return (
    <ul className={styles.blockers}>
      {open.map((one) => (
        <li key={one.id}>
          <strong>Blocked</strong> {formatAgo(one.openedAt, now)}: {one.text}
        </li>
      ))}
    </ul>
  );
}
