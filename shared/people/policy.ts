import type { Context } from "../sync/mutation.ts";
import { localDate } from "../time/local-date.ts";
import type { Role } from "./member.ts";

/** What an act is about; the standing of whoever acts is judged towards it. */
export interface Subject {
  /** The squad whose PM and members have a say. */
  squadId?: string | undefined;
  /** The owner of the key result concerned. */
  ownerId?: string | undefined;
  stewardId?: string | undefined;
  /** The member the act is about: "self" is that member. */
  memberId?: string | undefined;
}

/** What somebody is towards a subject: a role in the workspace, or a relation to it. */
export type Standing =
  | "admin"
  | "director"
  | "member"
  | "viewer"
  | "pm"
  | "squad-member"
  | "owner"
  | "delegate"
  | "steward"
  | "self"
  | "anyone"
  | "server";

/**
 * The doors that are not mutations, and who may pass them. A mutation names its standings in its own definition;
 * together they are the whole policy. "anyone" needs no sign-in; what such a door wants instead is a link, a passkey or a
 * message's secret.
 */
export const doors = {
  shell: ["anyone"],
  health: ["anyone"],
  metrics: ["anyone"],
  join: ["anyone"],
  "passkeys.sign-in": ["anyone"],
  "sign-out": ["anyone"],
  sync: ["admin", "director", "member", "viewer"],
  live: ["admin", "director", "member", "viewer"],
  me: ["admin", "director", "member", "viewer"],
  "devices.list": ["self"],
  "devices.revoke": ["self", "admin"],
  "devices.add": ["self"],
  passkeys: ["self"],
  "invites.list": ["admin"],
  "invites.create": ["admin"],
  "invites.revoke": ["admin"],
  push: ["self"],
  reminders: ["self"],
  "reminders.report": ["anyone"],
  tokens: ["admin"],
  "readings.ingest": ["anyone"],
  docs: ["anyone"],
  import: ["admin", "director", "member"],
  export: ["admin", "director", "member", "viewer"],
  connectors: ["admin"],
  webhooks: ["admin", "director", "member"],
  mail: ["self"],
  "mail.unsubscribe": ["anyone"],
  calendar: ["self"],
  "calendar.feed": ["anyone"],
  history: ["admin", "director", "member", "viewer"],
  files: ["admin", "director", "member", "viewer"],
  "sceptic.links": ["admin", "director"],
  sceptic: ["anyone"],
  "report.links": ["admin", "director"],
  report: ["anyone"],
} as const satisfies Record<string, readonly Standing[]>;
export type Door = keyof typeof doors;

/** True when a member of this role may pass a door; `self`: what is behind it is their own. */
export function mayPass(door: Door, role: Role, self: boolean): boolean {
  return doors[door].some(
    (standing) => standing === "anyone" || standing === role || (standing === "self" && self),
  );
}

/** True when the actor has one of the standings towards the subject. A removed member has none. */
export function mayAct(may: readonly Standing[], subject: Subject, context: Context): boolean {
  return may.some((standing) => has(standing, subject, context));
}

/** All a viewer can be; an owner only of what was theirs, for a check-in from before they came to only read. */
const whoReads: ReadonlySet<Standing> = new Set(["viewer", "self", "owner"]);

/** Whether the actor stands in for this owner at the moment of the act, by the days of the owner's zone. */
export function isDelegateOf(ownerId: string, { rows, who, when }: Context): boolean {
  const owner = rows.get("member", ownerId);
  if (owner?.delegate?.memberId !== who.memberId) return false;
  return localDate(when.at, owner.zone) <= owner.delegate.untilOn;
}

function has(standing: Standing, subject: Subject, context: Context): boolean {
  const { rows, who } = context;
  if (standing === "anyone") return true;
  if (standing === "server") return who.server === true;
  const member = rows.get("member", who.memberId);
  if (member === undefined || member.state !== "active") return false;
  if (member.role === "viewer" && !whoReads.has(standing)) return false;
  switch (standing) {
    case "admin":
    case "director":
    case "viewer":
      return member.role === standing;
    case "member":
      return member.role !== "viewer";
    case "self":
      return subject.memberId === who.memberId;
    case "owner":
      return subject.ownerId === who.memberId;
    case "steward":
      return subject.stewardId === who.memberId;
    case "delegate":
      return subject.ownerId !== undefined && isDelegateOf(subject.ownerId, context);
    case "squad-member":
      return squadOf(subject, rows)?.members.some((one) => one.memberId === who.memberId) === true;
    case "pm":
      return actsAsPm(subject, rows, who.memberId, member.role);
  }
}

function squadOf(subject: Subject, rows: Context["rows"]) {
  return subject.squadId === undefined ? undefined : rows.get("squad", subject.squadId);
}

/** The squad's PM; where it has none, the director acts, and where there is no director, the admin. */
function actsAsPm(subject: Subject, rows: Context["rows"], memberId: string, role: string): boolean {
  const pms = squadOf(subject, rows)?.members.filter((one) => one.as === "pm") ?? [];
  if (pms.length > 0) return pms.some((pm) => pm.memberId === memberId);
  if (role === "director") return true;
  if (role !== "admin") return false;
  return !rows.list("member").some((one) => one.role === "director" && one.state === "active");
}
