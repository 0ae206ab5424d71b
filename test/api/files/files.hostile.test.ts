import { describe, expect, test } from "vitest";
import { disposition } from "../../../api/files/disposition.ts";
import { allFiles, largestFile } from "../../../shared/attachments/file-limits.ts";
import { attach, bytesOf, openReview, put, said } from "../../support/attaching.ts";
import { startWorld, type World } from "../../support/world.ts";

async function announced(size = 1000) {
  const world = await startWorld();
  const review = await openReview(world);
  const body = bytesOf(size);
  return { world, review, body, id: await attach(world, world.ada, review, body) };
}

const held = async ({ northing }: World) =>
  (
    await northing.database.read(
      "select (select count(*) from file) + (select count(*) from file_piece) as n",
    )
  )[0]?.n;

describe("a body nobody asked for", () => {
  test("is not taken from anybody but whoever announced it", async () => {
    const { world, body, id } = await announced();
    const { ben, cleo, ada } = world;
    expect(await put(world, ben, id, body)).toMatchObject({ status: 403, code: "forbidden" });
    expect(await put(world, cleo, id, body)).toMatchObject({ status: 404, code: "not_found" });
    expect(await put(world, ada, world.id(), body)).toMatchObject({ status: 404, code: "not_found" });
    expect(await put(world, ada, "..%2F..%2Fetc", body)).toMatchObject({ status: 404 });
    await world.mutate(ada, "attachment.remove", { attachmentId: id });
    expect(await put(world, ada, id, body)).toMatchObject({ status: 404, code: "not_found" });
    expect(await held(world)).toBe(0);
  });

  test("of another workspace cannot be had, nor told from one that is not there", async () => {
    const { world, body, id } = await announced();
    await put(world, world.ada, id, body);
    for (const path of [`/api/files/${id}`, `/api/files/${world.id()}`])
      expect(await world.cleo.at.get(path)).toMatchObject({
        status: 404,
        body: { error: { code: "not_found" } },
      });
    const asked = await world.cleo.at.get(`/api/files/${id}?workspace=${world.ada.workspaceId}`);
    expect(asked.body.error.code).toBe("not_a_member");
    expect((await world.stranger().get(`/api/files/${id}`)).status).toBe(401);
  });

  test("that is longer than announced is refused before it is read, or as soon as it shows", async () => {
    const { world, body, id } = await announced();
    expect(await put(world, world.ada, id, bytesOf(1001))).toMatchObject({
      status: 422,
      code: "file_differs",
    });
    expect(await put(world, world.ada, id, bytesOf(largestFile + 1))).toMatchObject({ code: "too_large" });
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1;
        controller.enqueue(new Uint8Array(16_384));
      },
    });
    const headers = { "content-type": "application/octet-stream", origin: world.origin };
    const init = { method: "PUT", body: endless, headers, duplex: "half" } as RequestInit & {
      headers: Record<string, string>;
    };
    expect((await world.ada.at.send(`/api/files/${id}`, init)).status).toBe(422);
    expect(sent).toBeLessThan(5);
    expect((await put(world, world.ada, id, body)).told.whole).toBe(true);
  });

  test("that is not the one announced leaves nothing behind, and the right one may still come", async () => {
    const { world, body, id } = await announced();
    const other = body.map((byte) => byte ^ 1);
    expect(await put(world, world.ada, id, other)).toMatchObject({ status: 422, code: "file_differs" });
    expect(await held(world)).toBe(0);
    expect((await put(world, world.ada, id, body)).told.whole).toBe(true);
  });

  test("that begins nowhere is refused", async () => {
    const { world, id } = await announced(5);
    const headers = { "content-type": "application/octet-stream", origin: world.origin };
    for (const from of ["-1", "1.5", "x", "1e9"]) {
      const init = { method: "PUT", body: "abc", headers };
      expect((await world.ada.at.send(`/api/files/${id}?from=${from}`, init)).status, from).toBe(400);
    }
    expect(await held(world)).toBe(0);
  });
});

test("a workspace holds a gigabyte and not a byte more; another one has its own", async () => {
  const { world, review, id, body } = await announced();
  const { ada, northing } = world;
  await northing.database.write([
    {
      sql: "insert into file (workspace_id, attachment_id, size, begun_at) values (?, 'big', ?, '2026'), ('w', 'huge', ?, '2026')",
      args: [ada.workspaceId, allFiles - 1000, allFiles],
    },
  ]);
  expect((await put(world, ada, id, body)).told.whole).toBe(true);
  const further = await attach(world, ada, review, bytesOf(1));
  expect(await put(world, ada, further, bytesOf(1))).toMatchObject({ status: 409, code: "files_full" });
});

test("whatever a file says it is, it is saved and never shown", async () => {
  const world = await startWorld();
  const review = await openReview(world);
  const body = new TextEncoder().encode("<script>alert(1)</script>");
  for (const [name, type] of [
    ["evil.html", "text/html"],
    ["evil.svg", "image/svg+xml"],
    ["x.js", "text/javascript"],
  ] as const) {
    const id = world.id();
    const args = { id, subjectId: review, ...said(body, name), type };
    expect((await world.mutate(world.ada, "attachment.add", args)).outcome).toBe("applied");
    await put(world, world.ada, id, body);
    const { headers } = await world.ben.at.get(`/api/files/${id}`);
    expect(headers.get("content-type")).toBe("application/octet-stream");
    expect(headers.get("content-disposition")).toMatch(/^attachment; /);
    expect(headers.get("content-security-policy")).toBe("default-src 'none'; sandbox");
  }
});

test("no name breaks out of the header it stands in", () => {
  for (const name of ['a"; filename="b.exe', "a\r\nSet-Cookie: x=1", "\ud800.pdf", "%41*'()", "مرحبا.pdf"]) {
    const value = disposition(name);
    expect(value).toMatch(/^attachment; filename="[^"\\\r\n]*"; filename\*=UTF-8''[\w.!~%-]+$/);
    expect(() => new Headers({ "content-disposition": value })).not.toThrow();
  }
});
