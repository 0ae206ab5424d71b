/** The words of a list written as running text. */
export function words(list: string): string[] {
  return list.trim().split(/\s+/);
}

/** The same as a set to look words up in. */
export function oneOf(list: string): ReadonlySet<string> {
  return new Set(words(list));
}
