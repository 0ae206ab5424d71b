import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { temporaryFolder } from "./database.ts";
import { freePort, giveBack } from "./ports.ts";
import { until } from "./server.ts";

const binary = process.env.PROMETHEUS_PATH ?? "/usr/bin/prometheus";

/** Why there is no Prometheus to test against, or undefined when there is one. */
export function prometheusMissing(): string | undefined {
  if (existsSync(binary)) return undefined;
  return `there is no ${binary}; on Debian: apt-get install prometheus --no-install-recommends`;
}

export function warnWithoutPrometheus(): void {
  const reason = prometheusMissing();
  if (reason !== undefined) console.warn(`\n*** NOT TESTED WITH A REAL PROMETHEUS: ${reason} ***\n`);
}

export interface Prometheus {
  /** "127.0.0.1:39090", as an operator would open it. */
  host: string;
  /** The values an instant query finds, as Prometheus writes them. */
  query(expression: string): Promise<string[]>;
}

/** A real Prometheus on loopback that reads `target` each second; stopped and gone when the test is over. */
export async function startPrometheus(target: string): Promise<Prometheus> {
  const folder = temporaryFolder();
  const port = await freePort();
  const host = `127.0.0.1:${port}`;
  const scrape = { job_name: "shop", static_configs: [{ targets: [target] }] };
  // JSON is YAML too.
  const config = { global: { scrape_interval: "1s" }, scrape_configs: [scrape] };
  writeFileSync(join(folder, "prometheus.yml"), JSON.stringify(config));
  const child = spawn(
    binary,
    [
      `--config.file=${join(folder, "prometheus.yml")}`,
      `--storage.tsdb.path=${join(folder, "data")}`,
      `--web.listen-address=${host}`,
      "--log.level=error",
    ],
    { stdio: "ignore" },
  );
  onTestFinished(async () => {
    await stop(child);
    giveBack(port);
  });
  await until(async () => {
    if (child.exitCode !== null) throw new Error("prometheus ended");
    return (await fetch(`http://${host}/-/ready`).catch(() => undefined))?.ok === true;
  }, "prometheus is ready");
  return {
    host,
    async query(expression) {
      const answer = await fetch(`http://${host}/api/v1/query?query=${encodeURIComponent(expression)}`);
      const { data } = (await answer.json()) as { data: { result: { value: [number, string] }[] } };
      return data.result.map((one) => one.value[1]);
    },
  };
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  child.kill("SIGKILL");
  await gone;
}
