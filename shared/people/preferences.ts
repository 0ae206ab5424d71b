import * as z from "zod/mini";
import * as field from "../sync/field.ts";
import { lockScreen } from "./workspace.ts";

/** What reminders are chosen by, in groups a person understands. */
export const reminderGroups = [
  "check-ins",
  "assignments",
  "anomalies",
  "metric-check",
  "rituals",
  "focus",
  "digest",
] as const;
export type ReminderGroup = (typeof reminderGroups)[number];

const way = z.enum(["push", "email", "both", "off"]);
export type Way = z.output<typeof way>;

const channels = z.strictObject({
  /** Off: nothing is pushed to any of the person's devices. */
  push: z.boolean(),
  /** How each group comes; absent: by push. */
  kinds: z.optional(
    z.strictObject({
      "check-ins": z.optional(way),
      assignments: z.optional(way),
      anomalies: z.optional(way),
      "metric-check": z.optional(way),
      rituals: z.optional(way),
      focus: z.optional(way),
      digest: z.optional(way),
    }),
  ),
});

/** How often somebody gets the report of the cycle by e-mail; absent: never. */
export const reportRhythm = z.enum(["weekly", "monthly"]);
export type ReportRhythm = z.output<typeof reportRhythm>;

const quiet = z.strictObject({ from: field.time, to: field.time });
const daysOff = z.array(field.day).check(z.maxLength(200));

export const preferences = z.strictObject({
  checkInTime: z.optional(field.time),
  focusTime: z.optional(field.time),
  metricCheckTime: z.optional(field.time),
  quiet,
  workdays: z.optional(field.weekdays),
  daysOff,
  channels,
  lockScreen: z.optional(lockScreen),
  /** Until then only what is urgent is said. */
  snoozedUntil: z.optional(field.instant),
  report: z.optional(reportRhythm),
});
export type Preferences = z.output<typeof preferences>;

/** A patch per field; null goes back to the workspace's own. */
export const preferencesPatch = {
  checkInTime: z.optional(z.nullable(field.time)),
  focusTime: z.optional(z.nullable(field.time)),
  metricCheckTime: z.optional(z.nullable(field.time)),
  quiet: z.optional(quiet),
  workdays: z.optional(z.nullable(field.weekdays)),
  daysOff: z.optional(daysOff),
  channels: z.optional(channels),
  lockScreen: z.optional(z.nullable(lockScreen)),
  snoozedUntil: z.optional(z.nullable(field.instant)),
  report: z.optional(z.nullable(reportRhythm)),
};

export const defaultPreferences: Preferences = {
  quiet: { from: "20:00", to: "08:00" },
  daysOff: [],
  channels: { push: true },
};

/** How a group of reminders comes to somebody. */
export function wayOf({ channels }: Preferences, group: ReminderGroup): Way {
  return channels.kinds?.[group] ?? "push";
}
