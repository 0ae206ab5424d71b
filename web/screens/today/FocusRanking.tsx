import type { Focus } from "../../../shared/focus/focus.ts";
import { reasonWords } from "../../../shared/focus/words.ts";
import type { FocusView } from "../../store/focus.ts";
import { Card } from "../../ui/Card.tsx";
import { ListRow } from "../../ui/ListRow.tsx";
import { Section } from "../../ui/Section.tsx";
import { StatusMark } from "../../ui/StatusMark.tsx";
import styles from "./Focus.module.css";
import { nameIn } from "./focus-names.ts";

/** The squad's other key results in the order of the rule, each with the condition that gave it its place. */
export function FocusRanking({ focus, view }: { focus: Focus; view: FocusView }) {
  const others = focus.ranked.filter((one) => one.keyResult.id !== focus.keyResult?.id);
  if (others.length === 0) return null;
  return (
    <Section title={focus.reason?.by === "chosen" ? "By the rule" : "Next in line"}>
      <Card flush>
        <ul>
          {others.map(({ keyResult, status, reason }) => {
            const words = reason && reasonWords(reason, nameIn(view));
            return (
              <li key={keyResult.id}>
                <ListRow
                  href={`/key-results/${keyResult.id}`}
                  title={<span dir="auto">{keyResult.title}</span>}
                  detail={
                    words === undefined
                      ? "Where it should be"
                      : [words.why, words.detail].filter(Boolean).join(", ")
                  }
                  end={<StatusMark status={status} />}
                />
              </li>
            );
          })}
        </ul>
      </Card>
      <p className={styles.soft}>
        First what behaves unusually, then what has been blocked for more than a working day, then the lowest
        pace, then what nobody checks in on, then what has the most left, by weight.
      </p>
    </Section>
  );
}
