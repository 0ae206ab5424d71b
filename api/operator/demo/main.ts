import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { parseEnv } from "../../env.ts";
import { runUntilSignal, start } from "../../main.ts";
import type { Northing } from "../../northing.ts";
import { playDemo } from "./play.ts";

/** `npm run demo [-- --keep DIR]`: the example company on a throw-away folder, or on one that stays. */
const { values } = parseArgs({ options: { keep: { type: "string" } } });
const folder =
  values.keep === undefined ? mkdtempSync(join(tmpdir(), "northing-demo-")) : resolve(values.keep);
if (values.keep === undefined) process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
mkdirSync(folder, { recursive: true, mode: 0o700 });

await runUntilSignal(async () => {
  let links: string[] = [];
  const env = { ...parseEnv(), DATA_DIR: folder };
  const running = await start(env, async (northing) => {
    links = await linksOf(northing);
  });
  process.stdout.write(
    `\nThe Spotify example. Open a link to be that person; links work again and again.\n${links.join("\n")}\n`,
  );
  return running;
});

/** A kept folder has been told the story already; its links are kept beside it, whatever the port is today. */
async function linksOf({ people }: Northing): Promise<string[]> {
  const kept = join(folder, "demo-links.txt");
  if (existsSync(kept)) {
    const lines = readFileSync(kept, "utf8").trim().split("\n");
    return lines.map((line) => line.replace(/: https?:\/\/[^/]+/, `: ${people.origin()}`));
  }
  process.stdout.write("Telling the story of a year…\n");
  const lines = await playDemo(people);
  writeFileSync(kept, `${lines.join("\n")}\n`, { mode: 0o600 });
  return lines;
}
