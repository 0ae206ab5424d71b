/** A language tag as `Intl` spells it, or English where it takes none: some systems say "C" or "en-US@posix". */
export function canonicalLocale(tag: string): string {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? "en";
  } catch {
    return "en";
  }
}
