import { detect, type Preset, type Series } from "../../shared/signals/detect.ts";
import { addDays } from "../../shared/time/local-date.ts";
import { labelledStreams, type Score, scoreOf } from "../support/anomaly-score.ts";
import { noiseOf } from "../support/series.ts";
import { type Figure, figure } from "./figure.ts";

const series = 1000;
const readings = 60;
/** The push preset's; the other presets find more and are wrong more often. */
const bars: Record<keyof Score, string> = {
  recall: "≥ 0.87",
  precision: "≥ 0.75",
  weeklyClean: "≤ 0.25",
  dailyClean: "≤ 1.1",
  cleanTrend: "≤ 0.25",
  medianDelay: "≤ 1",
  repeats: "≤ 0.2",
};
const units: Record<keyof Score, string> = {
  ...{ recall: "share", precision: "share", medianDelay: "periods", repeats: "an event" },
  ...{ weeklyClean: "false-alarms/series-year", dailyClean: "false-alarms/series-year" },
  cleanTrend: "false-alarms/series-year",
};

/** How well each preset does on the labelled series of `test/data`, and how long a thousand series take. */
export function signals(): Figure[] {
  const streams = labelledStreams();
  if (streams.length !== 240) throw new Error(`${streams.length} labelled series instead of 240`);
  const scores = (["calm", "standard", "eager"] as const).flatMap((preset) => {
    const score = scoreOf(streams, preset);
    return (Object.keys(bars) as (keyof Score)[]).map((name) => {
      const value = score[name];
      if (!Number.isFinite(value)) throw new Error(`${preset} has no ${name}`);
      return figure(
        `signals-${preset}-${dashed(name)}`,
        value,
        units[name],
        preset === "calm" ? bars[name] : undefined,
      );
    });
  });
  const scans = (["weekly", "daily"] as const).map((cadence) =>
    figure(`signals-scan-1000-${cadence}`, scan(cadence), "ms", cadence === "weekly" ? "≤ 1000" : undefined),
  );
  return [...scores, ...scans];
}

/** The fastest of three, of series that climb, stand and jump; each has to tell of its jump and of little else. */
function scan(cadence: "weekly" | "daily"): number {
  const made = Array.from({ length: series }, (_, place) => seriesOf(place, cadence));
  const times = Array.from({ length: 3 }, () => {
    const began = performance.now();
    const told = made.map((one) => detect(one, { preset: "calm" satisfies Preset }));
    const took = performance.now() - began;
    const missed = told.filter((one, place) => isJumping(place) && one.length === 0).length;
    const wrong = told.filter((one, place) => !isJumping(place) && one.length > 0).length;
    if (missed > series / 20 || wrong > series / 5)
      throw new Error(`${missed} jumps missed, ${wrong} quiet series told`);
    return took;
  });
  return Math.min(...times);
}

const isJumping = (place: number) => place % 10 === 9;

function seriesOf(place: number, cadence: "weekly" | "daily"): Series {
  const noise = noiseOf(place);
  const slope = [0, 0.3, -0.2][place % 3]!;
  const days = cadence === "weekly" ? 7 : 1;
  const valueAt = (at: number) =>
    1000 + slope * at + noise() + (isJumping(place) && at === readings - 5 ? 30 : 0);
  return {
    ...{ cadence, scale: "value", goodDirection: "up" },
    readings: Array.from({ length: readings }, (_, at) => ({
      ...{ on: addDays("2025-01-06", days * at), value: valueAt(at) },
    })),
  };
}

function dashed(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
