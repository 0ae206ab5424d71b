import { execFileSync } from "node:child_process";
import { ensureBrowsers, skipBrowsers } from "./browsers.ts";

/** Before the journeys: browsers are there and the build is fresh, as `npm start` would make it. */
export function setup(): void {
  if (skipBrowsers) {
    console.warn(
      "\n*** NORTHING_SKIP_BROWSER=1: NO BROWSER JOURNEY RUNS. Offline, push and screens are NOT tested. ***\n",
    );
    return;
  }
  ensureBrowsers();
  execFileSync(process.execPath, ["api/operator/ensure-built.mjs"], { stdio: "inherit" });
}
