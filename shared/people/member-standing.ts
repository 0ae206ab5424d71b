import * as z from "zod/mini";
import { liveKeyResults } from "../okrs/live-key-results.ts";
import * as field from "../sync/field.ts";
import {
  bodyOf,
  type Context,
  defineMutation,
  put,
  type Refusal,
  type Rows,
  refuse,
  type Write,
} from "../sync/mutation.ts";
import { change, patched } from "../sync/write.ts";
import { localDate } from "../time/local-date.ts";
import { cannotOwn } from "./ownership.ts";
import type { Subject } from "./policy.ts";
import { jobTitle, role } from "./role.ts";

/** What somebody is in the workspace: role, title, who stands in for them, and no longer being there. */

export const setRole = defineMutation({
  args: z.strictObject({ memberId: field.id, role }),
  subject: activeMember,
  may: ["admin"],
  rule({ memberId, role }, { rows }) {
    const member = rows.get("member", memberId)!;
    if (role !== "admin" && isLastAdmin(memberId, rows)) return refuse("last_admin", "role");
    if (role !== "viewer") return change("member", member, { role });
    if (answersForSomething(memberId, rows)) return refuse("viewer_cannot_own", "role");
    const asMember = rows
      .list("squad")
      .filter((squad) => squad.members.some((one) => one.memberId === memberId && one.as === "pm"))
      .map((squad) => {
        const members = squad.members.map((one) =>
          one.memberId === memberId ? { memberId, as: "member" as const } : one,
        );
        return put("squad", squad.id, { ...bodyOf<"squad">(squad), members });
      });
    return {
      writes: [
        put("member", memberId, { ...bodyOf<"member">(member), role }),
        ...asMember,
        ...withoutDelegate(memberId, rows),
      ],
    };
  },
});

/** One ceo and one cpo at a time: their two signatures must be two people's. */
export const setTitle = defineMutation({
  args: z.strictObject({ memberId: field.id, title: z.nullable(jobTitle) }),
  subject: activeMember,
  may: ["admin"],
  rule({ memberId, title }, { rows }) {
    const taken = rows
      .list("member")
      .some((one) => one.id !== memberId && one.state === "active" && one.title === title);
    if (title !== null && taken) return refuse("name_taken", "title");
    return change("member", rows.get("member", memberId)!, { title });
  },
});

/** Key results keep naming who was removed, until somebody reassigns them: nothing is handed over silently. */
export const remove = defineMutation({
  args: z.strictObject({ memberId: field.id }),
  subject: ({ memberId }, { rows }) =>
    rows.get("member", memberId) === undefined ? refuse("not_found", "memberId") : { memberId },
  may: ["admin"],
  rule({ memberId }, { rows }) {
    const member = rows.get("member", memberId)!;
    if (member.state === "removed") return { writes: [] };
    if (isLastAdmin(memberId, rows)) return refuse("last_admin", "memberId");
    const gone = patched(bodyOf<"member">(member), { state: "removed", title: null, delegate: null });
    const squads = rows
      .list("squad")
      .filter((squad) => squad.members.some((one) => one.memberId === memberId))
      .map((squad) => {
        const members = squad.members.filter((one) => one.memberId !== memberId);
        return put("squad", squad.id, { ...bodyOf<"squad">(squad), members });
      });
    return { writes: [put("member", memberId, gone), ...squads, ...withoutDelegate(memberId, rows)] };
  },
});

export const setDelegate = defineMutation({
  args: z.strictObject({
    memberId: field.id,
    delegate: z.nullable(z.strictObject({ memberId: field.id, untilOn: field.day })),
  }),
  subject: activeMember,
  may: ["self", "admin"],
  rule({ memberId, delegate }, { rows, when }) {
    const member = rows.get("member", memberId)!;
    if (delegate !== null) {
      if (delegate.memberId === memberId) return refuse("delegate_is_self", "delegate.memberId");
      const refusal = cannotOwn(delegate.memberId, "delegate.memberId", rows);
      if (refusal) return refusal;
      if (delegate.untilOn < localDate(when.at, member.zone))
        return refuse("invalid_arguments", "delegate.untilOn");
    }
    return change("member", member, { delegate });
  },
});

/** The subject of an act on a member who is there. */
export function activeMember({ memberId }: { memberId: string }, { rows }: Context): Subject | Refusal {
  const member = rows.get("member", memberId);
  if (member === undefined) return refuse("not_found", "memberId");
  return member.state === "removed" ? refuse("member_removed", "memberId") : { memberId };
}

function isLastAdmin(memberId: string, rows: Rows): boolean {
  const admins = rows.list("member").filter((one) => one.role === "admin" && one.state === "active");
  return admins.length === 1 && admins[0]?.id === memberId;
}

function answersForSomething(memberId: string, rows: Rows): boolean {
  const stewards = rows.list("metric").some((one) => one.stewardId === memberId && one.state === "active");
  return stewards || liveKeyResults(rows).some((one) => one.ownerId === memberId);
}

/** Whoever counted on this member to stand in for them no longer does. */
function withoutDelegate(memberId: string, rows: Rows): Write[] {
  return rows
    .list("member")
    .filter((one) => one.delegate?.memberId === memberId)
    .map((one) => put("member", one.id, patched(bodyOf<"member">(one), { delegate: null })));
}
