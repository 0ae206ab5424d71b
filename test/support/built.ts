import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { ensureBrowsers, skipBrowsers } from "./browsers.ts";
import { serverProcess } from "./server.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** A folder with `demo`, the example's data after its story was told, to be copied; each worker keeps its own there. */
    prepared: string;
  }
}

/**
 * Before the journeys: browsers are there, the build is fresh, as `npm start` would make it, and the example's story has
 * been told once. Answers what removes it.
 */
export async function setup(project: TestProject): Promise<(() => void) | undefined> {
  if (skipBrowsers) {
    console.warn(
      "\n*** NORTHING_SKIP_BROWSER=1: NO BROWSER JOURNEY RUNS. Offline, push and screens are NOT tested. ***\n",
    );
    return undefined;
  }
  ensureBrowsers();
  execFileSync(process.execPath, ["api/operator/ensure-built.mjs"], { stdio: "inherit" });
  const prepared = mkdtempSync(join(tmpdir(), "northing-prepared-"));
  const demo = await serverProcess({ entry: "demo", dataDir: join(prepared, "demo") });
  await demo.start();
  await demo.stop();
  project.provide("prepared", prepared);
  return () => rmSync(prepared, { recursive: true, force: true });
}
