import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseEnv } from "../../api/env.ts";
import { createLog } from "../../api/log.ts";
import { openNorthing } from "../../api/northing.ts";
import { enrol, signInLink } from "../../api/people/links.ts";
import { uuidv7 } from "../../shared/sync/uuid.ts";
import { addDays } from "../../shared/time/local-date.ts";

export const sizes = {
  people: 500,
  squads: 40,
  companyObjectives: 5,
  objectives: 30,
  keyResults: 120,
} as const;

export interface MapCompany {
  dataDir: string;
  workspaceId: string;
  /** A link that signs the admin in. */
  link(origin: string): string;
  checkIns: number;
  dispose(): void;
}

const day = 86_400_000;
const unit = { label: "", scale: "ratio", decimals: 1 } as const;

/**
 * A company whose alignment is worth a look: 500 people in 40 squads, 30 objectives, 120 key results over five inputs, and
 * a quarter of check-ins; some key results serve two objectives, some move another input than their neighbours, some are
 * behind, silent or exempt. Made by the mutations people use.
 */
export async function buildMapCompany(): Promise<MapCompany> {
  const dataDir = mkdtempSync(join(tmpdir(), "northing-bench-map-"));
  const now = Date.now();
  const northing = await openNorthing({
    env: parseEnv({ DATA_DIR: dataDir, LOG_LEVEL: "error" }),
    log: createLog(
      "error",
      () => now,
      (line) => process.stderr.write(line),
    ),
    now: () => now,
    bytes: (count) => randomBytes(count),
    wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    origin: () => "http://localhost",
  });
  const id = () => uuidv7(now, randomBytes(10));
  const ids = (count: number) => Array.from({ length: count }, id);
  const workspaceId = id();
  const founded = now - 70 * day;
  const apply = async (memberId: string, told: [string, object, number?][], server = false) => {
    const mutations = told.map(([name, args, at = founded]) => ({
      ...{ id: id(), name, args },
      at: new Date(at).toISOString(),
    }));
    const results = await northing.sync.apply(
      workspaceId,
      { memberId, ...(server ? { server } : {}) },
      mutations,
    );
    const refused = results.findIndex((one) => one.outcome !== "applied");
    if (refused >= 0)
      throw new Error(`the company was refused: ${told[refused]![0]} ${JSON.stringify(results[refused])}`);
  };

  const zone = "Europe/London";
  const [members, squads, inputs] = [ids(sizes.people), ids(sizes.squads), ids(5)];
  const admin = members[0]!;
  await apply(
    admin,
    [
      ["workspace.found", { id: workspaceId, name: "Harbour", zone }],
      ...members.map((one, index): [string, object] => [
        "member.join",
        {
          ...{ id: one, name: `Sailor ${index + 1}`, zone, locale: "en" },
          role: index === 0 ? "admin" : "member",
        },
      ]),
    ],
    true,
  );
  const [star, northStarId, cycleId] = [id(), id(), id()];
  const metric = {
    definition: "As counted.",
    unit,
    goodDirection: "up",
    cadence: "weekly",
    stewardId: admin,
  };
  const today = new Date(now).toISOString().slice(0, 10);
  await apply(admin, [
    ["metric.define", { ...metric, id: star, key: "north", name: "Listening time", kind: "north-star" }],
    ["metric.define", { ...metric, id: id(), key: "revenue", name: "Revenue kept", kind: "outcome" }],
    ["north-star.propose", { id: northStarId, metricId: star, statement: "Worth hearing every day." }],
    ...inputs.map((one, index): [string, object] => [
      "metric.define",
      {
        ...metric,
        id: one,
        key: `input-${index}`,
        name: `Input ${index + 1}`,
        kind: "input",
        parentId: star,
      },
    ]),
    ...squads.map((one, index): [string, object] => ["squad.form", { id: one, name: `Squad ${index + 1}` }]),
    ...members
      .slice(1)
      .map((memberId, index): [string, object] => [
        "squad.assign",
        { squadId: squads[index % sizes.squads], memberId, as: index < sizes.squads ? "pm" : "member" },
      ]),
    [
      "cycle.open",
      { id: cycleId, name: "This quarter", startsOn: addDays(today, -63), endsOn: addDays(today, 27) },
    ],
  ]);

  const objectives = ids(sizes.objectives);
  const keyResults = ids(sizes.keyResults);
  const below = sizes.objectives - sizes.companyObjectives;
  const ownerOf = (index: number) => members[1 + ((index * 7) % (sizes.people - 1))]!;
  const parentOf = (index: number) => objectives[index % sizes.companyObjectives]!;
  await apply(admin, [
    ...objectives
      .slice(0, sizes.companyObjectives)
      .map((one, index): [string, object] => [
        "objective.draft",
        { id: one, cycleId, title: `Company objective ${index + 1}: be the first sound of the day` },
      ]),
    ...objectives.slice(sizes.companyObjectives).map((one, index): [string, object] => [
      "objective.draft",
      {
        ...{
          id: one,
          cycleId,
          squadId: squads[index],
          title: `Objective ${index + 1}: a reason to come back`,
        },
        ...(index === below - 1
          ? { exempt: { reason: "keeps the lights on" } }
          : { parentId: parentOf(index) }),
      },
    ]),
    ...keyResults.map((one, index): [string, object] => {
      const at = index % below;
      const elsewhere = index % 11 === 0 ? 1 : 0;
      return [
        "key-result.draft",
        {
          ...{
            id: one,
            objectiveId: objectives[sizes.companyObjectives + at],
            ownerId: ownerOf(index),
            unit,
          },
          ...{ title: `Key result ${index + 1}: listeners who stay, from 10% to 60%`, direction: "increase" },
          ...{ baseline: 0.1, target: 0.6, alsoServes: index % 13 === 0 ? [parentOf(at + 1)] : [] },
          ...(at === below - 1
            ? {}
            : {
                moves: {
                  metricId: inputs[((at % sizes.companyObjectives) + elsewhere) % inputs.length],
                  because: "people who stay listen for longer each week",
                },
              }),
        },
      ];
    }),
    ["cycle.commit", { cycleId }, now - 63 * day],
  ]);

  let checkIns = 0;
  for (const [index, keyResultId] of keyResults.entries()) {
    // Every ninth says nothing, every seventh fell silent a fortnight ago; the others move at their own pace.
    const weeks = index % 9 === 8 ? 0 : index % 7 === 6 ? 6 : 9;
    const told = Array.from({ length: weeks }, (_, week): [string, object, number] => [
      "check-in.record",
      {
        ...{
          id: id(),
          keyResultId,
          confidence: (index + week) % 11,
          note: "Steady week, the next test starts.",
        },
        value: 0.1 + ((0.04 + (index % 4) * 0.012) * (week + 1)) / 1.2,
      },
      now - (62 - week * 7) * day,
    ]);
    if (told.length > 0) await apply(ownerOf(index), told);
    checkIns += weeks;
  }
  const person = { id: id(), name: "Sailor 1", workspaceId, memberId: admin };
  const personId = await enrol(northing.people, person);
  const { url } = await signInLink(northing.people, { personId, workspaceId, reusable: true });
  await northing.close();
  return {
    ...{ dataDir, workspaceId, checkIns },
    link: (origin) => `${origin}/join#${url.split("#")[1]}`,
    dispose: () => rmSync(dataDir, { recursive: true, force: true }),
  };
}
