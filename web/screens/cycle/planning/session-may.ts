import type { Kind } from "../../../../shared/sync/catalog.ts";
import type { Reader } from "../../../store/live.ts";
import { may } from "../../../store/may.ts";
import { mayDraft } from "../may-draft.ts";
import type { PlanningRows } from "./planning-rows.ts";

/** What somebody may do in a session; ids of squads and objectives, "" among the squads is the company. */
export interface SessionMay {
  commit: boolean;
  write: ReadonlySet<string>;
  allocate: ReadonlySet<string>;
  addTo: ReadonlySet<string>;
  /** Key results this member may change. */
  edit: ReadonlySet<string>;
}

export async function sessionMay(from: Reader, memberId: string, rows: PlanningRows): Promise<SessionMay> {
  const read = holding(from, rows);
  const cycleId = rows.cycle.id;
  const squads = rows.squads.filter((one) => one.state === "active");
  const [write, allocate] = [new Set<string>(), new Set<string>()];
  const [addTo, edit] = [new Set<string>(), new Set<string>()];
  if (await may(read, memberId, ["objective.draft", {}])) write.add("");
  for (const { id } of squads) {
    if (await may(read, memberId, ["objective.draft", { squadId: id }])) write.add(id);
    if (await may(read, memberId, ["cycle.allocate", { cycleId, squadId: id }])) allocate.add(id);
  }
  for (const { id, state } of rows.objectives)
    if (state !== "dropped" && (await mayDraft(read, memberId, id)).any) addTo.add(id);
  for (const { id, state } of rows.keyResults)
    if (state !== "dropped" && (await may(read, memberId, ["key-result.revise", { keyResultId: id }])))
      edit.add(id);
  return { edit, commit: await may(read, memberId, ["cycle.commit", { cycleId }]), write, allocate, addTo };
}

/**
 * The rows a session has in hand, as a reader: hundreds of questions of who may what are answered without going to the
 * phone's storage again. Every kind that policy looks at is among them; anything else is still read.
 */
function holding(from: Reader, { members, squads, objectives, keyResults, cycle, workspace }: PlanningRows) {
  const held: Partial<Record<Kind, readonly { id: string }[]>> = {
    member: members,
    squad: squads,
    cycle: [cycle],
    workspace: [workspace],
  };
  const byId = new Map([...objectives, ...keyResults].map((one) => [one.id, one]));
  return {
    ...from,
    get: async (kind: Kind, id: string) =>
      held[kind]?.find((one) => one.id === id) ?? byId.get(id) ?? from.get(kind, id),
    list: async (kind: Kind, parentId?: string) => held[kind] ?? from.list(kind, parentId),
  } as Reader;
}
