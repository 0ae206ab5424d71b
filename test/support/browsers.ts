import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { chromium } from "playwright-core";

/** Flags under which Chromium runs unattended, as root, and talks to nobody but the test's server. */
export const chromiumFlags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** True when the caller has chosen to leave the browser journeys out. */
export const skipBrowsers = process.env.NORTHING_SKIP_BROWSER === "1";

/** Where Chromium is: CHROMIUM_PATH, the system's, or Playwright's own. */
export function chromiumPath(): string | undefined {
  const places = [
    process.env.CHROMIUM_PATH,
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
  ];
  return [...places, chromium.executablePath()].find(
    (path) => path !== undefined && path !== "" && existsSync(path),
  );
}

/** Where Firefox is: FIREFOX_PATH or the system's. */
export function firefoxPath(): string | undefined {
  const places = [process.env.FIREFOX_PATH, "/usr/bin/firefox-esr", "/usr/bin/firefox"];
  return places.find((path) => path !== undefined && path !== "" && existsSync(path));
}

/** Makes sure the browsers are there, installing Debian's when it may; throws with what to do otherwise. */
export function ensureBrowsers(): void {
  if (skipBrowsers) return;
  if (chromiumPath() && firefoxPath()) return;
  if (process.getuid?.() === 0 && isDebian()) installFromDebian();
  if (!chromiumPath())
    throw new Error(
      "No Chromium found for the browser journeys. Install one (Debian: apt-get install chromium firefox-esr libnotify4 dbus), " +
        "or name it in CHROMIUM_PATH, or set NORTHING_SKIP_BROWSER=1 to leave the journeys out.",
    );
}

function isDebian(): boolean {
  return (
    existsSync("/etc/os-release") &&
    /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(readFileSync("/etc/os-release", "utf8"))
  );
}

function installFromDebian(): void {
  console.log("Installing Chromium and Firefox for the browser journeys…");
  const apt = (args: string[]) =>
    execFileSync("apt-get", ["-qq", "-o", "DPkg::Lock::Timeout=400", ...args], {
      stdio: ["ignore", "ignore", "inherit"],
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
  apt(["update"]);
  apt(["install", "-y", "--no-install-recommends", "chromium", "firefox-esr", "libnotify4", "dbus"]);
}
