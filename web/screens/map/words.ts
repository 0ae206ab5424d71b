import type { MapLink, MapNode, MapStatus } from "../../../shared/okrs/map-node.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { daysBetween } from "../../../shared/time/local-date.ts";
import { plural } from "../../ui/day.ts";

export const statusWords: Record<MapStatus, string> = {
  "on-pace": "on pace",
  behind: "behind",
  "off-pace": "off pace",
  stale: "stale",
  "no-data": "no data",
  "too-early": "too early",
  done: "done",
  draft: "draft",
};

/** What a place is, in a word or two. */
export function kindWords(node: MapNode): string {
  switch (node.as) {
    case "outcomes":
      return node.metrics.length === 1 ? "business outcome" : "business outcomes";
    case "umbrella":
      return "umbrella metric";
    case "north-star":
      return node.northStar?.state === "proposed" ? "North Star, proposed" : "North Star";
    case "metric":
      return node.metric.kind === "input" ? "input metric" : "metric";
    case "objective":
      return node.row.squadId === undefined ? "company objective" : "objective";
    case "key-result":
      return "key result";
  }
}

export function titleOf(node: MapNode): string {
  if (node.as === "outcomes") return node.metrics.length === 1 ? node.metrics[0]!.name : "Business outcomes";
  return "metric" in node ? node.metric.name : node.row.title;
}

/** Its own screen; several outcomes have none. */
export function hrefOf(node: MapNode): string | undefined {
  switch (node.as) {
    case "outcomes":
      return node.metrics.length === 1 ? `/metrics/${node.metrics[0]!.id}` : undefined;
    case "objective":
      return `/cycle/objectives/${node.row.id}`;
    case "key-result":
      return `/key-results/${node.row.id}`;
    default:
      return `/metrics/${node.metric.id}`;
  }
}

const order: readonly MapStatus[] = [
  "off-pace",
  "behind",
  "stale",
  "no-data",
  "too-early",
  "on-pace",
  "done",
  "draft",
];

/** "12 key results: 2 off pace, 1 stale"; what needs a look first, and what is well not at all. */
export function tallyWords(tally: MapNode["tally"]): string {
  const all = order.reduce((sum, one) => sum + (tally[one] ?? 0), 0);
  if (all === 0) return "";
  const said = worthSaying(tally);
  return `${plural(all, "key result")}${said === "" ? "" : `: ${said}`}`;
}

/** The same where room is scarce: "2 off pace, 1 stale", or how many there are. */
export function shortTally(tally: MapNode["tally"]): string {
  return worthSaying(tally) || tallyWords(tally);
}

function worthSaying(tally: MapNode["tally"]): string {
  const worth = order.slice(0, 4).filter((one) => (tally[one] ?? 0) > 0);
  return worth.map((one) => `${tally[one]} ${statusWords[one]}`).join(", ");
}

/** Whether an input has nothing that moves it, neither itself nor anything below it. */
export function isUnmoved(node: MapNode): boolean {
  return node.as === "metric" && node.movers === 0 && node.below.every(isUnmoved);
}

/** How a link reads at the end it starts from. */
export function linkWords({ as }: MapLink, to: MapNode): string {
  const name = `“${titleOf(to)}”`;
  if (as === "moves") return `moves ${name}`;
  return as === "serves" ? `also serves ${name}` : `belongs to ${name}`;
}

/** "Q4 2026 · week 8 of 13". */
export function cycleWords(cycle: RowOf<"cycle"> | undefined, on: string): string {
  if (cycle === undefined) return "no cycle yet";
  if (cycle.state !== "running") return `${cycle.name} · ${cycle.state}`;
  const weeks = Math.max(1, Math.round((daysBetween(cycle.startsOn, cycle.endsOn) + 1) / 7));
  const week = Math.floor(daysBetween(cycle.startsOn, on) / 7) + 1;
  return week < 1 ? cycle.name : `${cycle.name} · week ${Math.min(week, weeks)} of ${weeks}`;
}
