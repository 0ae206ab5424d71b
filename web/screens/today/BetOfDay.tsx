import { Link } from "wouter";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { useMay } from "../../store/may.ts";
import { Button } from "../../ui/Button.tsx";
import { classes } from "../../ui/classes.ts";
import { Icon } from "../../ui/Icon.tsx";
import styles from "./Focus.module.css";

/** A bet of the day with its tick; for those who may not touch it, a line to read. */
export function BetOfDay({
  bet,
  detail,
  isDone = false,
  onTick,
  moves,
}: {
  bet: RowOf<"bet">;
  detail: readonly (string | false | undefined)[];
  isDone?: boolean;
  /** Without it there is no tick. */
  onTick?: () => unknown;
  moves: readonly { label: string; onTap: () => unknown }[];
}) {
  const [may] = useMay([["bet.conclude", { betId: bet.id }]]);
  const under = detail.filter(Boolean).join(" · ");
  return (
    <li className={styles.bet}>
      {may === true && onTick !== undefined ? (
        <button
          type="button"
          aria-pressed={isDone}
          aria-label={`Done: ${bet.title}`}
          className={styles.tick}
          onClick={() => void onTick()}
        >
          <span>{isDone ? <Icon name="check" /> : null}</span>
        </button>
      ) : null}
      <Link href={`/bets/${bet.id}`} className={styles.what}>
        <span className={classes(isDone && styles.done)} dir="auto">
          {bet.title}
        </span>
        {under === "" ? null : <span className={styles.soft}>{under}</span>}
      </Link>
      {may === true && moves.length > 0 ? (
        <span className={styles.moves}>
          {moves.map(({ label, onTap }) => (
            <Button key={label} kind="quiet" aria-label={`${bet.title}: ${label}`} onClick={onTap}>
              {label}
            </Button>
          ))}
        </span>
      ) : null}
    </li>
  );
}
