/** How much of a reminder stands on a locked screen: counts, titles, or what was last said too. */
export type LockScreen = "private" | "titles" | "full";

/** What a message says: one line, and more lines below it. */
export interface Wording {
  title: string;
  body: string;
}

const shownTitles = 3;
const titleLength = 90;

/** "1 check-in due", "2 check-ins due": a count with its noun. */
export function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** Up to three lines, and how many more there are. */
export function listed(lines: readonly string[]): string {
  const shown = lines.slice(0, shownTitles);
  const more = lines.length - shown.length;
  return [...shown, ...(more > 0 ? [`and ${more} more`] : [])].join("\n");
}

/** Cut at whole characters, so that half of an emoji never travels. */
export function clip(text: string): string {
  const characters = [...text];
  return characters.length > titleLength ? `${characters.slice(0, titleLength - 1).join("")}…` : text;
}

/** A member's locale is free text; one that Intl does not know must not cost the reminder. */
export function knownLocale(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? "en";
  } catch {
    return "en";
  }
}
