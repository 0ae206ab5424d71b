import { cpSync, mkdtempSync, readFileSync, readlinkSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { RunOnly } from "axe-core";
import { type BrowserContext, type CDPSession, chromium, type Page } from "playwright-core";
import { expect } from "vitest";
import { chromiumFlags, chromiumPath } from "./browsers.ts";
import { lookOften, tapThroughToasts } from "./looking.ts";
import { removeFolder } from "./remove-folder.ts";

/** A phone: a real Chromium at 390 × 844 with a profile of its own, which survives being killed. */
export interface Phone {
  page: Page;
  context: BrowserContext;
  /** What the pages have said on the console at level error, and what they threw. */
  errors: string[];
  /** Closes the browser with SIGKILL, as a phone that runs out of battery would, and opens it on the same profile. */
  crash(): Promise<void>;
  /** Closes the browser properly and opens it again: Chromium writes cookies to disk only now and then. */
  restart(): Promise<void>;
  close(): Promise<void>;
  /** Closes it for good, and leaves its profile in a folder that is not there yet. */
  leave(folder: string): Promise<void>;
}

interface Options {
  width?: number;
  height?: number;
  dark?: boolean;
  locale?: string;
  zone?: string;
  /** A profile to begin with; it is copied. */
  profile?: string;
}

/** Opens a phone; how it looked last is kept in `.cache/journeys`. Its console errors are the test's failures: assert `phone.errors` at the end. */
export async function openPhone(origin: string, options: Options = {}): Promise<Phone> {
  const profile = mkdtempSync(join(tmpdir(), "northing-phone-"));
  if (options.profile !== undefined) cpSync(options.profile, profile, { recursive: true });
  const errors: string[] = [];
  const launch = async () => {
    const context = await chromium.launchPersistentContext(profile, {
      executablePath: chromiumPath()!,
      headless: true,
      args: chromiumFlags,
      viewport: { width: options.width ?? 390, height: options.height ?? 844 },
      colorScheme: options.dark === true ? "dark" : "light",
      locale: options.locale ?? "en-GB",
      timezoneId: options.zone ?? "Europe/London",
      reducedMotion: "reduce",
      hasTouch: true,
    });
    await context.grantPermissions(["notifications", "background-sync"], { origin });
    await tapThroughToasts(context);
    context.on("page", (page) => listen(page, errors));
    for (const page of context.pages()) listen(page, errors);
    context.setDefaultTimeout(30_000);
    return context;
  };
  const can = { crash, restart, close, leave };
  const phone: Phone = { context: await launch(), page: undefined as never, errors, ...can };
  phone.page = phone.context.pages()[0] ?? (await phone.context.newPage());
  lookOften(phone.page);

  async function end(): Promise<void> {
    process.kill(browserPid(profile), "SIGKILL");
    await phone.context.close().catch(() => {});
  }
  async function crash(): Promise<void> {
    await end();
    rmSync(join(profile, "SingletonLock"), { force: true });
    await reopen();
  }
  async function restart(): Promise<void> {
    await phone.context.close();
    await reopen();
  }
  async function reopen(): Promise<void> {
    phone.context = await launch();
    phone.page = phone.context.pages()[0] ?? (await phone.context.newPage());
  }
  async function close(): Promise<void> {
    const name = (expect.getState().currentTestName ?? "phone").replace(/[^a-z0-9]+/gi, "-").slice(0, 80);
    const path = `.cache/journeys/${name}-${profile.slice(-3)}.png`;
    await phone.page.screenshot({ path, fullPage: true }).catch(() => {});
    await end();
    await removeFolder(profile);
  }
  async function leave(folder: string): Promise<void> {
    await phone.context.close();
    cpSync(profile, folder, { recursive: true });
    await removeFolder(profile);
  }
  return phone;
}

/** The failed network of a stopped server is what journeys are about; all else on the console is a fault. */
function listen(page: Page, errors: string[]): void {
  page.on("console", (message) => {
    if (message.type() === "error" && !/net::ERR_|Failed to load resource|EventSource/.test(message.text()))
      errors.push(message.text());
  });
  page.on("pageerror", (error) => errors.push(String(error)));
}

/** Tells a page that the network is there again, as a phone does that leaves a tunnel: it need not wait for its next try. */
export async function outOfTheTunnel(page: Page): Promise<void> {
  await page.evaluate(() => dispatchEvent(new Event("online")));
}

/** Chromium's lock in its profile is a link named host-pid. */
function browserPid(profile: string): number {
  const link = readlinkSync(join(profile, "SingletonLock"));
  return Number(link.split("-").at(-1));
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Fails when axe finds anything (WCAG 2.2 AA), a target is under 44 px, or the page scrolls sideways at 320 px. */
export async function expectAccessible(page: Page): Promise<void> {
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
  expect(await violations(page, { type: "tag", values: tags }), `axe on ${page.url()}`).toEqual([]);
  expect(await smallTargets(page), `targets under 44 px on ${page.url()}`).toEqual([]);
  const size = page.viewportSize()!;
  await page.setViewportSize({ width: 320, height: size.height });
  const sideways = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  await page.setViewportSize(size);
  expect(sideways, `sideways scroll at 320 px on ${page.url()}`).toBeLessThanOrEqual(0);
}

/** The same, and in the other theme what a theme changes: colours. */
export async function expectAccessibleInBothThemes(page: Page): Promise<void> {
  await expectAccessible(page);
  const dark = await page.evaluate(() => matchMedia("(prefers-color-scheme: dark)").matches);
  await page.emulateMedia({ colorScheme: dark ? "light" : "dark" });
  const values = ["color-contrast", "link-in-text-block"];
  const found = await violations(page, { type: "rule", values });
  expect(found, `axe on ${page.url()} when it is ${dark ? "light" : "dark"}`).toEqual([]);
  await page.emulateMedia({ colorScheme: dark ? "dark" : "light" });
}

async function violations(page: Page, runOnly: RunOnly): Promise<string[]> {
  await bringAxe(page);
  return page.evaluate(async (only) => {
    const axe = (globalThis as unknown as { axe: typeof import("axe-core") }).axe;
    const { violations } = await axe.run(document, {
      runOnly: only,
      resultTypes: ["violations"],
      // For sounds and an experimental rule only: the app has neither.
      preload: false,
    });
    return violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(" ")).join(", ")}`);
  }, runOnly);
}

const debuggers = new WeakMap<Page, Promise<CDPSession>>();

/** A page keeps it until it is loaded anew. By the debugger, since the policy forbids eval in the page. */
async function bringAxe(page: Page): Promise<void> {
  if (await page.evaluate(() => "axe" in globalThis)) return;
  const ours = debuggers.get(page) ?? page.context().newCDPSession(page);
  debuggers.set(page, ours);
  await (await ours).send("Runtime.evaluate", { expression: axeSource });
}

/** Buttons, links and inputs smaller than 44 × 44 CSS px; links within a sentence are exempt. */
function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const targets = document.querySelectorAll<HTMLElement>(
      "a[href], button, input, select, textarea, [role=button]",
    );
    return [...targets]
      .filter(
        (one) => one.checkVisibility() && one.closest("p") === null && !one.hasAttribute("data-skip-link"),
      )
      .filter((one) => one.getAttribute("type") !== "hidden" && getComputedStyle(one).position !== "absolute")
      .map((one) => ({ one, box: (one.closest("label") ?? one).getBoundingClientRect() }))
      .filter(({ box }) => box.width < 43.5 || box.height < 43.5)
      .map(
        ({ one, box }) => `${one.outerHTML.slice(0, 90)} ${Math.round(box.width)}×${Math.round(box.height)}`,
      );
  });
}
