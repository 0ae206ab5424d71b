/** The mark between a number's whole and its fraction. */
export const decimalMarks = ["point", "comma"] as const;
export type DecimalMark = (typeof decimalMarks)[number];

/** A number as it stood in a file, with whether a percent sign stood behind it. */
export interface Quantity {
  value: number;
  percent: boolean;
}

const spaces = /[\s\u00a0\u202f']/g;
const shapes: Record<DecimalMark, RegExp> = {
  point: /^[+-]?(\d+|\d{1,3}(,\d{3})+)?(\.\d+)?(e[+-]?\d{1,3})?$/i,
  comma: /^[+-]?(\d+|\d{1,3}(\.\d{3})+)?(,\d+)?(e[+-]?\d{1,3})?$/i,
};

/** No finite number is written longer, and every cell of a column is tried in more than one way. */
const longest = 400;

/** The number a text means, or undefined: words, infinity, a mark in the wrong place. */
export function quantityIn(text: string, mark: DecimalMark): Quantity | undefined {
  if (text.length > longest) return undefined;
  const percent = /%$/.test(text);
  const signed = text.replace(/^[\u2212\u2013]/, "-");
  const bare = (percent ? signed.slice(0, -1) : signed).trim();
  if (!isGrouped(bare)) return undefined;
  const packed = bare.replace(spaces, "");
  if (!/\d/.test(packed) || !shapes[mark].test(packed)) return undefined;
  const plain = mark === "point" ? packed.replaceAll(",", "") : packed.replaceAll(".", "").replace(",", ".");
  const value = Number(plain);
  return Number.isFinite(value) ? { value, percent } : undefined;
}

/** Spaces and apostrophes stand between groups of three digits or not at all: "12 34" is two numbers. */
function isGrouped(text: string): boolean {
  return !/[\s\u00a0\u202f']/.test(text) || /^[+-]?\d{1,3}([\s\u00a0\u202f']\d{3})+([.,]\d+)?$/.test(text);
}

/**
 * The decimal mark these texts have. "unclear" when the two readings differ and nothing in the column decides, as for
 * a column that holds only "1,234": a guess could be wrong a thousandfold.
 */
export function decimalMarkOf(texts: readonly string[], pointIsUsual: boolean): DecimalMark | "unclear" {
  const numbers = texts.filter((one) => /\d/.test(one));
  const fits = (mark: DecimalMark) => numbers.filter((one) => quantityIn(one, mark) !== undefined).length;
  const [point, comma] = [fits("point"), fits("comma")];
  if (point !== comma) return point > comma ? "point" : "comma";
  const differ = numbers.filter((one) => quantityIn(one, "point")?.value !== quantityIn(one, "comma")?.value);
  if (differ.length === 0) return "point";
  // "0.125" groups nothing: no thousand begins with a zero.
  if (differ.some((one) => /^[+-]?0\./.test(one))) return "point";
  if (differ.some((one) => /^[+-]?0,/.test(one))) return "comma";
  return pointIsUsual && differ.every((one) => !one.includes(",")) ? "point" : "unclear";
}
