import { Link } from "wouter";
import type { InputStanding } from "../../../shared/metrics/weakest.ts";
import { Card } from "../../ui/Card.tsx";
import { doubtWords, weakestWords } from "../../ui/weakest-words.ts";
import type { Mover } from "./star-view.ts";
import styles from "./WeakestCard.module.css";

/** Where to push next, why, and how sure that is. Nothing while no input is moved by anybody. */
export function WeakestCard({ weakest, href }: { weakest: InputStanding<Mover> | undefined; href: string }) {
  if (weakest === undefined) return null;
  const doubt = doubtWords(weakest);
  return (
    <Card label="Weakest input">
      <p className={styles.kicker}>The weakest input</p>
      <h2 className={styles.name}>
        <Link href={href} className={styles.link}>
          {weakest.metric.name}
        </Link>
      </h2>
      <p>{weakestWords(weakest)}</p>
      {doubt === "" ? null : <p className={styles.doubt}>{doubt}</p>}
    </Card>
  );
}
