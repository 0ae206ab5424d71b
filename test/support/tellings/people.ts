import { defaultRhythm } from "../../../shared/people/workspace.ts";
import { habit, podcasts, q4 } from "../cast.ts";
import { idOf } from "../rules.ts";
import { ben, everyWay } from "./subjects.ts";
import type { Telling } from "./telling.ts";

/** Of the workspace, its members and squads. */
export const people = {
  "workspace.found": {
    ...{ by: "nobody", server: true, empty: true },
    args: { id: idOf("w"), name: "Waves", zone: "Asia/Tokyo" },
  },
  "workspace.rename": { by: "ada", args: { name: "Tides" } },
  "workspace.set-zone": { by: "ada", args: { zone: "Asia/Tokyo" } },
  "workspace.set-rhythm": { by: "ada", args: { rhythm: { ...defaultRhythm, dueDay: 2 } } },
  "workspace.set-lock-screen": { by: "ada", args: { lockScreen: "full" } },
  "workspace.set-decision-rules": { by: "ada", args: { rules: ["What moves the star wins."] } },
  "workspace.set-workshop": {
    by: "dora",
    args: {
      fit: {
        ...{ productLed: "yes", growthStage: "partly", customerValue: "no", oneModel: "yes" },
        dataVisible: "yes",
      },
      ...{ statement: "S.", businessModel: "attention" },
      ...{ premise: "P.", valueExchanged: "V.", valueAction: "A.", flywheel: "F." },
    },
  },
  "member.join": {
    ...{ by: "nobody", server: true },
    args: {
      ...{ id: idOf("uma"), name: "Uma", role: "member", zone: "Asia/Tokyo", locale: "ja" },
      ...{ email: "uma@example.com", squadId: podcasts, as: "pm" },
    },
  },
  "member.rename": { by: "ben", args: { ...ben, name: "Benjamin" } },
  "member.set-role": { by: "ada", args: { ...ben, role: "director" } },
  "member.set-title": { by: "ada", args: { memberId: idOf("dora"), title: null } },
  "member.remove": { by: "ada", args: ben },
  "member.set-preferences": {
    by: "ben",
    args: {
      ...{ ...ben, checkInTime: "07:00", focusTime: null, quiet: { from: "19:00", to: "07:00" } },
      ...{ workdays: [1, 2], daysOff: ["2026-12-24"], lockScreen: "private", metricCheckTime: "11:00" },
      ...{ channels: { push: false, kinds: everyWay }, snoozedUntil: "2026-10-06T08:00:00.000Z" },
    },
  },
  "member.set-zone": { by: "ben", args: { ...ben, zone: "Asia/Tokyo" } },
  "member.set-email": { by: "ben", args: { ...ben, email: "ben@example.com" } },
  "member.set-delegate": {
    by: "ben",
    args: { ...ben, delegate: { memberId: idOf("sam"), untilOn: "2026-11-01" } },
  },
  "squad.form": { by: "ada", args: { id: idOf("social"), name: "Social", purpose: "Together." } },
  "squad.rename": { by: "imani", args: { squadId: podcasts, name: "Shows", purpose: "Spoken." } },
  "squad.assign": { by: "ada", args: { squadId: podcasts, memberId: idOf("olu"), as: "member" } },
  "squad.dismiss": { by: "ada", args: { squadId: idOf("ads") } },
  "squad.set-omtm": { by: "imani", args: { squadId: podcasts, omtm: { metricId: habit, cycleId: q4 } } },
} satisfies Record<string, Telling>;
