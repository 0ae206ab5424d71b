import { memo } from "react";
import type { AlignmentMap } from "../../../shared/okrs/map.ts";
import type { MapNode } from "../../../shared/okrs/map-node.ts";
import { classes } from "../../ui/classes.ts";
import { type Mark, StatusShape } from "../../ui/StatusMark.tsx";
import styles from "./Drawing.module.css";
import type { SeenRows } from "./map-rows.ts";
import { metricMark } from "./metric-mark.ts";
import { type Box, size } from "./place-nodes.ts";
import { isUnmoved, kindWords, shortTally, statusWords, titleOf } from "./words.ts";
import { wrap } from "./wrap.ts";

const inset = 13;
const text = { title: 13.5, detail: 12.5, leading: 16.5 } as const;

/** One place of the drawing: its name on at most three lines, and where it stands, in shape and word. */
export const DrawnBox = memo(function DrawnBox({
  box,
  map,
  rows,
  lit,
  chosen,
  reached,
  onFocus,
}: {
  box: Box;
  map: AlignmentMap;
  rows: SeenRows;
  /** On the line of what is focused. */
  lit: boolean;
  chosen: boolean;
  /** Where the Tab key enters the drawing. */
  reached: boolean;
  onFocus: (id: string | undefined) => void;
}) {
  const { node, ghost } = box;
  const room = box.width - 2 * inset;
  const { mark, words } = ghost ? { mark: undefined, words: "plan a key result" } : standing(node, rows);
  const title = ghost ? ["nobody moves this input"] : wrap(titleOf(node), room / text.title, 3);
  const [said] = wrap(words, (room - (mark ? 18 : 0)) / text.detail, 1);
  const lines = title.length + 1;
  const top = box.y + (size.height - lines * text.leading) / 2 + 13;
  const bottom = top + text.leading * title.length + 0.5;
  const drawn = (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes focus; the name of its place says all it shows.
    <g aria-hidden="true">
      <rect
        className={classes(
          styles.box,
          (ghost || (node.as === "metric" && isUnmoved(node))) && styles.warn,
          lit && styles.lit,
          node.as === "north-star" && styles.star,
          chosen && styles.chosen,
        )}
        x={box.x}
        y={box.y}
        width={box.width}
        height={size.height}
        rx="12"
      />
      {title.map((line, index) => (
        <text
          key={index}
          className={styles.title}
          x={box.x + inset}
          y={top + index * text.leading}
          fontSize={text.title}
        >
          {line}
        </text>
      ))}
      {mark ? <StatusShape status={mark} x={box.x + inset} y={bottom - 11} width={13} height={13} /> : null}
      <text className={styles.words} x={box.x + inset + (mark ? 18 : 0)} y={bottom} fontSize={text.detail}>
        {said}
      </text>
    </g>
  );
  if (ghost) return drawn;
  return (
    <g
      id={node.id}
      role="treeitem"
      tabIndex={reached ? 0 : -1}
      aria-level={levelOf(map, node.id)}
      aria-selected={chosen}
      className={styles.item}
      // A press that turns out to pull the drawing chooses nothing.
      onMouseDown={(event) => event.preventDefault()}
      onClick={(event) => {
        onFocus(node.id);
        event.currentTarget.focus({ preventScroll: true });
      }}
      onFocus={() => (chosen ? undefined : onFocus(node.id))}
    >
      <title>{[kindWords(node), titleOf(node), words].filter(Boolean).join(", ")}</title>
      {drawn}
    </g>
  );
});

function standing(node: MapNode, rows: SeenRows): { mark?: Mark | undefined; words: string } {
  switch (node.as) {
    case "key-result":
      return {
        mark: node.status === "draft" ? "quiet" : node.status,
        words: `${statusWords[node.status]} · ${node.owner?.name ?? "nobody owns it"}`,
      };
    case "objective":
      return {
        mark: node.row.exempt === undefined ? undefined : "warn",
        words: [node.row.exempt && "exempt", node.squad?.name, shortTally(node.tally) || "no key result"]
          .filter(Boolean)
          .join(" · "),
      };
    case "outcomes":
      if (node.metrics.length > 1) return { words: node.metrics.map((one) => one.name).join(", ") };
      return metricWords(node.metrics[0]!, rows);
    default:
      if (isUnmoved(node)) {
        const { value } = metricMark(node.metric, rows);
        return { mark: "warn", words: `${value === "" ? "" : `${value} · `}no key result` };
      }
      return metricWords(node.metric, rows);
  }
}

function metricWords(metric: Parameters<typeof metricMark>[0], rows: SeenRows) {
  const { status, value, word } = metricMark(metric, rows);
  return { mark: status, words: value === "" ? word : `${value} · ${word}` };
}

function levelOf(map: AlignmentMap, id: string): number {
  let level = 1;
  for (let over = map.above.get(id); over !== undefined; over = map.above.get(over)) level += 1;
  return level;
}
