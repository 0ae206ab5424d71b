import { enrol, signInLink } from "../../people/links.ts";
import type { PeopleDeps } from "../../people/people-deps.ts";
import type { Sync } from "../../sync/sync.ts";
import { cast, type Persona } from "./cast.ts";
import { createChance } from "./chance.ts";
import { type Story, type Told, tellStory } from "./story.ts";

/** The seed of the example everybody sees. */
export const demoSeed = 20_261_121;

/**
 * Tells the example company through the same mutations people use. Throws when one is refused: the story is then
 * wrong, not the rule.
 */
export async function play(sync: Pick<Sync, "apply">, story: Story): Promise<void> {
  const runs = runsOf(story.told);
  for (let from = 0; from < runs.length; from += runsAtOnce)
    await Promise.all(
      runs.slice(from, from + runsAtOnce).map((one) => playRun(sync, story.workspaceId, one)),
    );
}

/** What is asked for at once is kept in order and stored together, so that a year takes tens of commits. */
const runsAtOnce = 200;

async function playRun(sync: Pick<Sync, "apply">, workspaceId: string, { who, server, run }: Run) {
  const actor = { memberId: who, ...(server === true ? { server } : {}) };
  const results = await sync.apply(workspaceId, actor, run, run.at(-1)!.at);
  const refused = results.findIndex((one) => one.outcome === "rejected");
  if (refused < 0) return;
  const { code, field } = results[refused]!;
  throw new Error(
    `the example was refused: ${run[refused]!.name} at ${run[refused]!.at}: ${code} ${field ?? ""}`,
  );
}

/** Plays the story and answers one reusable sign-in link per person, as `Name (role): url` lines. */
export async function playDemo(deps: PeopleDeps): Promise<string[]> {
  const now = new Date(deps.now()).toISOString();
  const story = tellStory(demoSeed, now);
  await play(deps.sync, story);
  const chance = createChance(demoSeed + 1);
  const lines: string[] = [];
  for (const [persona, { name, role }] of Object.entries(cast)) {
    const { workspaceId, members } = story;
    const person = { id: chance.id(now), name, workspaceId, memberId: members[persona as Persona] };
    const { url } = await signInLink(deps, {
      personId: await enrol(deps, person),
      workspaceId,
      reusable: true,
    });
    lines.push(`${name} (${role}): ${url}`);
  }
  return lines;
}

interface Run {
  who: string;
  server: boolean | undefined;
  run: Told[];
}

/** Neighbours by the same person on the same day, taken together, so that any past day can be looked at as it stood. */
function runsOf(told: readonly Told[]): Run[] {
  const runs: Run[] = [];
  for (const one of told) {
    const last = runs.at(-1);
    if (last?.who === one.who && last.server === one.server && isSameDay(last.run[0]!, one))
      last.run.push(one);
    else runs.push({ who: one.who, server: one.server, run: [one] });
  }
  return runs;
}

function isSameDay(a: Told, b: Told): boolean {
  return a.at.slice(0, 10) === b.at.slice(0, 10);
}
