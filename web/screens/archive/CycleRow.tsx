import type { RowOf } from "../../../shared/sync/mutation.ts";
import type { PastCycle } from "../../store/older-cycle.ts";
import { ListRow } from "../../ui/ListRow.tsx";
import styles from "./Archive.module.css";
import type { PastRows } from "./past-rows.ts";
import { pastWords, scoresWords, spanWords, starWords } from "./words.ts";

/** One cycle of the list: its days, the star at its end, its objectives' scores; one not closed is only named. */
export function CycleRow({
  cycle,
  held,
  rows,
  today,
}: {
  cycle: RowOf<"cycle">;
  held?: PastCycle["held"];
  rows?: PastRows | undefined;
  today: string;
}) {
  const closed = held !== undefined;
  return (
    <ListRow
      href={closed ? `/cycle/past/${cycle.id}` : `/cycle?cycle=${cycle.id}`}
      title={<span dir="auto">{cycle.name}</span>}
      detail={
        <>
          <span className={styles.line}>{spanWords(cycle, today)}</span>
          {rows?.star ? <span className={styles.line}>{starWords(rows.star)}</span> : null}
          {held === "here" && rows ? (
            <span className={styles.line}>{scoresWords(rows.objectives)}</span>
          ) : null}
          {held === undefined || held === "here" ? null : (
            <span className={styles.line}>{pastWords[held]}</span>
          )}
        </>
      }
      end={cycle.state}
    />
  );
}
