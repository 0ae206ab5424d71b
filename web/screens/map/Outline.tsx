import { useMemo } from "react";
import type { AlignmentMap } from "../../../shared/okrs/map.ts";
import { countOf, type MapNode } from "../../../shared/okrs/map-node.ts";
import { Card } from "../../ui/Card.tsx";
import { Section } from "../../ui/Section.tsx";
import { Branch, type Shared } from "./Branch.tsx";
import type { Folds } from "./folds.ts";
import type { SeenRows } from "./map-rows.ts";
import styles from "./Outline.module.css";
import { onArrow } from "./outline-keys.ts";

/** With more key results than this, objectives begin shut. */
const few = 24;

/** The map as branches that fold: what can be read by thumb, by keyboard and by ear. */
export function Outline({
  map,
  rows,
  shown,
  folds,
}: {
  map: AlignmentMap;
  rows: SeenRows;
  /** What stays in sight; undefined for everything. */
  shown: ReadonlySet<string> | undefined;
  folds: Folds;
}) {
  const { roots, apart } = map;
  const shared = useMemo((): Shared => {
    const all = [...roots, ...apart].reduce((sum, one) => sum + own(one), 0);
    const opens = (node: MapNode) => shown !== undefined || all <= few || node.as !== "objective";
    return { map, rows, shown, folds, opens };
  }, [map, rows, shown, folds, roots, apart]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrows only move focus among the links and buttons inside.
    <div className={styles.outline} onKeyDown={onArrow}>
      <Branches nodes={roots} label="Alignment map" shared={shared} />
      {apart.some((one) => shown?.has(one.id) ?? true) ? (
        <Section title="Reaches nothing">
          <p className={styles.apart}>
            No North Star is at the end of these lines: an input that leads nowhere, an objective without a
            key result, or a key result that names no metric on the way. Exemptions are declared and marked.
          </p>
          <Branches nodes={apart} label="Reaches nothing" shared={shared} />
        </Section>
      ) : null}
    </div>
  );
}

function Branches({ nodes, label, shared }: { nodes: MapNode[]; label: string; shared: Shared }) {
  const here = nodes.filter((one) => shared.shown?.has(one.id) ?? true);
  if (here.length === 0) return null;
  return (
    <Card flush>
      <ul className={styles.branches} aria-label={label}>
        {here.map((one) => (
          <Branch key={one.id} node={one} shared={shared} />
        ))}
      </ul>
    </Card>
  );
}

function own(node: MapNode): number {
  return node.as === "key-result" ? 1 : countOf(node.tally);
}
