import { expect, test } from "vitest";
import * as z from "zod/mini";
import { readJson } from "../../api/body.ts";

const anything = z.unknown();
const request = (body: string) => new Request("http://x/", { method: "POST", body });

test("a body is read as deep as anything of ours is, and no deeper", async () => {
  const nested = (depth: number) => "[".repeat(depth) + "]".repeat(depth);
  expect(await readJson(request(nested(20)), anything)).toEqual(JSON.parse(nested(20)));
  await expect(readJson(request(nested(21)), anything)).rejects.toMatchObject({ code: "malformed_json" });
});

test("brackets in a text are text, with whatever quotes stand before them", async () => {
  const text = `${'\\" "'.repeat(3)}${"[{".repeat(30)}`;
  expect(await readJson(request(JSON.stringify({ text })), anything)).toEqual({ text });
});

test("a body holds as many objects as a file has rows, and not millions of empty ones", async () => {
  const many = (count: number) => `[${"{},".repeat(count - 1)}{}]`;
  const mib = 1024 * 1024;
  expect(await readJson(request(many(199_999)), anything, mib)).toHaveLength(199_999);
  await expect(readJson(request(many(200_000)), anything, mib)).rejects.toMatchObject({ code: "too_large" });
});

test("the limit is the caller's, to the byte", async () => {
  expect(await readJson(request('"12345678"'), anything, 10)).toBe("12345678");
  await expect(readJson(request('"123456789"'), anything, 10)).rejects.toMatchObject({ code: "too_large" });
});

test("what a schema refuses names the field", async () => {
  const schema = z.strictObject({ member: z.strictObject({ name: z.string() }) });
  const wrong = readJson(request('{"member":{"name":5}}'), schema);
  await expect(wrong).rejects.toMatchObject({ code: "invalid_request", field: "member.name" });
});
