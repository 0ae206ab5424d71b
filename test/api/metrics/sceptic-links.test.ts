import { join } from "node:path";
import { expect, test } from "vitest";
import { run } from "../../../api/operator/commands.ts";
import { restore } from "../../../api/operator/restore.ts";
import { tidy } from "../../../api/people/upkeep-store.ts";
import { temporaryFolder } from "../../support/database.ts";
import { dump } from "../../support/dump.ts";
import { type Persona, startWorld, tokenOf, type World } from "../../support/world.ts";

const day = 86_400_000;
const said = {
  verdict: "no",
  why: "I never asked how many songs there are; I ask whether I like the next one.",
  by: "Nadia",
} as const;

/** Ada's candidate, and one of Cleo's elsewhere. */
async function shortlist(world: World, by: Persona = world.ada): Promise<string> {
  const id = world.id();
  const definition = "Songs started in a week, by anybody.";
  await world.mutate(by, "candidate.propose", { id, name: "Total streams", definition });
  return id;
}

async function linkTo({ ada }: World, candidateId: string) {
  return (await ada.at.post("/api/sceptic-links", { candidateId })).body;
}

async function candidate({ northing }: World, id: string) {
  const [row] = await northing.database.read("select body from row where kind = 'candidate' and id = ?", [
    id,
  ]);
  return JSON.parse(String(row?.body));
}

test("somebody from outside reads the candidate and the company, answers once, and the answer is in the workspace", async () => {
  const world = await startWorld();
  const candidateId = await shortlist(world);
  const made = await linkTo(world, candidateId);
  expect(made.url).toMatch(new RegExp(`^${world.origin}/sceptic#[\\w-]{24}$`));
  expect(made.expiresAt).toBe("2026-03-16T08:00:00.000Z");
  const token = tokenOf(made.url);
  const outsider = world.stranger();
  for (let look = 0; look < 3; look += 1)
    expect((await outsider.post("/api/sceptic/preview", { token })).body).toEqual({
      company: "Northwind",
      name: "Total streams",
      definition: "Songs started in a week, by anybody.",
    });
  expect((await outsider.post("/api/sceptic/answer", { token, ...said })).status).toBe(200);
  expect(outsider.cookies.size).toBe(0);
  expect((await candidate(world, candidateId)).sceptic).toEqual({ ...said, at: "2026-03-02T08:00:00.000Z" });
  for (const path of ["preview", "answer"]) {
    const body = path === "answer" ? { token, ...said, why: "Once more." } : { token };
    expect((await world.stranger().post(`/api/sceptic/${path}`, body)).body.error.code).toBe(
      "token_unusable",
    );
  }
  expect((await candidate(world, candidateId)).sceptic.why).toBe(said.why);
});

test("Ada and a director see the links that wait, and take one back; a member sees none of it", async () => {
  const world = await startWorld();
  const dora = await world.admit("director", "Dora");
  const candidateId = await shortlist(world);
  const { id, url } = (await dora.at.post("/api/sceptic-links", { candidateId })).body;
  const { links } = (await world.ada.at.get("/api/sceptic-links")).body;
  expect(links).toEqual([
    {
      ...{ id, candidateId, createdBy: dora.memberId },
      ...{ createdAt: "2026-03-02T08:00:00.000Z", expiresAt: "2026-03-16T08:00:00.000Z" },
    },
  ]);
  expect(JSON.stringify(links)).not.toContain(tokenOf(url));
  expect((await world.ben.at.post("/api/sceptic-links", { candidateId })).body.error.code).toBe("forbidden");
  expect((await world.ada.at.delete(`/api/sceptic-links/${id}`)).status).toBe(200);
  expect((await world.ada.at.get("/api/sceptic-links")).body.links).toEqual([]);
  expect((await world.ada.at.delete(`/api/sceptic-links/${id}`)).status).toBe(404);
  expect((await world.stranger().post("/api/sceptic/preview", { token: tokenOf(url) })).status).toBe(410);
});

