import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getRequestListener } from "@hono/node-server";
import { parseEnv } from "./env.ts";
import { createLog } from "./log.ts";
import { recur, wait } from "./main.ts";
import { openNorthing } from "./northing.ts";
import { playDemo } from "./operator/demo/play.ts";
import { listWorkspaces } from "./people/member-store.ts";

interface Life {
  listener: ReturnType<typeof getRequestListener>;
  end(): Promise<void>;
}
/** Outlives a reload of this module: the next one closes what the last one opened, and works on the same data. */
const kept = globalThis as typeof globalThis & { northingInDev?: { folder: string; life?: Promise<Life> } };

let life: Promise<Life> | undefined;

/** The API for Vite's development server, with the example company. `origin` is where Vite listens. */
export async function answer(incoming: IncomingMessage, outgoing: ServerResponse, origin: string) {
  kept.northingInDev ??= { folder: freshFolder() };
  life ??= begin(kept.northingInDev.folder, origin, kept.northingInDev.life);
  kept.northingInDev.life = life;
  await (await life).listener(incoming, outgoing);
}

async function begin(folder: string, origin: string, before: Promise<Life> | undefined): Promise<Life> {
  await before?.then((last) => last.end()).catch(() => {});
  const env = { ...parseEnv(), DATA_DIR: folder, PUBLIC_URL: origin };
  const log = createLog(env.LOG_LEVEL, Date.now, (line) => process.stderr.write(line));
  const bytes = (count: number) => new Uint8Array(randomBytes(count));
  const northing = await openNorthing({ env, log, now: Date.now, bytes, wait, origin: () => origin });
  if ((await listWorkspaces(northing.database)).length === 0)
    process.stdout.write(`\n${(await playDemo(northing.people)).join("\n")}\n\n`);
  const work = recur(northing.recurring, log);
  return {
    listener: getRequestListener(northing.app.fetch),
    async end() {
      northing.leave();
      await work.stop();
      await northing.close();
    },
  };
}

function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "northing-dev-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
