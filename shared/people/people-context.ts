import type { Context, RowOf, Rows } from "../sync/mutation.ts";

/**
 * What somebody's standing is judged by (`mayAct`, `leads`) where only people and squads are at hand. `at`: ISO instant.
 * Of every other kind there are no rows.
 */
export function peopleContext(
  { members, squads }: { members: readonly RowOf<"member">[]; squads: readonly RowOf<"squad">[] },
  memberId: string,
  at: string,
): Context {
  const rowsOf = (kind: string) => (kind === "member" ? members : kind === "squad" ? squads : []);
  const rows = {
    get: (kind: string, id: string) => rowsOf(kind).find((one) => one.id === id),
    list: (kind: string) => [...rowsOf(kind)],
  } as Rows;
  return { rows, who: { memberId }, when: { at, receivedAt: at } };
}
