import * as z from "zod/mini";
import * as field from "../sync/field.ts";
import { lockScreen } from "./workspace.ts";

export const role = z.enum(["admin", "director", "member", "viewer"]);
export type Role = z.output<typeof role>;

export const preferences = z.strictObject({
  checkInTime: z.optional(field.time),
  focusTime: z.optional(field.time),
  quiet: z.strictObject({ from: field.time, to: field.time }),
  workdays: z.optional(field.weekdays),
  daysOff: z.array(field.day).check(z.maxLength(200)),
  channels: z.strictObject({ push: z.boolean() }),
  lockScreen: z.optional(lockScreen),
});
export type Preferences = z.output<typeof preferences>;

export const defaultPreferences: Preferences = {
  quiet: { from: "20:00", to: "08:00" },
  daysOff: [],
  channels: { push: true },
};

export const schema = z.strictObject({
  name: field.title,
  email: z.optional(z.email()),
  role,
  title: z.optional(z.enum(["ceo", "cpo"])),
  zone: field.zone,
  locale: field.locale,
  preferences,
  delegate: z.optional(z.strictObject({ memberId: field.id, untilOn: field.day })),
  state: z.enum(["active", "removed"]),
});
export type Member = z.output<typeof schema>;

export const mutations = {};
