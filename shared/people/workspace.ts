import * as z from "zod/mini";
import { businessModel } from "../metrics/business-model.ts";
import * as field from "../sync/field.ts";
import { defineMutation, put, type Rows, refuse, type Verdict } from "../sync/mutation.ts";
import { type Changes, change, patched, sentAgain } from "../sync/write.ts";

export const rhythm = z.strictObject({
  /** ISO weekday, 1 is Monday. */
  dueDay: field.weekday,
  dueTime: field.time,
  openDaysBefore: z.int().check(z.minimum(0), z.maximum(6)),
  focusTime: field.time,
  workdays: field.weekdays.check(z.minLength(1)),
});
export type Rhythm = z.output<typeof rhythm>;

export const defaultRhythm: Rhythm = {
  dueDay: 1,
  dueTime: "09:00",
  openDaysBefore: 3,
  focusTime: "09:30",
  workdays: [1, 2, 3, 4, 5],
};

export const lockScreen = z.enum(["private", "titles", "full"]);

const decisionRules = z.array(field.note.check(z.minLength(1))).check(z.maxLength(20));

const fitAnswer = z.enum(["yes", "partly", "no"]);
const fit = z.strictObject({
  productLed: z.optional(fitAnswer),
  growthStage: z.optional(fitAnswer),
  customerValue: z.optional(fitAnswer),
  oneModel: z.optional(fitAnswer),
  dataVisible: z.optional(fitAnswer),
});

/** What was answered on the way to a North Star, before any metric was chosen. */
export const workshop = z.strictObject({
  fit: z.optional(fit),
  /** Why the product exists; the words a proposed North Star begins with. */
  statement: z.optional(field.text),
  businessModel: z.optional(businessModel),
  premise: z.optional(field.text),
  valueExchanged: z.optional(field.text),
  valueAction: z.optional(field.text),
  flywheel: z.optional(field.text),
});
export type Workshop = z.output<typeof workshop>;

export const schema = z.strictObject({
  name: field.title,
  zone: field.zone,
  rhythm,
  lockScreen,
  decisionRules,
  workshop: z.optional(workshop),
});
export type Workspace = z.output<typeof schema>;

/** The one row a workspace has of itself; a second founding is a clash. */
const found = defineMutation({
  args: z.strictObject({ id: field.id, name: field.title, zone: field.zone }),
  may: ["server"],
  rule({ id, name, zone }, { rows }) {
    const body: Workspace = { name, zone, rhythm: defaultRhythm, lockScreen: "titles", decisionRules: [] };
    const again = sentAgain("workspace", id, body, rows);
    if (again) return again;
    return rows.list("workspace").length > 0
      ? refuse("id_conflict", "id")
      : { writes: [put("workspace", id, body)] };
  },
});

const rename = defineMutation({
  args: z.strictObject({ name: field.title }),
  may: ["admin"],
  rule: (args, { rows }) => changeWorkspace(args, rows),
});

const setZone = defineMutation({
  args: z.strictObject({ zone: field.zone }),
  may: ["admin"],
  rule: (args, { rows }) => changeWorkspace(args, rows),
});

const setRhythm = defineMutation({
  args: z.strictObject({ rhythm }),
  may: ["admin"],
  rule: (args, { rows }) => changeWorkspace(args, rows),
});

const setLockScreen = defineMutation({
  args: z.strictObject({ lockScreen }),
  may: ["admin"],
  rule: (args, { rows }) => changeWorkspace(args, rows),
});

/** The list once confirmed is the workspace's; an empty one is unconfirmed. */
const setDecisionRules = defineMutation({
  args: z.strictObject({ rules: decisionRules }),
  may: ["admin"],
  rule: ({ rules }, { rows }) => changeWorkspace({ decisionRules: rules }, rows),
});

/** A patch per question, and within the fit check per answer, so that two people can fill it in at once. */
const setWorkshop = defineMutation({
  args: z.strictObject({
    fit: z.optional(
      z.strictObject({
        productLed: z.optional(z.nullable(fitAnswer)),
        growthStage: z.optional(z.nullable(fitAnswer)),
        customerValue: z.optional(z.nullable(fitAnswer)),
        oneModel: z.optional(z.nullable(fitAnswer)),
        dataVisible: z.optional(z.nullable(fitAnswer)),
      }),
    ),
    statement: z.optional(z.nullable(field.text)),
    businessModel: z.optional(z.nullable(businessModel)),
    premise: z.optional(z.nullable(field.text)),
    valueExchanged: z.optional(z.nullable(field.text)),
    valueAction: z.optional(z.nullable(field.text)),
    flywheel: z.optional(z.nullable(field.text)),
  }),
  may: ["admin", "director"],
  rule({ fit, ...changes }, { rows }) {
    const before = rows.list("workspace")[0]?.workshop ?? {};
    const after = patched(before, changes);
    const answered = fit === undefined ? after : { ...after, fit: patched(before.fit ?? {}, fit) };
    return changeWorkspace({ workshop: answered }, rows);
  },
});

export const mutations = {
  found,
  rename,
  "set-zone": setZone,
  "set-rhythm": setRhythm,
  "set-lock-screen": setLockScreen,
  "set-decision-rules": setDecisionRules,
  "set-workshop": setWorkshop,
};

function changeWorkspace(changes: Changes<Workspace>, rows: Rows): Verdict {
  const workspace = rows.list("workspace")[0];
  return workspace === undefined ? refuse("not_found") : change("workspace", workspace, changes);
}
