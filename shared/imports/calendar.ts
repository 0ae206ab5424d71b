/** How days may be written. */
export const dateForms = ["YYYY-MM-DD", "DD.MM.YYYY", "DD/MM/YYYY", "MM/DD/YYYY"] as const;
export type DateForm = (typeof dateForms)[number];

const patterns: Record<DateForm, RegExp> = {
  "YYYY-MM-DD": /^(?<y>\d{4})-(?<m>\d{2})-(?<d>\d{2})(?:[T ]00:00(?::00(?:\.0+)?)?Z?)?$/,
  "DD.MM.YYYY": /^(?<d>\d{1,2})\.(?<m>\d{1,2})\.(?<y>\d{4})$/,
  "DD/MM/YYYY": /^(?<d>\d{1,2})\/(?<m>\d{1,2})\/(?<y>\d{4})$/,
  "MM/DD/YYYY": /^(?<m>\d{1,2})\/(?<d>\d{1,2})\/(?<y>\d{4})$/,
};

/** The ISO day a text means, or undefined: another form, or a day no calendar has, such as 31 February. */
export function dayIn(text: string, form: DateForm): string | undefined {
  const { y, m, d } = patterns[form].exec(text)?.groups ?? {};
  if (y === undefined || m === undefined || d === undefined) return undefined;
  const iso = `${y}-${m.padStart(2, "0")}-${d.padStart(2, "0")}`;
  const at = new Date(Date.UTC(Number(y), Number(m) - 1, Number(d)));
  return Number(y) >= 1900 && at.toISOString().slice(0, 10) === iso ? iso : undefined;
}

/**
 * The form most of these texts have. "unclear" when the days fit two forms equally, as 03/04/2026 does: a guess would
 * put readings on wrong days without anybody noticing.
 */
export function dateFormOf(texts: readonly string[]): DateForm | "unclear" {
  const counts = dateForms.map((form) => texts.filter((one) => dayIn(one, form) !== undefined).length);
  const most = Math.max(...counts);
  if (most === 0) return "YYYY-MM-DD";
  const best = dateForms.filter((_, place) => counts[place] === most);
  return best.length === 1 ? best[0]! : "unclear";
}
