import { Fold } from "../ui/Fold.tsx";
import styles from "./PlotTable.module.css";

/** The same numbers as a table, for whoever reads rather than looks; folded until it is asked for. */
export function PlotTable({
  caption,
  heads,
  rows,
}: {
  caption: string;
  heads: readonly [when: string, value: string];
  /** The latest first. */
  rows: readonly { key: string; when: string; value: string }[];
}) {
  return (
    <Fold summary="The numbers">
      <table className={styles.table}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {heads.map((one) => (
              <th key={one} scope="col">
                {one}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((one) => (
            <tr key={one.key}>
              <th scope="row">{one.when}</th>
              <td>{one.value}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Fold>
  );
}
