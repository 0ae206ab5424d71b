import { type MouseEvent, useMemo } from "react";
import { useLocation } from "wouter";
import type { AlignmentMap } from "../../../shared/okrs/map.ts";
import { countOf, type MapNode } from "../../../shared/okrs/map-node.ts";
import { Card } from "../../ui/Card.tsx";
import { Section } from "../../ui/Section.tsx";
import { Branch, isIn, type Shared, type Shown } from "./Branch.tsx";
import type { Folds } from "./folds.ts";
import type { SeenRows } from "./map-rows.ts";
import styles from "./Outline.module.css";
import { onArrow } from "./outline-keys.ts";
import { isPlain } from "./plain-tap.ts";

/** With more places than this, what is hidden is not drawn ahead. */
const many = 500;

/** With more key results than this, objectives begin shut. */
const few = 24;

/** The map as branches that fold: what can be read by thumb, by keyboard and by ear. */
export function Outline({
  map,
  rows,
  shown,
  folds,
  passing,
}: {
  map: AlignmentMap;
  rows: SeenRows;
  shown: Shown;
  folds: Folds;
  /** In place of them while something is asked for. */
  passing: Folds;
}) {
  const { roots, apart } = map;
  const [, navigate] = useLocation();
  const whole = useMemo((): Shared => {
    const all = [...roots, ...apart].reduce((sum, one) => sum + own(one), 0);
    const opens = (node: MapNode) => all <= few || node.as !== "objective";
    return { map, rows, folds, opens, ahead: map.nodes.size <= many };
  }, [map, rows, folds, roots, apart]);
  const narrowed = useMemo((): Shared => ({ ...whole, folds: passing, opens: () => true }), [whole, passing]);
  const drawn = { shown, shared: shown === undefined ? whole : narrowed };
  const inSight = (one: MapNode) => isIn(shown, one);
  const follow = (event: MouseEvent) => {
    const href = ownLink(event);
    if (href === undefined) return;
    event.preventDefault();
    navigate(href);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrows only move focus among the links and buttons inside.
    <div className={styles.outline} onKeyDown={onArrow} onClick={follow}>
      {roots.some(inSight) ? <Branches nodes={roots} label="Alignment map" {...drawn} /> : null}
      {apart.some(inSight) ? (
        <Section title="Reaches nothing">
          <p className={styles.apart}>
            No North Star is at the end of these lines: an input that leads nowhere, an objective without a
            key result, or a key result that names no metric on the way. Exemptions are declared and marked.
          </p>
          <Branches nodes={apart} label="Reaches nothing" {...drawn} />
        </Section>
      ) : null}
    </div>
  );
}

function Branches({
  nodes,
  label,
  ...drawn
}: {
  nodes: MapNode[];
  label: string;
  shown: Shown;
  shared: Shared;
}) {
  return (
    <Card flush>
      <ul className={styles.branches} aria-label={label}>
        {nodes.map((one) => (
          <Branch key={one.id} node={one} {...drawn} />
        ))}
      </ul>
    </Card>
  );
}

/** Where a plain tap on a link leads. One listener for all of them: each `Link` would listen to the address itself. */
function ownLink(event: MouseEvent): string | undefined {
  if (event.defaultPrevented || !isPlain(event)) return undefined;
  return (event.target as Element).closest("a")?.getAttribute("href") ?? undefined;
}

function own(node: MapNode): number {
  return node.as === "key-result" ? 1 : countOf(node.tally);
}
