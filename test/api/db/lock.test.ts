import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { expect, onTestFinished, test } from "vitest";
import { open, temporaryFolder } from "../../support/database.ts";

/** Another process that takes the lock the way the server does, with nothing but the driver. */
const holder = `
  import { createClient } from "@libsql/client";
  const client = createClient({ url: "file:" + process.argv[1] + ".lock", concurrency: 1 });
  globalThis.held = await client.transaction("write");
  console.log("held");
  setInterval(() => {}, 1000);
`;

async function otherProcessOn(path: string) {
  writeFileSync(`${path}.pid`, "4711\n");
  const child = spawn(process.execPath, ["--input-type=module", "--eval", holder, path]);
  await new Promise((resolve) => child.stdout.once("data", resolve));
  const gone = new Promise((resolve) => child.once("exit", resolve));
  const kill = () => {
    child.kill("SIGKILL");
    return gone;
  };
  onTestFinished(async () => void (await kill()));
  return { kill };
}

test("a second process on a file is refused with a sentence that says what to do", async () => {
  const path = `${temporaryFolder()}/northing.db`;
  await otherProcessOn(path);
  await expect(open(`file:${path}`)).rejects.toThrow(
    `${path} is already in use by process 4711. Stop that process first, or give this one its own folder with DATA_DIR.`,
  );
});

test("a killed process leaves nothing behind that keeps the next one out", async () => {
  const path = `${temporaryFolder()}/northing.db`;
  const other = await otherProcessOn(path);
  await other.kill();
  const database = await open(`file:${path}`);
  await database.close();
});

test("the same process may not open a file twice, and may open it again after closing it", async () => {
  const path = `${temporaryFolder()}/northing.db`;
  const first = await open(`file:${path}`);
  await expect(open(`file:${path}`)).rejects.toThrow("already in use by process");
  await first.write([{ sql: "create table note (id text) strict" }]);
  await first.close();
  const second = await open(`file:${path}`);
  onTestFinished(() => second.close());
  expect(await second.read("select count(*) as n from note")).toEqual([{ n: 0 }]);
});
