/** One measured figure; `bar` is what it has to reach, in words. */
export interface Figure {
  name: string;
  value: number;
  unit: string;
  bar?: string;
}

export function figure(name: string, value: number, unit: string, bar?: string): Figure {
  const rounded = Number(value.toPrecision(4));
  return { name, value: rounded, unit, ...(bar === undefined ? {} : { bar }) };
}

/** The value below which the given share of the samples lies (nearest rank). */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)]!;
}
