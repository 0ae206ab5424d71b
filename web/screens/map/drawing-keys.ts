import type { Box } from "./place-nodes.ts";

/** Where an arrow leads from a box: left to what it hangs from, right to what hangs from it, up and down beside it. */
export function nextBox(boxes: readonly Box[], id: string, key: string): string | undefined {
  const at = boxes.findIndex((one) => one.id === id);
  const here = boxes[at];
  if (here === undefined) return undefined;
  switch (key) {
    case "ArrowLeft":
      return here.over;
    case "ArrowRight":
      return boxes.find((one) => one.over === id)?.id;
    case "ArrowDown":
      return beside(boxes, here, 1);
    case "ArrowUp":
      return beside(boxes, here, -1);
    case "Home":
      return boxes[0]?.id;
    case "End":
      return boxes.at(-1)?.id;
    default:
      return undefined;
  }
}

/** The next box of the same column. */
function beside(boxes: readonly Box[], here: Box, step: 1 | -1): string | undefined {
  const kind = here.node.as === "objective" || here.node.as === "key-result" ? here.node.as : "metric";
  const same = boxes
    .filter((one) => (kind === "metric" ? one.x === here.x && !("row" in one.node) : one.node.as === kind))
    .sort((a, b) => a.y - b.y || a.x - b.x);
  return same[same.indexOf(here) + step]?.id;
}
