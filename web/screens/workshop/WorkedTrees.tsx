import { type WorkedTree, workedTrees } from "../../../shared/metrics/star-trees.ts";
import { Card } from "../../ui/Card.tsx";
import { Section } from "../../ui/Section.tsx";
import styles from "./Model.module.css";

/** North Stars with the inputs below them: a metric alone is not yet something squads can pull at. */
export function WorkedTrees() {
  return (
    <Section title="A star with its inputs">
      <div className={styles.examples}>
        {workedTrees.map((one) => (
          <Tree key={one.star} tree={one} />
        ))}
      </div>
    </Section>
  );
}

function Tree({ tree: { star, lesson, inputs, source } }: { tree: WorkedTree }) {
  return (
    <Card>
      <div className={styles.words}>
        <h3 className={styles.metric}>{star}</h3>
        <p>{lesson}</p>
      </div>
      <ul className={styles.inputs}>
        {inputs.map(({ metric, why, omtm }) => (
          <li key={metric} className={styles.words}>
            <span className={styles.label}>{metric}</span>
            {omtm === undefined ? null : (
              <span className={styles.soft}>One Metric That Matters of the squad {omtm}</span>
            )}
            <span className={styles.soft}>{why}</span>
          </li>
        ))}
      </ul>
      <p className={styles.source}>Source: {source}</p>
    </Card>
  );
}
