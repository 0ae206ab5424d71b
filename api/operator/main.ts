import { randomBytes } from "node:crypto";
import { resolve } from "node:path";
import { DatabaseInUse } from "../db/lock.ts";
import { type Env, parseEnv } from "../env.ts";
import { createLog } from "../log.ts";
import { explain, wait } from "../main.ts";
import { openNorthing } from "../northing.ts";
import { run } from "./commands.ts";
import { findDoor } from "./door.ts";
import { OperatorMistake, type Report } from "./report.ts";
import { restore } from "./restore.ts";

const usage = `npm run northing -- COMMAND

  backup FILE               a checked copy of all data, also while the server runs
  restore FILE              puts a backup in the place of the data; stop the server first
  check                     looks for damage, also while the server runs
  invite [--role ROLE] [--workspace NAME]
                            a link for one new member (admin, director, member, viewer)
  reset-link EMAIL-OR-NAME  a link that signs a person in on a new device
  export FILE [--workspace NAME]
                            everything a workspace holds, as JSON
  import FILE               brings an exported workspace into a server that lacks it`;

async function main([command = "", ...args]: string[]): Promise<number> {
  if (command === "" || command === "--help" || command === "help") {
    process.stdout.write(`${usage}\n`);
    return command === "" ? 2 : 0;
  }
  try {
    const env = parseEnv();
    const { lines, ok } = await perform(
      env,
      command,
      takesFile(command) ? args.map((one, place) => (place === 0 ? resolve(one) : one)) : args,
    );
    process.stdout.write(`${lines.join("\n")}\n`);
    return ok ? 0 : 1;
  } catch (error) {
    const sentence = error instanceof OperatorMistake ? error.message : explain(error);
    process.stderr.write(`${sentence ?? (error as Error).stack}\n`);
    return 1;
  }
}

const takesFile = (command: string) => ["backup", "restore", "export", "import"].includes(command);

async function perform(env: Env, command: string, args: string[]): Promise<Report> {
  if (command === "restore") return restore(env, args[0], { now: Date.now, wait, random: Math.random });
  return (await askServer(env, command, args)) ?? (await alone(env, command, args));
}

/** The running server's answer; undefined when none runs. */
async function askServer(env: Env, command: string, args: string[]): Promise<Report | undefined> {
  const door = findDoor(env.DATA_DIR);
  if (!door) return undefined;
  let response: Response;
  try {
    response = await fetch(`http://127.0.0.1:${door.port}/run`, {
      method: "POST",
      headers: { authorization: `Bearer ${door.token}`, "content-type": "application/json" },
      body: JSON.stringify({ command, args }),
    });
  } catch {
    return undefined; // A killed server left its word behind; nobody listens there.
  }
  if (response.status === 403) return undefined;
  if (!response.ok) throw new OperatorMistake("The running server could not do it; its log says why.");
  return (await response.json()) as Report;
}

async function alone(env: Env, command: string, args: string[]): Promise<Report> {
  const log = createLog("error", Date.now, (line) => process.stderr.write(line));
  const bytes = (count: number) => new Uint8Array(randomBytes(count));
  const origin = () => env.PUBLIC_URL ?? `http://localhost:${env.PORT}`;
  try {
    const northing = await openNorthing({ env, log, now: Date.now, bytes, wait, origin });
    try {
      return await run(northing, command, args);
    } finally {
      await northing.close();
    }
  } catch (error) {
    if (!(error instanceof DatabaseInUse)) throw error;
    throw new OperatorMistake(`${error.message} Or run this command where that process runs, as its user.`);
  }
}

process.exitCode = await main(process.argv.slice(2));
