import { useState } from "react";
import { amendHours } from "../../../shared/check-ins/amendment.ts";
import { folded, type Standing } from "../../../shared/check-ins/history.ts";
import { latenessOf, occurrenceAt } from "../../../shared/check-ins/occurrence.ts";
import { localDate } from "../../../shared/time/local-date.ts";
import { useNow } from "../../store/live.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { formatDay, formatTime, plural } from "../../ui/day.ts";
import { Section } from "../../ui/Section.tsx";
import { AmendSheet } from "./AmendSheet.tsx";
import { type CardData, dayOf } from "./card-data.ts";
import styles from "./History.module.css";
import { saidWords, versionWords } from "./said-words.ts";

/** Every check-in, newest first, with its amendments and those taken back; nothing is hidden. */
export function History({ data, on }: { data: CardData; on: string }) {
  const [amending, setAmending] = useState<Standing>();
  const all = folded(data.checkIns).reverse();
  return (
    <Section title="Check-ins" end={all.length > 0 ? plural(data.said.length, "check-in") : undefined}>
      <Card flush>
        {all.length === 0 ? (
          <p className={styles.none}>No check-in yet. The first one draws the line.</p>
        ) : (
          <ol>
            {all.map((one) => (
              <Entry key={one.original.id} one={one} data={data} on={on} onAmend={() => setAmending(one)} />
            ))}
          </ol>
        )}
      </Card>
      {amending === undefined ? null : (
        <AmendSheet data={data} on={on} checkIn={amending} onClose={() => setAmending(undefined)} />
      )}
    </Section>
  );
}

function Entry({
  one,
  data,
  on,
  onAmend,
}: {
  one: Standing;
  data: CardData;
  on: string;
  onAmend: () => void;
}) {
  const { original, latest, versions } = one;
  const now = useNow();
  const taken = latest.retracted === true;
  const author = data.members.find((member) => member.id === original.authorId)?.name ?? "somebody who left";
  const mayAmend =
    !taken &&
    original.authorId === data.me &&
    data.cycle.state !== "closed" &&
    data.keyResult.state === "committed" &&
    now - Date.parse(original.at) < amendHours * 3_600_000;
  return (
    <li className={styles.entry}>
      <p className={styles.when}>
        <span>
          {formatDay(dayOf(original.at, data), undefined, on)} · {author}
          {original.onBehalf ? ", on the owner's behalf" : ""}
        </span>
        <span>{isLate(one, data) ? "late" : ""}</span>
      </p>
      <p className={taken ? styles.taken : styles.said}>{taken ? "Taken back" : saidWords(one, data)}</p>
      {latest.note === undefined || taken ? null : <p className={styles.note}>{latest.note}</p>}
      {versions.length > 1 ? (
        <details className={styles.before}>
          <summary>{taken ? "What it said" : `Amended ${plural(versions.length - 1, "time")}`}</summary>
          <ol>
            {versions.slice(0, -1).map((version) => (
              <li key={version.id}>
                {formatDay(dayOf(version.at, data), undefined, on)} {formatTime(version.at)}:{" "}
                {versionWords(version, data)}
                {version.note === undefined ? "" : `. “${version.note}”`}
              </li>
            ))}
          </ol>
        </details>
      ) : null}
      {mayAmend ? (
        <div className={styles.action}>
          <Button kind="quiet" onClick={onAmend}>
            Amend
          </Button>
        </div>
      ) : null}
    </li>
  );
}

function isLate({ original }: Standing, { rhythm, owner, zone }: CardData): boolean {
  if (rhythm === undefined) return false;
  const day = localDate(original.at, owner?.zone ?? zone);
  return latenessOf(occurrenceAt(rhythm, day), day) === "late";
}
