/** What somebody types to throw unsent work away: long enough not to happen by accident. */
export const discardWord = "discard";

export function isDiscardWord(typed: string): boolean {
  return typed.trim().toLowerCase() === discardWord;
}
