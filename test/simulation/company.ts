import type { MutationName } from "../../shared/sync/catalog.ts";
import type { Sim, User } from "./sim.ts";

export const workspaceId = "00000000-0000-7000-8000-000000000001";
const unit = { label: "min", scale: "value", decimals: 0 };
const because = "more minutes each week make the whole of listening rise";

/** Ada is the admin; the others own key results of a running cycle. All of it through the server's own door. */
export async function found(sim: Sim): Promise<void> {
  const [ada, ...others] = sim.users as [User, ...User[]];
  const { squadId, cycleId, metricId, objectiveId, keyResults } = sim;
  const server = { memberId: ada.memberId, server: true };
  const joining = { zone: "Europe/Lisbon", locale: "en" };
  await tell(sim, server, [
    ["workspace.found", { id: workspaceId, name: "Harbour", zone: "Europe/Lisbon" }],
    ["member.join", { id: ada.memberId, name: ada.name, role: "admin", ...joining }],
    ...others.map((one): [MutationName, object] => [
      "member.join",
      { id: one.memberId, name: one.name, role: "member", ...joining },
    ]),
  ]);
  const how = { unit, goodDirection: "up", cadence: "weekly", stewardId: ada.memberId };
  await tell(sim, { memberId: ada.memberId }, [
    [
      "metric.define",
      { id: metricId, key: "listening", name: "Listening", definition: "x", kind: "north-star", ...how },
    ],
    ["north-star.propose", { id: sim.newId(), metricId, statement: "Time well spent" }],
    ["squad.form", { id: squadId, name: "Podcasts" }],
    ...others.map(({ memberId }): [MutationName, object] => [
      "squad.assign",
      { squadId, memberId, as: "member" },
    ]),
    ["cycle.open", { id: cycleId, name: "Q4", startsOn: "2026-10-01", endsOn: "2026-12-31" }],
    ["objective.draft", { id: objectiveId, cycleId, title: "Be the daily companion" }],
    ...keyResults.map((id, i): [MutationName, object] => [
      "key-result.draft",
      keyResultDraft(sim, id, others[i % others.length]!, `Listening rises ${i}`),
    ]),
    ["cycle.commit", { cycleId }],
  ]);
}

/** What drafting a key result takes, for the founding and for an admin who adds one. */
export function keyResultDraft(
  { objectiveId, metricId }: Sim,
  id: string,
  owner: User,
  title: string,
): object {
  const numbers = { direction: "increase", baseline: 0, target: 100, unit };
  return { id, objectiveId, ownerId: owner.memberId, title, ...numbers, moves: { metricId, because } };
}

async function tell(sim: Sim, actor: { memberId: string; server?: boolean }, told: [MutationName, object][]) {
  const at = new Date(sim.clock.now()).toISOString();
  const mutations = told.map(([name, args]) => ({ id: sim.newId(), name, args, at }));
  const results = await sim.server.nodes[0]!.apply(workspaceId, actor, mutations);
  const refused = results.findIndex((one) => one.outcome !== "applied");
  if (refused >= 0) throw new Error(`${told[refused]![0]}: ${results[refused]!.code}`);
}
