import { applied } from "./company.ts";
import { type Device, rowId } from "./device.ts";
import type { World as Server } from "./world.ts";

export interface RunningCycle {
  cycleId: string;
  objectiveId: string;
  metricId: string;
  /** Key results that Ben owns. */
  keyResults: string[];
}

/** A running cycle in Ada's workspace, with key results of Ben's that lead to the North Star. */
export async function runCycle(
  { northing, ada, ben, ...server }: Server,
  keyResults = 1,
): Promise<RunningCycle> {
  const id = () => rowId({ northing, ada, ben, ...server });
  const cycle: RunningCycle = {
    cycleId: id(),
    objectiveId: id(),
    metricId: id(),
    keyResults: Array.from({ length: keyResults }, id),
  };
  const { cycleId, objectiveId, metricId } = cycle;
  const unit = { label: "min", scale: "value", decimals: 0 };
  const how = { unit, goodDirection: "up", cadence: "weekly", stewardId: ada.memberId };
  const star = { key: "listening", name: "Listening", definition: "Minutes a week", kind: "north-star" };
  const moves = { metricId, because: "more minutes each week make the whole of listening rise" };
  await applied(northing.sync, ada.workspaceId, { memberId: ada.memberId }, [
    ["metric.define", { id: metricId, ...star, ...how }],
    ["north-star.propose", { id: id(), metricId, statement: "Time well spent" }],
    ["cycle.open", { id: cycleId, name: "Q1", startsOn: "2026-01-01", endsOn: "2026-03-31" }],
    ["objective.draft", { id: objectiveId, cycleId, title: "Be the daily companion" }],
    ...cycle.keyResults.map((one, i): [string, object] => [
      "key-result.draft",
      {
        ...{ id: one, objectiveId, ownerId: ben.memberId, title: `Listening rises, part ${i}` },
        ...{ direction: "increase", baseline: 0, target: 100, unit, moves },
      },
    ]),
    ["cycle.commit", { cycleId }],
  ]);
  return cycle;
}

/** A check-in as the stack saves it. Answers its row id and its mutation's. */
export async function checkIn(device: Device, server: Server, keyResultId: string, args: object = {}) {
  const id = rowId(server);
  const said = { id, keyResultId, value: 10, confidence: 7, note: "going well", ...args };
  return { id, mutationId: await device.must("check-in.record", said) };
}
