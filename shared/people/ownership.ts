import { type Refusal, type Rows, refuse } from "../sync/mutation.ts";

/** Why a member cannot answer for something: unknown, removed, or only reading here. `field` is the argument. */
export function cannotOwn(memberId: string, field: string, rows: Rows): Refusal | undefined {
  const member = rows.get("member", memberId);
  if (member === undefined) return refuse("not_found", field);
  if (member.state === "removed") return refuse("member_removed", field);
  return member.role === "viewer" ? refuse("viewer_cannot_own", field) : undefined;
}
