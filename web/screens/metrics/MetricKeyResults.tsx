import type { RowOf } from "../../../shared/sync/mutation.ts";
import { Card } from "../../ui/Card.tsx";
import { ListRow } from "../../ui/ListRow.tsx";
import { Section } from "../../ui/Section.tsx";
import styles from "./Metric.module.css";
import type { MetricRows } from "./metric-rows.ts";

/** The key results of the running cycle that move it, with their because, and those that measure it. */
export function MetricKeyResults({ rows: { metric, moves, measures, members } }: { rows: MetricRows }) {
  const ownerOf = (one: RowOf<"key-result">) =>
    members.find((member) => member.id === one.ownerId)?.name ?? "nobody";
  const only = measures.filter((one) => !moves.includes(one));
  return (
    <>
      {moves.length === 0 ? null : (
        <Section title="Key results that move it">
          <Card flush>
            {moves.map((one) => (
              <ListRow
                key={one.id}
                href={`/key-results/${one.id}`}
                title={one.title}
                detail={`${ownerOf(one)}, because ${one.moves?.because}`}
              />
            ))}
          </Card>
        </Section>
      )}
      {metric.kind === "input" && moves.length === 0 && metric.state === "active" ? (
        <Section title="Key results that move it">
          <Card>
            <p className={styles.soft}>Nobody moves this input in the running cycle.</p>
          </Card>
        </Section>
      ) : null}
      {only.length === 0 ? null : (
        <Section title="Key results that measure it">
          <Card flush>
            {only.map((one) => (
              <ListRow key={one.id} href={`/key-results/${one.id}`} title={one.title} detail={ownerOf(one)} />
            ))}
          </Card>
        </Section>
      )}
    </>
  );
}
