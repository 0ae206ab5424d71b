import { Link } from "wouter";
import { lineToStar } from "../../../shared/okrs/line.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { type Reader, useLive } from "../../store/live.ts";
import { Card } from "../../ui/Card.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { Section } from "../../ui/Section.tsx";
import styles from "./MyLine.module.css";

interface MyLines {
  keyResults: { row: RowOf<"key-result">; metrics: RowOf<"metric">[] }[];
  star: RowOf<"metric"> | undefined;
}

/** From my key results up to the North Star: what my week's work is for. */
export function MyLine({ memberId }: { memberId: string }) {
  const lines = useLive((read) => myLines(read, memberId), [memberId]);
  if (lines === undefined) return null;
  const { keyResults, star } = lines;
  if (keyResults.length === 0)
    return (
      <Section title="My line to the star">
        <Card>
          <p className={styles.soft}>
            You own no running key result. When you do, the way from it up to the North Star stands here.
          </p>
          <Link href="/star/line" className={styles.title}>
            See whether a squad of yours has one
          </Link>
        </Card>
      </Section>
    );
  return (
    <Section title="My line to the star">
      <Card>
        {star ? (
          <Link href="/star" className={styles.star}>
            <Icon name="star" />
            {star.name}
          </Link>
        ) : null}
        <ul className={styles.lines}>
          {keyResults.map(({ row, metrics }) => (
            <li key={row.id} className={styles.line}>
              <Link className={styles.title} href={`/key-results/${row.id}`}>
                {row.title}
              </Link>
              <span className={styles.soft}>
                {wayWords(metrics, star)}
                {row.moves ? `, because ${row.moves.because}` : ""}
              </span>
            </li>
          ))}
        </ul>
        <Link href="/star/line" className={styles.title}>
          Step by step, and what changed
        </Link>
      </Card>
    </Section>
  );
}

function wayWords(metrics: RowOf<"metric">[], star: RowOf<"metric"> | undefined): string {
  const between = metrics.filter((one) => one.id !== star?.id).map((one) => one.name);
  if (metrics.length === 0) return "moves nothing yet; its line does not reach the star";
  return between.length === 0 ? "moves the North Star itself" : `moves ${between.join(" → ")}`;
}

async function myLines(read: Reader, memberId: string): Promise<MyLines> {
  const [cycles, metrics, northStars] = await Promise.all([
    read.list("cycle"),
    read.list("metric"),
    read.list("north-star"),
  ]);
  const running = cycles.filter((one) => one.state === "running");
  const rows = (await Promise.all(running.map((one) => read.inCycle("key-result", one.id)))).flat();
  const mine = rows.filter((one) => one.ownerId === memberId && one.state === "committed");
  const keyResults = mine.map((row) => ({ row, ...lineToStar(row, { metrics, northStars }) }));
  const star = keyResults.find((one) => one.northStar !== undefined)?.northStar;
  return { keyResults, star: metrics.find((one) => one.id === star?.metricId) };
}
