import type { RowOf } from "../sync/mutation.ts";
import type { View } from "./view.ts";

type Member = RowOf<"member">;

/** Whether somebody stands in for a member on a day (theirs), so that they are left alone. */
export function isAway({ delegate }: Pick<Member, "delegate">, on: string): boolean {
  return delegate !== undefined && on <= delegate.untilOn;
}

/** Who hears of a squad: its PMs; where none is there, the directors; where there is no director, the admins. */
export function hearersOf(view: View, { members }: Pick<RowOf<"squad">, "members">, on: string): Member[] {
  const pms = members.filter((one) => one.as === "pm").flatMap((one) => view.members.get(one.memberId) ?? []);
  return firstThere([pms, withRole(view, "director"), withRole(view, "admin")], on);
}

/** Who looks at the month: the directors, or the admins. */
export function directorsOf(view: View, on: string): Member[] {
  return firstThere([withRole(view, "director"), withRole(view, "admin")], on);
}

/** Who answers for a cycle: the cpo, if they may close one; else the admins, who may. */
export function cpoOf(view: View, on: string): Member[] {
  const cpo = withTitle(view, "cpo").filter((one) => one.role === "admin");
  return firstThere([cpo, withRole(view, "admin")], on);
}

/** Who signs a North Star: cpo and ceo; where there is neither, the admins. */
export function signersOf(view: View, on: string): Member[] {
  return firstThere([[...withTitle(view, "cpo"), ...withTitle(view, "ceo")], withRole(view, "admin")], on);
}

/** Of groups that would act, those who are there of the first in which anybody is; nobody when all are away. */
export function firstThere(groups: readonly Member[][], on: string): Member[] {
  const active = groups.map((group) => group.filter((one) => one.state === "active"));
  const there = active.map((group) => group.filter((one) => !isAway(one, on)));
  return there.find((group) => group.length > 0) ?? [];
}

function withRole(view: View, role: Member["role"]): Member[] {
  return [...view.members.values()].filter((one) => one.role === role);
}

function withTitle(view: View, title: NonNullable<Member["title"]>): Member[] {
  return [...view.members.values()].filter((one) => one.title === title);
}
