import { formatValue } from "../../../shared/metrics/value.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { rowHistory } from "../../store/history.ts";
import { useNow } from "../../store/live.ts";
import { useAnswer } from "../../ui/answer.ts";
import { Card } from "../../ui/Card.tsx";
import { formatAgo } from "../../ui/day.ts";
import { ListRow } from "../../ui/ListRow.tsx";
import { NeedsServer } from "../../ui/NeedsServer.tsx";
import styles from "./Metric.module.css";

/** What stood on this day before, who changed it and when. Only the server keeps it. */
export function ReadingHistory({
  reading,
  metric,
  members,
}: {
  reading: RowOf<"reading">;
  metric: RowOf<"metric">;
  members: readonly RowOf<"member">[];
}) {
  const now = useNow();
  const [answer, again] = useAnswer(() => rowHistory("reading", reading.id), {
    key: `${reading.id} ${reading.revision}`,
  });
  if (answer.state === "waiting") return <p className={styles.soft}>Looking up what stood here before…</p>;
  if (answer.state === "refused")
    return answer.code === "not_found" ? (
      <p className={styles.soft}>It has not reached the server yet; its history begins there.</p>
    ) : (
      <NeedsServer code={answer.code} what="The history of a reading" onAgain={again} />
    );
  const { versions, more } = answer.value;
  if (versions.length < 2) return <p className={styles.soft}>Never corrected.</p>;
  const nameOf = (id: string) => members.find((one) => one.id === id)?.name ?? "somebody who left";
  return (
    <Card flush>
      {versions.map((one, index) => (
        <ListRow
          key={one.revision}
          title={nameOf(one.actorId)}
          detail={[
            index === 0 ? "now" : undefined,
            formatAgo(one.at, now),
            one.body?.note ? `“${one.body.note}”` : undefined,
          ]
            .filter(Boolean)
            .join(" · ")}
          end={
            <span className={styles.reading}>
              {one.body === null ? "deleted" : formatValue(one.body.value, metric.unit)}
            </span>
          }
        />
      ))}
      {more ? <ListRow title="There are older versions still." /> : null}
    </Card>
  );
}
