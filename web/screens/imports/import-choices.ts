import type { ImportKindName } from "../../../shared/imports/fields.ts";
import { mayPass } from "../../../shared/people/policy.ts";
import type { Reader } from "../../store/live.ts";
import { may } from "../../store/may.ts";
import type { Choice } from "../../ui/Select.tsx";

export interface ImportChoices {
  /** What this person could import at all. */
  kinds: ImportKindName[];
  /** For the fields that often have one value for all rows: what it may be. */
  forAll: Readonly<Record<string, readonly Choice[]>>;
  /** Cycles that run: key results can be committed into them. */
  running: ReadonlySet<string>;
}

export async function importChoices(read: Reader, memberId: string): Promise<ImportChoices> {
  const member = await read.get("member", memberId);
  const [metrics, squads, cycles] = [
    await read.list("metric"),
    await read.list("squad"),
    await read.list("cycle"),
  ];
  const active = metrics.filter((one) => one.state === "active");
  const mine = await kept(active, ({ id }) => may(read, memberId, ["reading.record", { metricId: id }]));
  const formed = squads.filter((one) => one.state === "active");
  const betting = await kept(formed, ({ id }) => may(read, memberId, ["bet.place", { squadId: id }]));
  const defining = await kept(formed, ({ id }) => may(read, memberId, ["metric.define", { squadId: id }]));
  const mayDefine = defining.length > 0 || (await may(read, memberId, ["metric.define", {}]));
  const open = cycles.filter((one) => one.state === "planning" || one.state === "running");
  const kinds: [ImportKindName, boolean][] = [
    ["readings", mine.length > 0],
    ["bets", betting.length > 0],
    ["key-results", open.length > 0],
    ["metrics", mayDefine],
  ];
  const passes = member !== undefined && mayPass("import", member.role, false);
  return {
    kinds: kinds.filter(([, offered]) => offered && passes).map(([kind]) => kind),
    forAll: {
      metric: named(mine),
      squad: named(betting),
      cycle: named(open.sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1))),
    },
    running: new Set(open.filter((one) => one.state === "running").map((one) => one.id)),
  };
}

async function kept<T>(all: readonly T[], wanted: (one: T) => Promise<boolean>): Promise<T[]> {
  const found: T[] = [];
  for (const one of all) if (await wanted(one)) found.push(one);
  return found;
}

function named(rows: readonly { id: string; name: string }[]): Choice[] {
  return rows
    .map(({ id, name }) => ({ value: id, label: name }))
    .toSorted((a, b) => a.label.localeCompare(b.label));
}
