import { cpSync, existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { inject } from "vitest";
import { openPhone, type Phone } from "./chromium.ts";
import { freePort, take } from "./ports.ts";
import { type ServerProcess, serverProcess } from "./server.ts";

/** The built product with the example company; Ben owes three check-ins. Started. */
export async function demoServer(env: Record<string, string> = {}): Promise<ServerProcess> {
  const server = await serverProcess({ entry: "demo", port: await knownPort(), env });
  cpSync(join(inject("prepared"), "demo"), server.dataDir, { recursive: true });
  await server.start();
  return server;
}

/** One that prepared phones know as the origin, where nobody has it now; a new one otherwise. */
async function knownPort(): Promise<number> {
  for (const folder of readdirSync(inject("prepared"))) {
    const port = Number(/^phone-(\d+)$/.exec(folder)?.[1]);
    if (port > 0 && (await take(port))) return port;
  }
  return await freePort();
}

/** The profile of a phone on which nobody is signed in, with everything on it that works offline. */
export async function visitedProfile({ origin }: ServerProcess): Promise<string> {
  const profile = join(inject("prepared"), `phone-${new URL(origin).port}`);
  if (existsSync(profile)) return profile;
  const phone = await openPhone(origin);
  await phone.page.goto(origin);
  await offlineReady(phone.page);
  await phone.leave(profile);
  return profile;
}

/** Somebody's phone, signed in by their printed link, with everything on it that works offline. */
export async function phoneOf(
  server: ServerProcess,
  persona: string,
  options: Parameters<typeof openPhone>[1] = {},
): Promise<Phone> {
  const phone = await openPhone(server.origin, { profile: await visitedProfile(server), ...options });
  await phone.page.goto(await server.link(persona));
  await phone.page.getByRole("button", { name: "Sign in on this device" }).click();
  await phone.page
    .getByText(/min \/ week/)
    .first()
    .waitFor();
  await offlineReady(phone.page);
  return phone;
}

/** One phone a person for all tests of a file, as wide and as dark as it is wanted now. */
export function onePhoneEach(server: () => ServerProcess) {
  const phones = new Map<string, Phone>();
  return {
    async of(persona: string, { width = 390, height = 844, dark = false } = {}): Promise<Phone> {
      const phone = phones.get(persona) ?? (await phoneOf(server(), persona));
      phones.set(persona, phone);
      await phone.page.setViewportSize({ width, height });
      await phone.page.emulateMedia({ colorScheme: dark ? "dark" : "light" });
      return phone;
    },
    /** What was complained of on any of them. */
    errors: () => [...phones.values()].flatMap((one) => one.errors),
    async close(): Promise<void> {
      for (const phone of phones.values()) await phone.close();
      phones.clear();
    },
  };
}

/** Waits until the worker is in charge and has everything it promised to keep. */
export async function offlineReady(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready;
    if (active?.state === "activated") return;
    await new Promise((done) => active?.addEventListener("statechange", done, { once: true }));
  });
}

/** Goes to another screen of the page that is open, as a tap on a link does: at a tenth of what loading it anew takes. */
export async function walkTo(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => history.pushState(null, "", to), path);
}

/** Opens the check-in stack and waits for its first card. */
export async function openStack(page: Page): Promise<void> {
  await walkTo(page, "/check-in");
  await page
    .getByRole("button", { name: "Save, next" })
    .or(page.getByRole("button", { name: "Save" }))
    .first()
    .waitFor();
}
