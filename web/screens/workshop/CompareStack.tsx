import type { RowOf } from "../../../shared/sync/mutation.ts";
import { Card } from "../../ui/Card.tsx";
import { Section } from "../../ui/Section.tsx";
import styles from "./Compare.module.css";
import { headings } from "./compared.ts";
import { Said } from "./Said.tsx";

/** Heading by heading, what is said of each candidate below each other: nothing has to be swiped aside. */
export function CompareStack({ candidates }: { candidates: readonly RowOf<"candidate">[] }) {
  return headings.map(({ title, said }) => (
    <Section key={title} title={title}>
      <Card flush>
        <dl>
          {candidates.map((one) => (
            <div key={one.id} className={styles.entry}>
              <dt className={styles.term}>
                {one.name}
                {one.state === "open" ? null : <span className={styles.soft}>{one.state}</span>}
              </dt>
              <dd className={styles.words}>
                <Said said={said(one)} />
              </dd>
            </div>
          ))}
        </dl>
      </Card>
    </Section>
  ));
}
