/** Widths of characters in the app's grotesque, as shares of the text size; rough, for drawings that cannot measure. */
const narrow = /[iljtfr.,:;'’!|()[\]\s]/;
const broad = /[mwMW@%—]/;
const full = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{Extended_Pictographic}]/u;
const upper = /\p{Lu}/u;

/** How wide a text is, in text sizes. */
export function breadthOf(text: string): number {
  let sum = 0;
  for (const char of text)
    sum += full.test(char)
      ? 1.02
      : broad.test(char)
        ? 0.86
        : narrow.test(char)
          ? 0.31
          : upper.test(char)
            ? 0.67
            : 0.55;
  return sum;
}

/** A text on at most so many lines of a breadth in text sizes; what does not fit ends in an ellipsis. */
export function wrap(text: string, breadth: number, lines: number): string[] {
  const found: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/).flatMap((one) => pieces(one, breadth))) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (breadthOf(longer) <= breadth) {
      line = longer;
      continue;
    }
    found.push(line);
    line = word;
    if (found.length === lines) break;
  }
  if (found.length < lines) {
    found.push(line);
    return found;
  }
  const last = found[lines - 1]!;
  return [...found.slice(0, lines - 1), shortened(`${last.replace(/[\s·,:;]+$/, "")}…`, breadth)];
}

/** A word too long for a line, cut. */
function pieces(word: string, breadth: number): string[] {
  if (breadthOf(word) <= breadth) return [word];
  const found: string[] = [];
  let piece = "";
  for (const char of word) {
    if (breadthOf(piece + char) > breadth) {
      found.push(piece);
      piece = "";
    }
    piece += char;
  }
  return [...found, piece];
}

function shortened(text: string, breadth: number): string {
  let chars = [...text];
  while (chars.length > 2 && breadthOf(chars.join("")) > breadth) chars = [...chars.slice(0, -2), "…"];
  return chars.join("");
}
