import type { RowOf } from "../sync/mutation.ts";

export interface Branch {
  metric: RowOf<"metric">;
  below: Branch[];
}

/**
 * The metric tree from its tops down: what names no parent that is there is a top, but an input without one hangs from
 * the North Star. A loop is broken where it would repeat; every metric stands exactly once.
 */
export function outline(metrics: readonly RowOf<"metric">[], starId: string | undefined): Branch[] {
  const placed = new Set<string>();
  const parentOf = (one: RowOf<"metric">): string | undefined => {
    const parent = one.parentId ?? (one.kind === "input" ? starId : undefined);
    return parent !== one.id && metrics.some((other) => other.id === parent) ? parent : undefined;
  };
  const branch = (metric: RowOf<"metric">): Branch => {
    placed.add(metric.id);
    return { metric, below: branches(metrics.filter((one) => parentOf(one) === metric.id)) };
  };
  const branches = (of: readonly RowOf<"metric">[]): Branch[] =>
    of.flatMap((one) => (placed.has(one.id) ? [] : branch(one)));
  const tops = branches(metrics.filter((one) => parentOf(one) === undefined));
  return [...tops, ...branches(metrics)];
}
