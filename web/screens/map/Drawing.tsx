import { type KeyboardEvent, useMemo } from "react";
import type { AlignmentMap } from "../../../shared/okrs/map.ts";
import { lineThrough } from "../../../shared/okrs/map-filter.ts";
import { Button } from "../../ui/Button.tsx";
import { classes } from "../../ui/classes.ts";
import { ZoomArea } from "../../ui/ZoomArea.tsx";
import styles from "./Drawing.module.css";
import { DrawnBox } from "./DrawnBox.tsx";
import { nextBox } from "./drawing-keys.ts";
import { type Curve, layout, layoutForPaper } from "./layout.ts";
import { MapDetail } from "./MapDetail.tsx";
import type { SeenRows } from "./map-rows.ts";
import { size } from "./place-nodes.ts";

/** A sheet of paper on its side, less its margins; A4 and Letter differ by less than a box. */
const sheet = { width: 1000, height: 620 };
/** With more ties beside the tree than this, only those of the chosen place are drawn. */
const clear = 24;
/** Room around the drawing. */
const margin = 16;

/** The map as a drawing. It is a tree to who listens to it; the arrows go along its lines. */
export function Drawing({
  map,
  rows,
  shown,
  focus,
  onFocus,
  paper,
}: {
  map: AlignmentMap;
  rows: SeenRows;
  shown: ReadonlySet<string> | undefined;
  focus: string | undefined;
  onFocus: (id: string | undefined) => void;
  paper: boolean;
}) {
  const drawn = useMemo(
    () => (paper ? layoutForPaper(map, shown, sheet) : layout(map, shown)),
    [map, shown, paper],
  );
  const boxes = drawn.boxes.filter((one) => !one.ghost);
  const focused = boxes.some((one) => one.id === focus) ? focus : undefined;
  const line = useMemo(() => (focused ? lineThrough(map, focused) : undefined), [map, focused]);
  const star = boxes.find((one) => one.node.as === "north-star") ?? boxes[0];
  const reached = focused ?? star?.id;
  const ties = (from: string, to: string) => focused !== undefined && (from === focused || to === focused);

  const many = drawn.curves.filter((one) => one.beside).length > clear;
  const isDrawn = ({ from, to, beside }: Curve) => beside === undefined || !many || ties(from, to);

  function onKey(event: KeyboardEvent) {
    const id = (event.target as Element).closest("[role=treeitem]")?.id;
    const next = id && nextBox(boxes, id, event.key);
    if (!next) return;
    event.preventDefault();
    onFocus(next);
    document.getElementById(next)?.focus();
  }

  return (
    <div className={styles.sheet}>
      <ZoomArea
        width={drawn.width + 2 * margin}
        height={drawn.height + 2 * margin}
        from={(star?.y ?? 0) + size.height / 2 + margin}
        label="The drawing: arrows move it, plus and minus zoom, 0 fits it in"
        actions={<Button onClick={() => window.print()}>Print</Button>}
      >
        <svg
          className={styles.drawing}
          viewBox={`${-margin} ${-margin} ${drawn.width + 2 * margin} ${drawn.height + 2 * margin}`}
          preserveAspectRatio="xMidYMin"
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: its places are chosen, by key and by click.
          role="tree"
          aria-label="Alignment map"
          onKeyDown={onKey}
        >
          {drawn.curves.filter(isDrawn).map(({ from, to, path, beside }) => (
            <path
              key={`${from} ${to} ${beside ?? ""}`}
              d={path}
              className={classes(
                styles.curve,
                beside && styles.beside,
                (beside ? ties(from, to) : line?.has(from) && line.has(to)) && styles.lit,
              )}
            />
          ))}
          {drawn.apartFrom === undefined ? null : (
            <text className={styles.part} x="0" y={drawn.apartFrom + 18} fontSize="18.5">
              Reaches nothing
            </text>
          )}
          {drawn.boxes.map((box) => (
            <DrawnBox
              key={box.id}
              box={box}
              map={map}
              rows={rows}
              lit={line?.has(box.node.id) === true}
              chosen={!box.ghost && box.id === focused}
              reached={!box.ghost && box.id === reached}
              onFocus={onFocus}
            />
          ))}
        </svg>
      </ZoomArea>
      <MapDetail
        many={many}
        node={focused === undefined ? undefined : map.nodes.get(focused)}
        map={map}
        rows={rows}
      />
    </div>
  );
}
