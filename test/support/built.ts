import { execFileSync } from "node:child_process";
import type { TestProject } from "vitest/node";
import { ensureBrowsers, skipBrowsers } from "./browsers.ts";
import { serverProcess } from "./server.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Data of the example company as it is after its story was told; to be copied, not used. */
    toldDemo: string;
  }
}

/**
 * Before the journeys: browsers are there, the build is fresh, as `npm start` would make it, and the example's story has
 * been told once. Answers what removes it.
 */
export async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  if (skipBrowsers) {
    console.warn(
      "\n*** NORTHING_SKIP_BROWSER=1: NO BROWSER JOURNEY RUNS. Offline, push and screens are NOT tested. ***\n",
    );
    return undefined;
  }
  ensureBrowsers();
  execFileSync(process.execPath, ["api/operator/ensure-built.mjs"], { stdio: "inherit" });
  const demo = await serverProcess({ entry: "demo" });
  await demo.start();
  await demo.stop();
  project.provide("toldDemo", demo.dataDir);
  return () => demo.dispose();
}
