import type { Directory } from "../../shared/imports/directory.ts";
import type { Trial } from "../sync/trial.ts";

/** What rows of a file may point at: people and metrics, and the plans of cycles that can still be planned. */
export async function loadDirectory(trial: Pick<Trial, "look">): Promise<Directory> {
  const cycle = (await trial.look((rows) => rows.list("cycle"))).filter(
    ({ state }) => state === "planning" || state === "running",
  );
  const objectives = cycle.map(({ id }) => trial.look((rows) => rows.list("objective", id)));
  const objective = (await Promise.all(objectives)).flat().filter(({ state }) => state !== "dropped");
  const keyResults = objective.map(({ id }) => trial.look((rows) => rows.list("key-result", id)));
  const keyResult = (await Promise.all(keyResults))
    .flat()
    .filter(({ state }) => state === "draft" || state === "committed");
  const squad = (await trial.look((rows) => rows.list("squad"))).filter(({ state }) => state === "active");
  const bets = squad.map(({ id }) => trial.look((rows) => rows.list("bet", id)));
  const bet = (await Promise.all(bets)).flat();
  return trial.look((rows) => ({
    ...{ cycle, objective, "key-result": keyResult, squad, bet },
    metric: rows.list("metric"),
    member: rows.list("member").filter(({ state }) => state === "active"),
  }));
}
