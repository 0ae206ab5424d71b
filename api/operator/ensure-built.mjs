// Builds when there is no build, or when a source file is newer than it. Plain JavaScript: it runs before any build.
import { spawnSync } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";

const sources = ["api", "shared", "web", "public", "package-lock.json", "vite.config.ts"];
const built = "dist/api/precompress.done";

function newest(path) {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  const entries = readdirSync(path).filter((name) => name !== ".types");
  return Math.max(stat.mtimeMs, ...entries.map((name) => newest(join(path, name))));
}

function builtAt() {
  try {
    return statSync(built).mtimeMs;
  } catch {
    return 0;
  }
}

if (builtAt() < Math.max(...sources.map(newest))) {
  console.error("Building Northing, once after each change…");
  const { status } = spawnSync("npm", ["run", "--silent", "build"], {
    // A test runner says NODE_ENV=test, under which Vite would build for development.
    env: { ...process.env, NODE_ENV: "production" },
    stdio: ["ignore", "ignore", "inherit"],
    shell: process.platform === "win32",
  });
  if (status !== 0) {
    console.error("The build failed; the lines above say where.");
    process.exit(1);
  }
}
