import { Link } from "wouter";
import type { Owed } from "../../../shared/check-ins/owed.ts";
import { isTakenOver } from "../../store/owed.ts";
import { useSession } from "../../store/session.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { formatDayAway, formatWeekday, plural } from "../../ui/day.ts";
import { Icon } from "../../ui/Icon.tsx";
import styles from "./OwedCard.module.css";

/** The check-ins this person owes, and the one tap to them; or that there are none. */
export function OwedCard({ on, owed }: { on: string; owed: readonly Owed[] | undefined }) {
  const session = useSession();
  if (owed === undefined || session.state !== "signed-in")
    return <div className={styles.waiting} aria-busy="true" />;
  const mine = owed.filter((one) => !isTakenOver(one, session.memberId));
  if (mine.length === 0) return <Done takenOver={owed.length} />;
  const pressing = mine.some((one) => one.debt !== "open");
  return (
    <Card tone={pressing ? "owed" : undefined} label="What you owe">
      <div className={styles.row}>
        <div>
          <p className={styles.title}>{plural(mine.length, "check-in")} to do</p>
          <p className={styles.due}>{dueWords(mine, on)}</p>
        </div>
        <p className={pressing ? styles.countOwed : styles.count} aria-hidden="true">
          {mine.length}
        </p>
      </div>
      <Button kind="owed" big href="/check-in">
        Check in
      </Button>
    </Card>
  );
}

/** "due today, about 30 seconds each"; the late ones first. */
function dueWords(owed: readonly Owed[], on: string): string {
  const late = owed.filter((one) => one.debt === "late").length;
  const first = owed.map((one) => one.occurrence.dueOn).sort()[0]!;
  const due =
    first === on
      ? "due today"
      : first < on
        ? `due since ${formatWeekday(first)}`
        : `due ${formatDayAway(first, on)}`;
  if (late === 0) return `${due}, about 30 seconds${owed.length > 1 ? " each" : ""}`;
  return late === owed.length ? `late, ${due}` : `${late} late, ${due}`;
}

function Done({ takenOver }: { takenOver: number }) {
  return (
    <Link href="/check-in/mine" className={styles.done}>
      <span className={styles.tick}>
        <Icon name="check" />
      </span>
      <span>
        <span className={styles.title}>No check-in waits for you</span>
        <span className={styles.due}>
          {takenOver > 0
            ? `Your delegate has ${plural(takenOver, "check-in")} of yours this week.`
            : "All of yours are in, or not due yet."}
        </span>
      </span>
      <span className={styles.forward}>
        <Icon name="forward" />
      </span>
    </Link>
  );
}
