import type { MapRows } from "../../shared/okrs/map.ts";
import { countOf, type MapNode } from "../../shared/okrs/map-node.ts";
import type { RowOf } from "../../shared/sync/mutation.ts";

type Metric = RowOf<"metric">;
type Objective = RowOf<"objective">;
type KeyResult = RowOf<"key-result">;

const because = "people who come back listen for longer";
const unit = { label: "", scale: "ratio", decimals: 0 } as const;

export const metric = (id: string, kind: Metric["kind"], parentId?: string, more: Partial<Metric> = {}) =>
  ({
    id,
    name: `Metric ${id}`,
    kind,
    parentId,
    unit,
    goodDirection: "up",
    state: "active",
    ...more,
  }) as Metric;
export const star = (metricId: string, more: Partial<RowOf<"north-star">> = {}) =>
  ({
    id: `star of ${metricId}`,
    metricId,
    statement: "Worth it.",
    state: "committed",
    ...more,
  }) as RowOf<"north-star">;
export const objective = (id: string, squadId?: string, parentId?: string, more: Partial<Objective> = {}) =>
  ({
    id,
    cycleId: "q4",
    title: `Objective ${id}`,
    squadId,
    parentId,
    state: "committed",
    ...more,
  }) as Objective;
/** Ben's, committed before the quarter, on its way from 0 to 1. */
export const keyResult = (
  id: string,
  objectiveId: string,
  metricId?: string,
  more: Partial<KeyResult> = {},
) =>
  ({
    ...{
      id,
      objectiveId,
      cycleId: "q4",
      ownerId: "ben",
      title: `Key result ${id}`,
      alsoServes: [],
      weight: 1,
    },
    ...{ direction: "increase", baseline: 0, target: 1, unit, commitment: "committed", state: "committed" },
    ...{ committedAt: "2026-09-28T12:00:00.000Z", previousOwners: [] },
    ...(metricId === undefined ? {} : { moves: { metricId, because } }),
    ...more,
  }) as KeyResult;
export const member = (id: string, more: Partial<RowOf<"member">> = {}) =>
  ({ id, name: id, role: "member", zone: "Europe/Berlin", state: "active", ...more }) as RowOf<"member">;
export const squad = (id: string, ...members: string[]) =>
  ({
    ...{ id, name: `Squad ${id}`, state: "active" },
    members: members.map((memberId) => ({ memberId, as: "member" })),
  }) as RowOf<"squad">;
/** Said on a Monday of the quarter: "2026-10-05" answers the first occurrence. */
export const checkIn = (keyResultId: string, on: string, value?: number) =>
  ({
    ...{ id: `${keyResultId} ${on}`, keyResultId, cycleId: "q4", authorId: "ben", confidence: 6 },
    ...{ at: `${on}T09:00:00.000Z`, occurrenceOn: on, ...(value === undefined ? {} : { value }) },
  }) as RowOf<"check-in">;

export const q4 = {
  ...{ id: "q4", revision: 1, name: "Q4 2026", startsOn: "2026-10-01", endsOn: "2026-12-31" },
  state: "running",
} as RowOf<"cycle">;

/** A company in its running quarter: Ada and Ben, a workspace whose check-ins are due on Mondays; and what is given. */
export function alignment(given: Partial<MapRows> = {}): MapRows {
  const rhythm = {
    dueDay: 1,
    dueTime: "09:00",
    openDaysBefore: 3,
    focusTime: "09:30",
    workdays: [1, 2, 3, 4, 5],
  };
  return {
    ...{ workspace: { id: "waves", zone: "Europe/Berlin", rhythm } as RowOf<"workspace">, cycle: q4 },
    ...{ members: [member("ada", { role: "admin" }), member("ben")], squads: [] },
    ...{ metrics: [], northStars: [], objectives: [], keyResults: [], checkIns: [] },
    ...given,
  };
}

/** A tree in one line a place: two spaces a level, the id's last part, and how many key results are below. */
export function drawn(nodes: readonly MapNode[], level = 0): string[] {
  return nodes.flatMap((one) => {
    const count = countOf(one.tally);
    const words = `${"  ".repeat(level)}${one.id.slice(one.id.indexOf("/") + 1)}`;
    return [
      count > 0 && one.as !== "key-result" ? `${words} (${count})` : words,
      ...drawn(one.below, level + 1),
    ];
  });
}
