const dangerous = /^[\s\u00a0]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r]/;

/**
 * True for a text a spreadsheet would run when it opens an export of ours: it begins with = + - @ (their wide forms
 * too), or a tab or return stands before it. A plain signed number is none.
 */
export function isFormula(text: string): boolean {
  return dangerous.test(text) && !/^[+-]?[\d\s.,]+%?$/.test(text);
}

/** The text of a cell: without the blanks around it, and without the apostrophe an export puts before a formula. */
export function textOf(cell: string): string {
  const trimmed = cell.trim();
  return /^'[=+\-@\uff1d\uff0b\uff0d\uff20]/.test(trimmed) ? trimmed.slice(1) : trimmed;
}
