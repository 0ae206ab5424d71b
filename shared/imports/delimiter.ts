import { createCsvReader } from "./csv.ts";

export const delimiters = [",", ";", "\t"] as const;
export type Delimiter = (typeof delimiters)[number];

/** How much of a file is looked at before its delimiter is chosen, in characters. */
export const headCharacters = 16_384;
const mostRows = 20;

/**
 * The delimiter that cuts the head of a file into the most rows of one width; a comma where none does. A decimal comma
 * loses because the heading has none.
 */
export function delimiterOf(head: string): Delimiter {
  const scored = delimiters.map((delimiter) => ({ delimiter, ...score(head, delimiter) }));
  const best = scored.reduce((a, b) => (b.even > a.even || (b.even === a.even && b.width > a.width) ? b : a));
  return best.width > 1 ? best.delimiter : ",";
}

function score(head: string, delimiter: Delimiter): { even: number; width: number } {
  const widths: number[] = [];
  const reader = createCsvReader(delimiter, ({ cells }) => void widths.push(cells.length));
  try {
    reader.push(head);
    if (head.length < headCharacters) reader.end();
  } catch {
    // What is wrong with the file is said when it is read; rows before that still count.
  }
  const [width = 0, ...rest] = widths.slice(0, mostRows);
  if (width < 2) return { even: 0, width };
  return { even: rest.length === 0 ? 1 : rest.filter((one) => one === width).length / rest.length, width };
}
