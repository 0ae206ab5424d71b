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
  for (const { who, server, run } of runsOf(story.told)) {
    const actor = { memberId: who, ...(server === true ? { server } : {}) };
    const results = await sync.apply(story.workspaceId, actor, run);
    const refused = results.findIndex((one) => one.outcome === "rejected");
    if (refused >= 0) {
      const { code, field } = results[refused]!;
      throw new Error(
        `the example was refused: ${run[refused]!.name} at ${run[refused]!.at}: ${code} ${field ?? ""}`,
      );
    }
  }
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

/** Neighbours by the same person become one run, so that a year is a few hundred commits and not thousands. */
function runsOf(told: readonly Told[]): { who: string; server: boolean | undefined; run: Told[] }[] {
  const runs: { who: string; server: boolean | undefined; run: Told[] }[] = [];
  for (const one of told) {
    const last = runs.at(-1);
    if (last?.who === one.who && last.server === one.server) last.run.push(one);
    else runs.push({ who: one.who, server: one.server, run: [one] });
  }
  return runs;
}
