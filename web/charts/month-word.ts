/** "November 2026" of any day in it; short, "Nov 2026". */
export function monthWord(on: string, length: "long" | "short" = "short"): string {
  return new Intl.DateTimeFormat("en-GB", { month: length, year: "numeric", timeZone: "UTC" }).format(
    Date.parse(on),
  );
}
