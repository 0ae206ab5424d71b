/**
 * "23 Nov", with its year where that is not the year of `near`. The words are English; the order of day and month follows
 * an English locale.
 */
export function dayWords(on: string, near = on, locale?: string): string {
  const year = near.slice(0, 4) === on.slice(0, 4) ? {} : ({ year: "numeric" } as const);
  return new Intl.DateTimeFormat(englishLocale(locale), {
    ...{ day: "numeric", month: "short", timeZone: "UTC" },
    ...year,
  }).format(Date.parse(on));
}

/** A person's locale where it is an English one, else that of Britain. */
export function englishLocale(locale?: string): string {
  return locale?.startsWith("en-") ? locale : "en-GB";
}
