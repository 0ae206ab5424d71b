import { Link } from "wouter";
import { linesOf, linesOfSquad, memberPaths } from "../../../shared/okrs/paths.ts";
import { useMay } from "../../store/may.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Section } from "../../ui/Section.tsx";
import { LineCard } from "./LineCard.tsx";
import styles from "./Lines.module.css";
import type { SeenRows } from "./map-rows.ts";

/** Somebody's own lines; without any, those of their squads. */
export function MemberLines({
  memberId,
  rows,
  at,
  mine,
}: {
  memberId: string;
  rows: SeenRows;
  at: number;
  mine: boolean;
}) {
  const own = linesOf(memberId, rows);
  if (own.length > 0)
    return own.map((one) => <LineCard key={one.keyResult.id} path={one} rows={rows} at={at} />);
  const squads = memberPaths(rows).find((one) => one.member.id === memberId)?.squads ?? [];
  if (squads.length === 0) return <NoLine rows={rows} memberId={memberId} mine={mine} />;
  return squads.map((squad) => (
    <Section key={squad.id} title={`Through ${squad.name}`}>
      <Card flush>
        <ul>
          {linesOfSquad(squad.id, rows).map(({ keyResult, metrics, northStar }) => (
            <li key={keyResult.id} className={styles.through}>
              <Link href={`/key-results/${keyResult.id}`} className={styles.step}>
                {keyResult.title}
              </Link>
              <p className={styles.soft}>
                {northStar === undefined
                  ? "does not reach the North Star"
                  : `moves ${metrics.map((one) => one.name).join(" → ")}, because ${keyResult.moves?.because}`}
              </p>
            </li>
          ))}
        </ul>
      </Card>
    </Section>
  ));
}

function NoLine({ rows, memberId, mine }: { rows: SeenRows; memberId: string; mine: boolean }) {
  const [mayDraft] = useMay([["objective.draft", {}]]);
  const member = rows.members.find((one) => one.id === memberId);
  const name = mine ? "You" : (member?.name ?? "Somebody who left");
  const reads = member?.role === "viewer";
  return (
    <EmptyState
      title={reads ? "Nothing is asked here" : "No line yet"}
      body={
        reads
          ? `${name} only ${mine ? "read" : "reads"} in this workspace; key results belong to others.`
          : `${name} ${mine ? "own" : "owns"} no committed key result of this cycle, and no squad of ${mine ? "yours" : "theirs"} has one. When there is one, the way from it up to the North Star stands here.`
      }
      action={mayDraft && !reads ? <Button href="/cycle">Plan a key result</Button> : undefined}
    />
  );
}
