/** Half of a pair, as `"\ud800"` in JSON makes one: not text for any database, address or driver. */
const half = /\p{Surrogate}/u;

/** The path to the first text or key with half a character in it, such as "moves.because"; undefined: all are whole. */
export function halfCharacterIn(value: unknown, path = ""): string | undefined {
  if (typeof value === "string") return half.test(value) ? path : undefined;
  if (typeof value !== "object" || value === null) return undefined;
  for (const [key, one] of Object.entries(value)) {
    if (half.test(key)) return path;
    const found = halfCharacterIn(one, path === "" ? key : `${path}.${key}`);
    if (found !== undefined) return found;
  }
  return undefined;
}
