/** Of one file, in bytes. */
export const largestFile = 10_000_000;
/** Of all files of a workspace, in bytes. */
export const allFiles = 1_000_000_000;
/** Beside one review, or in one re-validation. */
export const mostFiles = 20;
/** How many days a removed file can be brought back. */
export const undoDays = 30;

/** What would break a line or turn its reading direction, so that "fdp.exe" reads as something else. */
const unfit = /[\p{Cc}\u202a-\u202e\u2066-\u2069/\\]/gu;
const longestName = 200;
const longestEnding = 20;

/** Whether a name can stand on a row and in a header as it is. */
export function isFileName(name: string): boolean {
  return name.trim() === name && name.search(unfit) < 0;
}

/** A file's name as it may stand on a row: without what is unfit, cut to 200 characters before its ending. */
export function fileName(given: string): string {
  const name = given.replace(unfit, "").trim();
  if (name === "") return "file";
  if (name.length <= longestName) return name;
  const dot = name.lastIndexOf(".");
  const ending = dot > 0 && name.length - dot <= longestEnding ? name.slice(dot) : "";
  // Never within a character.
  const stem = name.slice(0, longestName - ending.length).replace(/\p{Surrogate}$/u, "");
  return `${stem.trim()}${ending}`;
}
