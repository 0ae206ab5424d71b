import type { Revalidation } from "../../../../shared/metrics/revalidation.ts";
import retro from "../Retro.module.css";
import styles from "../Rhythm.module.css";

/** Plan, market and links as they were written. */
export function EvidenceRead({ said: { plan, market, links = [] } }: { said: Revalidation }) {
  if (plan === undefined && market === undefined && links.length === 0)
    return <p className={styles.soft}>Nothing was written about plan and market.</p>;
  return (
    <>
      {[
        ["The profit and loss plan", plan],
        ["Market signals", market],
      ].map(([label, text]) =>
        text === undefined ? null : (
          <div key={label}>
            <h3 className={styles.part}>{label}</h3>
            <p className={retro.said} dir="auto">
              {text}
            </p>
          </div>
        ),
      )}
      {links.length === 0 ? null : (
        <ul className={retro.links}>
          {links.map((one) => (
            <li key={one}>
              <a href={one} target="_blank" rel="noopener noreferrer">
                {one}
              </a>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