test("used, expired, revoked and invented links, and one whose candidate fell, are told apart by nobody", async () => {
  const world = await startWorld();
  const { ada, clock } = world;
  const candidateId = await shortlist(world);
  const used = tokenOf((await linkTo(world, candidateId)).url);
  await world.stranger().post("/api/sceptic/answer", { token: used, ...said });
  const expired = tokenOf((await linkTo(world, candidateId)).url);
  clock.now += 14 * day;
  const revoked = await linkTo(world, candidateId);
  await ada.at.delete(`/api/sceptic-links/${revoked.id}`);
  const fallen = await shortlist(world);
  const stale = tokenOf((await linkTo(world, fallen)).url);
  await world.mutate(ada, "candidate.reject", { candidateId: fallen, reason: "Skips inflate it." });
  const answers = new Set<string>();
  for (const token of [used, expired, tokenOf(revoked.url), stale, "A".repeat(24)])
    for (const path of ["preview", "answer"]) {
      const body = path === "answer" ? { token, ...said } : { token };
      const { status, body: told } = await world.stranger().post(`/api/sceptic/${path}`, body);
      answers.add(JSON.stringify([status, told.error]));
    }
  expect([...answers]).toEqual([
    JSON.stringify([
      410,
      { code: "token_unusable", message: "This link was used, ran out or was withdrawn. Ask for a new one." },
    ]),
  ]);
});

test("of thirty who answer one link at once, exactly one is heard", async () => {
  const world = await startWorld();
  const candidateId = await shortlist(world);
  const token = tokenOf((await linkTo(world, candidateId)).url);
  const tries = Array.from({ length: 30 }, (_, i) =>
    world.stranger().post("/api/sceptic/answer", { token, ...said, by: `Voice ${i}` }),
  );
  const statuses = (await Promise.all(tries)).map((one) => one.status);
  expect(statuses.filter((one) => one === 200)).toHaveLength(1);
  expect(statuses.filter((one) => one !== 200 && one !== 410 && one !== 429)).toEqual([]);
  const heard = await world.northing.database.read("select id from mutation where name = 'candidate.hear'");
  expect(heard).toHaveLength(1);
});

test("a restore of a backup from before gives no revoked and no answered link back", async () => {
  const world = await startWorld();
  const candidateId = await shortlist(world);
  const [revoked, used, open] = [
    await linkTo(world, candidateId),
    await linkTo(world, candidateId),
    await linkTo(world, candidateId),
  ];
  const file = join(temporaryFolder(), "backup.db");
  await run(world.northing, "backup", [file]);
  await world.ada.at.delete(`/api/sceptic-links/${revoked.id}`);
  await world.stranger().post("/api/sceptic/answer", { token: tokenOf(used.url), ...said });
  await world.close();
  const deps = { now: () => world.clock.now, wait: async () => {}, random: () => 0.5 };
  expect((await restore(world.env, file, deps)).ok).toBe(true);
  const after = await startWorld({ folder: world.env.DATA_DIR, empty: true });
  const look = async (url: string) =>
    (await after.stranger().post("/api/sceptic/preview", { token: tokenOf(url) })).status;
  expect([await look(revoked.url), await look(used.url), await look(open.url)]).toEqual([410, 410, 200]);
});

test("nothing that is stored or logged gives a link's secret away", async () => {
  const world = await startWorld();
  const candidateId = await shortlist(world);
  const token = tokenOf((await linkTo(world, candidateId)).url);
  await world.stranger().post("/api/sceptic/answer", { token, ...said });
  expect(JSON.stringify(await dump(world.northing.database))).not.toContain(token);
  expect(world.logged.join("")).not.toContain(token);
  expect(world.logged.join("")).not.toContain(said.why);
});

test("a link nobody can use or ask about any more is forgotten a month after it ran out", async () => {
  const world = await startWorld();
  await linkTo(world, await shortlist(world));
  const count = async () => (await world.northing.database.read("select id from share_link")).length;
  await tidy(world.northing.database, world.clock.now + 43 * day);
  expect(await count()).toBe(1);
  await tidy(world.northing.database, world.clock.now + 45 * day);
  expect(await count()).toBe(0);
});
