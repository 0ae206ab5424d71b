import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { Devices, Report } from "./push-process.ts";

export interface Receiver {
  devices(count: number, vapidKey: string): Promise<Devices>;
  /** How many messages have come since the last report. */
  count(): Promise<number>;
  report(): Promise<Report>;
  stop(): void;
}

/** A real push service over TLS in a process of its own. */
export async function startReceiver(): Promise<Receiver> {
  const path = fileURLToPath(new URL("./push-process.mjs", import.meta.url));
  const child: ChildProcess = fork(path, { serialization: "advanced", execArgv: [] });
  await once(child, "message");
  const ask = async <T>(what: unknown): Promise<T> => {
    const answer = once(child, "message");
    child.send(what as string);
    const [found] = await answer;
    return found as T;
  };
  return {
    devices: (devices, vapidKey) => ask({ devices, vapidKey }),
    count: () => ask("count"),
    report: () => ask("report"),
    stop: () => void child.send("stop"),
  };
}
