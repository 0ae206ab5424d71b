import * as z from "zod/mini";
import * as field from "../sync/field.ts";
import { type Context, defineMutation, put, refuse, type Write } from "../sync/mutation.ts";
import { change, patched, sentAgain } from "../sync/write.ts";
import { canonicalLocale } from "./locale.ts";
import { activeMember, remove, setDelegate, setRole, setTitle } from "./member-standing.ts";
import { defaultPreferences, preferences, preferencesPatch } from "./preferences.ts";
import { jobTitle, role } from "./role.ts";

export type Role = z.output<typeof role>;

export const schema = z.strictObject({
  name: field.title,
  email: z.optional(z.email().check(z.maxLength(254))),
  role,
  title: z.optional(jobTitle),
  zone: field.zone,
  locale: field.locale,
  preferences,
  delegate: z.optional(z.strictObject({ memberId: field.id, untilOn: field.day })),
  state: z.enum(["active", "removed"]),
});
export type Member = z.output<typeof schema>;

/** An accepted invitation. A squad that is gone by then does not keep the person out. */
const join = defineMutation({
  args: z.strictObject({
    id: field.id,
    name: field.title,
    role,
    zone: field.zone,
    locale: field.locale,
    email: z.optional(z.email().check(z.maxLength(254))),
    squadId: z.optional(field.id),
    as: z.optional(z.enum(["pm", "member"])),
  }),
  may: ["server"],
  rule({ id, squadId, as, ...person }, context) {
    const locale = canonicalLocale(person.locale);
    const member: Member = { ...person, locale, preferences: defaultPreferences, state: "active" };
    return (
      sentAgain("member", id, member, context.rows, ["preferences"]) ?? {
        writes: [
          put("member", id, member),
          ...intoSquad(squadId, id, person.role === "viewer" ? "member" : as, context),
        ],
      }
    );
  },
});

const rename = defineMutation({
  args: z.strictObject({ memberId: field.id, name: field.title }),
  subject: activeMember,
  may: ["self", "admin"],
  rule: ({ memberId, name }, { rows }) => change("member", rows.get("member", memberId)!, { name }),
});

const setZone = defineMutation({
  args: z.strictObject({ memberId: field.id, zone: field.zone }),
  subject: activeMember,
  may: ["self", "admin"],
  rule: ({ memberId, zone }, { rows }) => change("member", rows.get("member", memberId)!, { zone }),
});

/** Where reminders go that come by e-mail; null takes it away. Nobody sets another's but an admin. */
const setEmail = defineMutation({
  args: z.strictObject({
    memberId: field.id,
    email: z.nullable(z.email().check(z.maxLength(254))),
  }),
  subject: activeMember,
  may: ["self", "admin"],
  rule: ({ memberId, email }, { rows }) => change("member", rows.get("member", memberId)!, { email }),
});

/** A patch per field; null goes back to the workspace's own. */
const setPreferences = defineMutation({
  args: z.strictObject({
    memberId: field.id,
    ...preferencesPatch,
  }),
  subject: activeMember,
  may: ["self", "admin"],
  rule({ memberId, ...changes }, { rows, who }) {
    const member = rows.get("member", memberId)!;
    // Mail that nobody has asked for would be unsolicited: only the person can subscribe to the report.
    if (changes.report !== undefined && who.memberId !== memberId) return refuse("forbidden", "report");
    return change("member", member, { preferences: patched(member.preferences, changes) });
  },
});

export const mutations = {
  join,
  rename,
  "set-zone": setZone,
  "set-email": setEmail,
  "set-preferences": setPreferences,
  "set-role": setRole,
  "set-title": setTitle,
  "set-delegate": setDelegate,
  remove,
};

function intoSquad(
  squadId: string | undefined,
  memberId: string,
  as: "pm" | "member" = "member",
  { rows }: Context,
): Write[] {
  const squad = squadId === undefined ? undefined : rows.get("squad", squadId);
  if (squad === undefined || squad.state !== "active") return [];
  const verdict = change("squad", squad, { members: [...squad.members, { memberId, as }] });
  return "writes" in verdict ? (verdict.writes as Write[]) : [];
}
