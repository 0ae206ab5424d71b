import { judgedMetric, type RangeState, rangeState } from "../../../shared/metrics/watched.ts";
import { Sparkline } from "../../charts/Sparkline.tsx";
import type { StarToday } from "./NorthStarStrip.tsx";

/** As many readings as the strip has room for. */
export const shownReadings = 16;

/** The line with what was expected of each reading behind it. Loaded apart: the detector is no part of the first load. */
export function StarLine({ star }: { star: StarToday }) {
  const { readings } = judged(star);
  const expected = new Map(readings.map((one) => [one.on, one.expected]));
  const shown = star.series.slice(-shownReadings);
  return <Sparkline values={shown.map((one) => one.value)} band={shown.map((one) => expected.get(one.on))} />;
}

const words: Record<RangeState, string> = {
  learning: "",
  usual: ", usual range",
  above: ", above its range",
  below: ", below its range",
};

/** ", usual range": goes on after how it moved. */
export function StarRangeWord({ star }: { star: StarToday }) {
  return words[rangeState(judged(star))];
}

function judged({ metric, series, ...told }: StarToday) {
  return judgedMetric(metric, series, told);
}
