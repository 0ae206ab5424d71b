import { useState } from "react";
import { Link } from "wouter";
import { beatOwners, completed, completeness, type Part } from "../../../shared/metrics/completeness.ts";
import { useRhythm } from "../../store/reviews.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { classes } from "../../ui/classes.ts";
import { Icon } from "../../ui/Icon.tsx";
import { Section } from "../../ui/Section.tsx";
import { type Mark, StatusMark } from "../../ui/StatusMark.tsx";
import styles from "./Completeness.module.css";
import { beatWords, missingWords, partWords, scoreWords } from "./completeness-words.ts";
import type { StarRows } from "./star-rows.ts";

/** How much of the framework stands: five parts, what each lacks, and the way to put it right. */
export function Completeness({ rows }: { rows: StarRows }) {
  const beats = useRhythm()?.beats;
  const parts = completeness({
    ...{ ...rows, decisionRules: rows.workspace?.decisionRules ?? [] },
    ...(beats === undefined ? {} : { beats }),
  });
  const score = completed(parts);
  const [open, setOpen] = useState(score < parts.length);
  return (
    <Section title="Completeness" end={scoreWords(score)}>
      <Card>
        <div className={styles.meter} role="img" aria-label={`${scoreWords(score)} parts stand`}>
          {parts.map((one) => (
            <span key={one.name} className={styles.cell}>
              <span
                className={classes(
                  styles.fill,
                  one.share === 1 && styles.whole,
                  one.share === 0.5 && styles.half,
                )}
              />
            </span>
          ))}
        </div>
        {open ? (
          <ul>
            {parts.map((one) => (
              <PartLine key={one.name} part={one} rows={rows} />
            ))}
          </ul>
        ) : (
          <p className={styles.soft}>All five parts stand.</p>
        )}
        {open && score < parts.length ? null : (
          <Button kind="quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? "Show less" : "Show the five parts"}
          </Button>
        )}
      </Card>
    </Section>
  );
}

const marks: Record<string, { mark: Mark; word: string }> = {
  1: { mark: "ok", word: "stands" },
  0.5: { mark: "too-early", word: "half" },
  0: { mark: "no-data", word: "not yet" },
};

function PartLine({ part, rows }: { part: Part; rows: StarRows }) {
  const { mark, word } = marks[part.share]!;
  return (
    <li className={styles.part}>
      <div className={styles.head}>
        <span className={styles.name}>{partWords[part.name]}</span>
        <StatusMark status={mark}>{word}</StatusMark>
      </div>
      {part.missing.length === 0 ? null : (
        <ul>
          {part.missing.map((one) => {
            const { words, href } = missingWords(one);
            return (
              <li key={words}>
                {href.startsWith("#") ? (
                  <a href={href} className={styles.missing}>
                    {words}
                  </a>
                ) : (
                  <Link href={href} className={styles.missing}>
                    <span>{words}</span>
                    <Icon name="forward" />
                  </Link>
                )}
              </li>
            );
          })}
        </ul>
      )}
      {part.name === "rituals" ? <Beats rows={rows} /> : null}
    </li>
  );
}

function Beats({ rows }: { rows: StarRows }) {
  const owners = Object.entries(beatOwners(rows)) as [keyof typeof beatWords, string[]][];
  return (
    <dl className={styles.beats}>
      {owners.map(([beat, names]) => (
        <div key={beat} className={styles.beat}>
          <dt>
            {beatWords[beat].title}
            <span className={styles.soft}>, {beatWords[beat].detail}</span>
          </dt>
          <dd>{names.length === 0 ? "nobody" : names.join(", ")}</dd>
        </div>
      ))}
    </dl>
  );
}
