import * as z from "zod/mini";
import * as field from "../sync/field.ts";
import { defineMutation, put, type Rows, refuse, type Verdict } from "../sync/mutation.ts";
import { type Changes, change, sentAgain } from "../sync/write.ts";

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

export const schema = z.strictObject({
  name: field.title,
  zone: field.zone,
  rhythm,
  lockScreen,
  decisionRules: z.array(field.note),
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

export const mutations = {
  found,
  rename,
  "set-zone": setZone,
  "set-rhythm": setRhythm,
  "set-lock-screen": setLockScreen,
};

function changeWorkspace(changes: Changes<Workspace>, rows: Rows): Verdict {
  const workspace = rows.list("workspace")[0];
  return workspace === undefined ? refuse("not_found") : change("workspace", workspace, changes);
}
