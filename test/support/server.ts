import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort, giveBack } from "./ports.ts";

/** A real Northing server process on loopback, which a journey may stop, kill and start again on the same data. */
export interface ServerProcess {
  origin: string;
  dataDir: string;
  /** Of the process that runs now. */
  pid(): number;
  /** What it has printed so far, both streams. */
  output(): string;
  /** The first `<label>: <url>` line, waited for. */
  link(label: string): Promise<string>;
  /** Starts it (again) and waits until it is ready. */
  start(): Promise<void>;
  /** SIGTERM, and waits until it is gone. */
  stop(): Promise<void>;
  kill(): Promise<void>;
  /** Runs an operator command on its data, as `npm run northing -- …` does; answers what it printed. */
  operate(...args: string[]): string;
  /** Stops it and removes its data. */
  dispose(): Promise<void>;
}

const running = new Set<ChildProcess>();
process.on("exit", () => {
  for (const child of running) child.kill("SIGKILL");
});

interface Options {
  entry?: "main" | "demo";
  env?: Record<string, string>;
  args?: string[];
  dataDir?: string;
  /** Any free one unless said; given back when the server is disposed of. */
  port?: number;
}

/** A server of the built product; `entry` is `main` or `demo`. Not started yet. */
export async function serverProcess(options: Options = {}): Promise<ServerProcess> {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), "northing-"));
  const port = options.port ?? (await freePort());
  const origin = `http://localhost:${port}`;
  let child: ChildProcess | undefined;
  let printed = "";

  async function start(): Promise<void> {
    const entry = options.entry ?? "main";
    const args = [
      `dist/api/${entry}.js`,
      ...(entry === "demo" ? ["--keep", dataDir] : []),
      ...(options.args ?? []),
    ];
    const env = { ...process.env, PORT: String(port), DATA_DIR: dataDir, PUBLIC_URL: origin, ...options.env };
    const before = printed.length;
    child = spawn(process.execPath, args, { env, stdio: ["ignore", "pipe", "pipe"] });
    running.add(child);
    const keep = (chunk: Buffer) => {
      printed += chunk.toString();
    };
    child.stdout?.on("data", keep);
    child.stderr?.on("data", keep);
    await until(async () => {
      if (child?.exitCode !== null) throw new Error(`the server ended:\n${printed}`);
      const answers = (await fetch(`${origin}/readyz`).catch(() => undefined))?.ok === true;
      // Its own word for it: on a port that was taken meanwhile somebody else would answer.
      return answers && printed.slice(before).includes("Northing is at ");
    }, `ready at ${origin}`);
  }

  async function end(signal: NodeJS.Signals): Promise<void> {
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, "exit");
    child.kill(signal);
    await gone;
    running.delete(child);
  }

  return {
    origin,
    dataDir,
    pid: () => child?.pid ?? 0,
    output: () => printed,
    async link(label) {
      const line = () => printed.split("\n").find((one) => one.startsWith(`${label}: `));
      await until(() => line() !== undefined, `a line "${label}: …"`);
      return line()!
        .slice(label.length + 2)
        .trim();
    },
    start,
    stop: () => end("SIGTERM"),
    kill: () => end("SIGKILL"),
    operate(...args) {
      const env = {
        ...process.env,
        DATA_DIR: dataDir,
        PORT: String(port),
        PUBLIC_URL: origin,
        ...options.env,
      };
      return execFileSync(process.execPath, ["dist/api/operator.js", ...args], { env, encoding: "utf8" });
    },
    async dispose() {
      await end("SIGKILL");
      rmSync(dataDir, { recursive: true, force: true });
      giveBack(port);
    },
  };
}

/** Asks until it is true, for at most half a minute; then says what did not come. */
export async function until(condition: () => boolean | Promise<boolean>, what: string): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    if (await condition()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`did not happen in 30 seconds: ${what}`);
}
