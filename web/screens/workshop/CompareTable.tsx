import { Link } from "wouter";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import styles from "./Compare.module.css";
import { headings } from "./compared.ts";
import { Said } from "./Said.tsx";
import { addressOfCandidate } from "./steps.ts";

/** A column for each candidate, a row for each heading. */
export function CompareTable({ candidates }: { candidates: readonly RowOf<"candidate">[] }) {
  return (
    <table className={styles.table}>
      <caption className="visually-hidden">Candidates compared</caption>
      <thead>
        <tr>
          <td />
          {candidates.map(({ id, name, state }) => (
            <th key={id} scope="col">
              <Link href={addressOfCandidate(id)} className={styles.name}>
                {name}
              </Link>
              {state === "open" ? null : <span className={styles.soft}>{state}</span>}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {headings.map(({ title, said }) => (
          <tr key={title}>
            <th scope="row">{title}</th>
            {candidates.map((one) => (
              <td key={one.id}>
                <Said said={said(one)} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
