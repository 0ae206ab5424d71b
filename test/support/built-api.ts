import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";

/** The built server in a folder of its own, so that a test neither needs nor disturbs `dist`. */
export interface BuiltApi {
  /** Starts the server; resolves when it says where it is, or has ended. */
  start(env: Record<string, string>): Promise<Started>;
  /** Runs one operator command to its end. */
  operate(env: Record<string, string>, ...args: string[]): Promise<Ended>;
  remove(): void;
}

export interface Started {
  child: ChildProcess;
  origin: string;
  printed(): string;
  /** Set when it ended by itself. */
  ended?: Ended;
  /** Ends it with a signal and waits until it is gone. */
  end(signal: NodeJS.Signals): Promise<Ended>;
}

interface Ended {
  code: number | null;
  out: string;
  err: string;
}

export function buildApi(): BuiltApi {
  mkdirSync(".cache", { recursive: true });
  const home = mkdtempSync(join(".cache", "api-"));
  const vite = [
    "node_modules/vite/bin/vite.js",
    "build",
    "--ssr",
    "--outDir",
    join(home, "api"),
    "--logLevel",
    "error",
  ];
  execFileSync(process.execPath, vite, { stdio: ["ignore", "ignore", "inherit"] });
  const running = new Set<ChildProcess>();

  function run(entry: string, args: string[], env: Record<string, string>) {
    const file = join(home, "api", entry);
    const child = spawn(process.execPath, [file, ...args], {
      env: { PATH: process.env.PATH, PORT: "0", ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    running.add(child);
    const said = { out: "", err: "" };
    child.stdout.on("data", (chunk) => (said.out += chunk));
    child.stderr.on("data", (chunk) => (said.err += chunk));
    const ended = once(child, "close").then(([code]): Ended => {
      running.delete(child);
      return { code, ...said };
    });
    return { child, said, ended };
  }

  return {
    async start(env) {
      const { child, said, ended } = run("main.js", [], env);
      const origin = new Promise<string>((found) => {
        child.stdout.on("data", () => {
          const at = /^Northing is at (\S+)$/m.exec(said.out)?.[1];
          if (at !== undefined) found(at);
        });
      });
      const first = await Promise.race([origin, ended]);
      const end = (signal: NodeJS.Signals) => {
        child.kill(signal);
        return ended;
      };
      const printed = () => said.out;
      if (typeof first === "string") return { child, origin: first, printed, end };
      return { child, origin: "", printed, ended: first, end };
    },
    operate: (env, ...args) => run("operator.js", args, env).ended,
    remove() {
      for (const child of running) child.kill("SIGKILL");
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** The link printed alone on a line with this label. */
export function linkLabelled(label: string, text: string): string {
  const line = text.split("\n").find((one) => one.startsWith(`${label}: `));
  if (line === undefined) throw new Error(`no line "${label}: …" in:\n${text}`);
  return line.slice(label.length + 2);
}
