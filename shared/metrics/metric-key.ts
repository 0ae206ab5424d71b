/** The short name of a metric for links and programs: "Sessions per listener" → "sessions-per-listener". */
export function metricKey(name: string, taken: ReadonlySet<string>): string {
  const plain = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 56)
    .replace(/^-+|-+$/g, "");
  const base = plain || "metric";
  let key = base;
  for (let next = 2; taken.has(key); next += 1) key = `${base}-${next}`;
  return key;
}
