/** "Off pace" of "off pace": at the beginning of a sentence or of a line. */
export function capitalized(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** "off pace" of "Off pace": in the middle of a sentence. */
export function lowered(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}
