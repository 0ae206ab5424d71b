import { useState } from "react";
import type { Remembered, RememberedAs } from "../../../shared/search/remembered.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { useToday } from "../../store/live.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Section } from "../../ui/Section.tsx";
import { Result } from "./Result.tsx";
import styles from "./Search.module.css";
import { kindNames } from "./words.ts";

const inGroup = 4;
const inList = 40;

/** What was found, the best first, in a group for each kind; of one kind alone, all of it. */
export function Results({
  hits,
  words,
  chosen,
  cycles,
  members,
  onChoose,
  onFollow,
}: {
  hits: readonly Remembered[];
  words: readonly string[];
  chosen: RememberedAs | undefined;
  cycles: readonly RowOf<"cycle">[];
  members: readonly RowOf<"member">[];
  onChoose: (as: RememberedAs) => void;
  onFollow: () => void;
}) {
  const today = useToday();
  const [count, setCount] = useState(inList);
  const groups = new Map<RememberedAs, Remembered[]>();
  for (const one of hits) {
    const group = groups.get(one.as);
    if (group === undefined) groups.set(one.as, [one]);
    else group.push(one);
  }
  const shown = chosen === undefined && groups.size > 1 ? inGroup : count;
  return (
    <div className={styles.results} data-results>
      {[...groups].map(([as, group]) => (
        <Section key={as} title={kindNames[as].title} end={String(group.length)}>
          <Card flush>
            <ul>
              {group.slice(0, shown).map((one) => (
                <li key={one.key}>
                  <Result
                    {...{ one, words, today, onFollow }}
                    cycle={cycles.find((two) => two.id === one.cycleId)?.name}
                    people={one.people.flatMap((id) => members.find((two) => two.id === id)?.name ?? [])}
                  />
                </li>
              ))}
            </ul>
          </Card>
          {group.length <= shown ? null : (
            <Button onClick={() => (shown === inGroup ? onChoose(as) : setCount(count + inList))}>
              {shown === inGroup ? `All ${group.length} ${kindNames[as].many.toLowerCase()}` : "Show more"}
            </Button>
          )}
        </Section>
      ))}
    </div>
  );
}
