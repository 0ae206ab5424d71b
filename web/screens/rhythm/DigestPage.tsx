import { useParams } from "wouter";
import { digestOf } from "../../../shared/reviews/digest.ts";
import { digestSections, digestSummary } from "../../../shared/reviews/digest-words.ts";
import { namesIn } from "../../../shared/reviews/names.ts";
import { addDays } from "../../../shared/time/local-date.ts";
import { useLive, useToday } from "../../store/live.ts";
import { reviewRows } from "../../store/reviews.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { formatDay } from "../../ui/day.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Page } from "../../ui/Page.tsx";
import { nameOf } from "../../ui/review-name.ts";
import { Section } from "../../ui/Section.tsx";
import styles from "./Rhythm.module.css";

const back = { href: "/rhythm", label: "the rhythm" };

/** A squad's week on one page: what moved, who checked in, what was unusual and what was decided. */
export function DigestPage() {
  const { squadId = "", on = "" } = useParams<{ squadId: string; on: string }>();
  const today = useToday();
  const found = useLive(
    async (read) => {
      const day = /^\d{4}-\d{2}-\d{2}$/.test(on) ? on : today;
      const running = await reviewRows(read);
      if (running === null) return { digest: undefined };
      const cycle = running.cycles.find((one) => one.startsOn <= day && day <= addDays(one.endsOn, 7));
      const rows = cycle === undefined ? running : ((await reviewRows(read, cycle.id)) ?? running);
      return {
        digest: digestOf(squadId, day, rows),
        names: namesIn(rows, (one) => formatDay(one, undefined, today)),
      };
    },
    [squadId, on, today],
  );
  if (found === undefined) return <Page title="The week" back={back} children={null} />;
  const { digest, names } = found;
  if (digest === undefined || names === undefined)
    return (
      <Page title="The week" back={back}>
        <EmptyState
          title="This squad is not here"
          body="It belongs to another workspace, or has not reached this phone yet."
          action={<Button href="/rhythm">See the whole rhythm</Button>}
        />
      </Page>
    );
  const sections = digestSections(digest, names);
  const week = digest.on;
  return (
    <Page
      title={`${digest.squad.name}: ${nameOf(week, "weekly", today)}`}
      detail={digestSummary(digest)}
      back={back}
    >
      {sections.length === 0 ? (
        <p className={styles.soft}>Nothing was owed and nothing was said in it.</p>
      ) : null}
      {sections.map(({ heading, lines }) => (
        <Section
          key={heading}
          title={heading}
          end={heading === "What moved" ? undefined : String(lines.length)}
        >
          <Card flush>
            <ul className={styles.lines}>
              {lines.map((line) => (
                <li key={line} dir="auto">
                  {line}
                </li>
              ))}
            </ul>
          </Card>
        </Section>
      ))}
      <div className={styles.doors}>
        <Button href={`/rhythm/digest/${squadId}/${addDays(week, -7)}`}>The week before</Button>
        {addDays(week, 7) <= today ? (
          <Button href={`/rhythm/digest/${squadId}/${addDays(week, 7)}`}>The week after</Button>
        ) : null}
        <Button kind="quiet" href={`/rhythm/weekly/${squadId}?on=${week}`}>
          {digest.held ? "The metric check" : "The metric check is not held yet"}
        </Button>
      </div>
    </Page>
  );
}
