import type { ImportKindName } from "../../../shared/imports/fields.ts";
import type { ImportReport } from "../../../shared/imports/report.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Card } from "../../ui/Card.tsx";
import styles from "./Imports.module.css";
import { countWords, kindWords, leftWords, problemPlace, problemTitle, rowsWords, spaced } from "./words.ts";

/** What the server found: what would happen, or every problem by line. */
export function Report({ report, kind }: { report: ImportReport; kind: ImportKindName }) {
  const { problems, problemCount, counts, rows, left = [] } = report;
  return (
    <div role="status" className={styles.report}>
      {problemCount === 0 ? (
        <>
          <Banner
            tone="quiet"
            icon="check"
            title={`${rowsWords(rows)} read, nothing is wrong`}
            body={`${kindWords[kind].label}: ${countWords(counts)}. ${writtenWords(report)}`}
          />
          {left.length === 0 ? null : (
            <Banner
              tone="warn"
              title="Not everything is taken over"
              body={
                <ul>
                  {left.map(({ code, count }) => (
                    <li key={code}>{leftWords(code, count)}</li>
                  ))}
                </ul>
              }
            />
          )}
        </>
      ) : (
        <>
          <Banner
            tone="bad"
            title={`${spaced(problemCount)} ${problemCount === 1 ? "problem" : "problems"} in ${rowsWords(rows)}`}
            body="Nothing was changed. Mend the file, or what is said about it above, and check it again."
          />
          <Card flush>
            <ol className={styles.problems}>
              {problems.map((one) => (
                <li key={`${one.line} ${one.column} ${one.code} ${one.header}`}>
                  <span className={styles.place}>{problemPlace(one)}</span>
                  <span className={styles.name}>{problemTitle(one.code)}</span>
                  <span className={styles.soft}>
                    {one.found === undefined || one.found === "" ? "" : `Found “${one.found}”. `}
                    Expected {one.expected}.
                  </span>
                </li>
              ))}
            </ol>
          </Card>
          {problemCount > problems.length ? (
            <p className={styles.soft}>
              The first {problems.length} are shown. The same cause often stands behind the rest.
            </p>
          ) : null}
        </>
      )}
    </div>
  );
}

function writtenWords({ format }: ImportReport): string {
  const dates = format.dates === undefined ? "" : `Days read as ${format.dates}`;
  const decimals = format.decimals === undefined ? "" : `, numbers with a decimal ${format.decimals}`;
  return dates === "" ? "" : `${dates}${decimals}.`;
}
