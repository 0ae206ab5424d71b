import type { Forecast } from "./forecast.ts";

/** The chance as a screen may show it, 0–1: to the nearest 5 %, never under 5 % nor over 95 %. */
export function shownChance(probability: number): number {
  return Math.min(95, Math.max(5, Math.round(probability * 20) * 5)) / 100;
}

/** "About 4 in 10 if the coming weeks behave like the last 7." */
export function forecastWords({ probability, weeks }: Pick<Forecast, "probability" | "weeks">): string {
  return `About ${chanceWords(probability)} if the coming weeks behave like the last ${Math.max(1, Math.round(weeks))}.`;
}

/** "4 in 10", "1 in 4", "9 in 20": the shown chance in numbers one can count on fingers. */
export function chanceWords(probability: number): string {
  const twentieths = Math.round(shownChance(probability) * 20);
  if (twentieths % 2 === 0) return `${twentieths / 2} in 10`;
  return twentieths % 5 === 0 ? `${twentieths / 5} in 4` : `${twentieths} in 20`;
}
