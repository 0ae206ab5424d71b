import { describe, expect, test } from "vitest";
import { sweepFiles } from "../../../api/files/files.ts";
import { pieceSize } from "../../../api/files/pieces.ts";
import { check } from "../../../api/operator/check-store.ts";
import { attach, bytesOf, openReview, put } from "../../support/attaching.ts";
import { startWorld, type World } from "../../support/world.ts";

const day = 86_400_000;

async function withReview() {
  const world = await startWorld();
  return { world, review: await openReview(world) };
}

async function rowOf({ northing }: World, id: string) {
  const sql = "select body from row where kind = 'attachment' and id = ?";
  const [found] = await northing.database.read(sql, [id]);
  return JSON.parse(String(found?.body)) as Record<string, unknown>;
}

const stored = async ({ northing }: World) =>
  (await northing.database.read("select count(*) as n from file_piece"))[0]?.n;

describe("a file beside a review", () => {
  test("is announced, brought, and had by everybody in the workspace to save under its name", async () => {
    const { world, review } = await withReview();
    const { ada, ben } = world;
    const body = bytesOf(pieceSize * 2 + 7);
    const id = await attach(world, ada, review, body, "Plan “Ä” (2027)'s.pdf");
    expect(await rowOf(world, id)).not.toHaveProperty("arrivedAt");
    expect((await ben.at.get(`/api/files/${id}`)).status).toBe(404);
    expect(await put(world, ada, id, body)).toMatchObject({
      status: 200,
      told: { stored: body.length, whole: true },
    });
    expect(await rowOf(world, id)).toMatchObject({ arrivedAt: "2026-03-02T08:00:00.000Z", by: ada.memberId });
    const answer = await ben.at.send(`/api/files/${id}`, {});
    expect(Buffer.from(await answer.arrayBuffer()).equals(body)).toBe(true);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "content-type": "application/octet-stream",
      "content-length": String(body.length),
      "content-disposition": `attachment; filename="Plan ___ (2027)'s.pdf"; filename*=UTF-8''Plan%20%E2%80%9C%C3%84%E2%80%9D%20%282027%29%27s.pdf`,
      "content-security-policy": "default-src 'none'; sandbox",
      "x-content-type-options": "nosniff",
      "cache-control": "no-store",
    });
  });

  test("goes on where a lost connection cut it off, and whoever is wrong about that is only told", async () => {
    const { world, review } = await withReview();
    const { ada } = world;
    const body = bytesOf(pieceSize + 1000);
    const id = await attach(world, ada, review, body);
    const part = await put(world, ada, id, body.slice(0, 1000));
    expect(part.told).toEqual({ stored: 1000, whole: false });
    const again = await put(world, ada, id, body.slice(0, 1000));
    expect(again).toMatchObject({ status: 200, told: { stored: 1000, whole: false } });
    expect((await put(world, ada, id, body.slice(5000), 5000)).told).toEqual({ stored: 1000, whole: false });
    expect((await put(world, ada, id, body.slice(1000), 1000)).told).toEqual({
      stored: body.length,
      whole: true,
    });
    expect((await put(world, ada, id, body)).told).toEqual({ stored: body.length, whole: true });
    expect((await check(world.northing.database)).ok).toBe(true);
    await world.northing.database.write([{ sql: "delete from file_piece where start = 0" }]);
    expect((await check(world.northing.database)).lines).toContain(
      `BAD  The file of attachment ${id} is missing or cut short.`,
    );
  });

  test("brought twice at once is there once", async () => {
    const { world, review } = await withReview();
    const body = bytesOf(pieceSize * 3);
    const id = await attach(world, world.ada, review, body);
    const answers = await Promise.all([0, 1, 2].map(() => put(world, world.ada, id, body)));
    expect(answers.map((one) => one.status)).toEqual([200, 200, 200]);
    if (!answers.some((one) => one.told.whole)) await put(world, world.ada, id, body);
    const answer = await world.ben.at.send(`/api/files/${id}`, {});
    expect(Buffer.from(await answer.arrayBuffer()).equals(body)).toBe(true);
    expect(await stored(world)).toBe(3);
  });

  test("that the server has, though it never came to say so, is said at the next try", async () => {
    const { world, review } = await withReview();
    const { ada, northing } = world;
    const body = bytesOf(10);
    const id = await attach(world, ada, review, body);
    const { apply } = northing.people.sync;
    northing.people.sync.apply = () => Promise.reject(new Error("killed"));
    expect((await put(world, ada, id, body)).status).toBe(500);
    northing.people.sync.apply = apply;
    expect((await put(world, ada, id, new Uint8Array())).told).toEqual({ stored: 10, whole: true });
    expect(await rowOf(world, id)).toHaveProperty("arrivedAt");
  });

  test("is out of reach once removed, comes back whole, and is forgotten when it no longer can", async () => {
    const { world, review } = await withReview();
    const { ada, northing } = world;
    const body = bytesOf(10);
    const [id, other] = [
      await attach(world, ada, review, body),
      await attach(world, ada, review, body, "b.pdf"),
    ];
    for (const one of [id, other]) await put(world, ada, one, body);
    const status = async () => (await ada.at.get(`/api/files/${id}`)).status;
    await world.mutate(ada, "attachment.remove", { attachmentId: id });
    expect(await status()).toBe(404);
    world.clock.now += 29 * day;
    await sweepFiles(northing.people);
    expect((await world.mutate(ada, "attachment.bring-back", { attachmentId: id })).outcome).toBe("applied");
    expect(await status()).toBe(200);
    await world.mutate(ada, "attachment.remove", { attachmentId: id });
    world.clock.now += 33 * day;
    expect(await world.mutate(ada, "attachment.bring-back", { attachmentId: id })).toMatchObject({
      code: "state_conflict",
    });
    await sweepFiles(northing.people);
    expect(await stored(world)).toBe(1);
    expect((await ada.at.get(`/api/files/${other}`)).status).toBe(200);
  });
});
