import type { RowOf } from "../../../shared/sync/mutation.ts";

/** Who can commit a cycle, the CPO first: "Ada (CPO) or Henrik can commit it." */
export function whoCommits(members: readonly RowOf<"member">[]): string {
  const admins = members
    .filter((one) => one.role === "admin" && one.state === "active")
    .sort((a, b) => Number(b.title === "cpo") - Number(a.title === "cpo") || a.name.localeCompare(b.name))
    .map((one) => (one.title ? `${one.name} (${one.title.toUpperCase()})` : one.name));
  if (admins.length === 0) return "Nobody can commit it: the workspace has no admin.";
  const [last, ...others] = [...admins].reverse();
  const names = others.length === 0 ? last : `${others.reverse().join(", ")} or ${last}`;
  return `${names} can commit the cycle now.`;
}
