import { randomInt } from "node:crypto";
import { once } from "node:events";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";

/** Below those the system gives to connections: while a server is stopped, no connection is handed its port. */
const [firstPort, lastPort] = [12_000, 32_000];

/** One file a port, naming the process that has it; for all test processes of one account, who alone may write there. */
const leases = join(tmpdir(), `northing-ports-${userInfo().uid}`);

const mine = new Set<number>();
process.on("exit", () => {
  for (const port of mine) giveBack(port);
});

/** A port nobody listens on and no other test process takes, also while its server is stopped, until it is given back. */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < 100; tries += 1) {
    const port = randomInt(firstPort, lastPort);
    if (await take(port)) return port;
  }
  throw new Error(`no free port between ${firstPort} and ${lastPort}`);
}

/** Makes this port ours; false if somebody else has it or listens on it. */
export async function take(port: number): Promise<boolean> {
  if (!lease(port)) return false;
  if (await isFree(port)) return true;
  giveBack(port);
  return false;
}

/** From here on others may have it. */
export function giveBack(port: number): void {
  if (!mine.delete(port)) return;
  rmSync(fileOf(port), { force: true });
}

/** A lease of a process that was killed stays: there are ports enough, and taking it over could rob a third. */
function lease(port: number): boolean {
  mkdirSync(leases, { recursive: true });
  try {
    writeFileSync(fileOf(port), String(process.pid), { flag: "wx" });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
  mine.add(port);
  return true;
}

const fileOf = (port: number) => join(leases, String(port));

async function isFree(port: number): Promise<boolean> {
  const probe = createServer();
  const free = new Promise<boolean>((resolve) => {
    probe.once("listening", () => resolve(true)).once("error", () => resolve(false));
  });
  probe.listen(port, "127.0.0.1");
  if (!(await free)) return false;
  probe.close();
  await once(probe, "close");
  return true;
}
