/** Rows in the order they were made: an id begins with its moment. */
export function byOrder<R extends { id: string }>(rows: readonly R[]): R[] {
  return [...rows].sort((a, b) => (a.id < b.id ? -1 : 1));
}
