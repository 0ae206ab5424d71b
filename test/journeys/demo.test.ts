import { chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { chromiumFlags, chromiumPath, skipBrowsers } from "../support/browsers.ts";
import { expectAccessibleInBothThemes } from "../support/chromium.ts";
import { demoServer, onePhoneEach, walkTo } from "../support/demo.ts";
import type { ServerProcess } from "../support/server.ts";

describe.skipIf(skipBrowsers)("the example company", () => {
  let server: ServerProcess;
  const phones = onePhoneEach(() => server);
  beforeAll(async () => {
    server = await demoServer();
  });
  afterAll(async () => {
    await phones.close();
    await server?.dispose();
  });

  const links = () => [...server.output().matchAll(/^(.+) \((\w+)\): (http\S+)$/gm)];

  test("prints one link per person in every role, and each signs in as that person", async () => {
    const { origin } = server;
    expect(links().length).toBeGreaterThanOrEqual(8);
    expect(new Set(links().map((one) => one[2]))).toEqual(new Set(["admin", "director", "member", "viewer"]));
    for (const [, name, role, link] of links()) {
      const body = JSON.stringify({ token: new URL(link!).hash.slice(1), deviceName: "Phone" });
      const headers = { origin, "content-type": "application/json" };
      const answer = await fetch(`${origin}/api/join`, { method: "POST", headers, body });
      expect(await answer.json()).toMatchObject({ member: { name, role } });
    }
  });

  test("brings an older cycle when it is opened, says so offline, and keeps it", async () => {
    const phone = await phones.of("Vic Adeyemi (viewer)");
    const openOldest = async () => {
      await phone.page.goto(`${server.origin}/cycle/past`);
      await phone.page
        .getByRole("link", { name: /closed/ })
        .last()
        .click();
    };
    await phone.context.setOffline(true);
    await openOldest();
    await phone.page.getByText("This cycle is not on this phone yet").waitFor();
    await phone.context.setOffline(false);
    await phone.page.getByRole("button", { name: "Try again" }).click();
    await phone.page.getByText("Make the first week of a new listener count").first().waitFor();
    await phone.context.setOffline(true);
    await openOldest();
    await phone.page
      .getByText(/First searches that end in a play/)
      .first()
      .waitFor();
  });

  test("prints the report on two sheets of A4 or Letter at most, nothing cut, and shows it by a link without script", async () => {
    const phone = await phones.of("Ada Okafor (admin)");
    const { page } = phone;
    await walkTo(page, "/rhythm/report");
    await page.locator("[data-report]").waitFor();
    await phone.context.setOffline(true);
    await page.reload();
    await page.locator("[data-report]").waitFor();
    await page.emulateMedia({ media: "print" });
    await expectWhole(page);
    expect(await page.locator("nav, [data-report] button, header a").filter({ visible: true }).count()).toBe(
      0,
    );
    for (const format of ["A4", "Letter"] as const)
      expect(sheetsOf(await page.pdf({ format })), format).toBeLessThanOrEqual(2);
    await page.emulateMedia({ media: "screen" });
    await phone.context.setOffline(false);
    await page.getByRole("button", { name: "Make a link" }).click();
    await page.getByRole("button", { name: "Make the link" }).click();
    const url = await page.getByText(/\/r\/[\w-]{24}$/).innerText();
    const browser = await chromium.launch({ executablePath: chromiumPath()!, args: chromiumFlags });
    try {
      const context = await browser.newContext({ javaScriptEnabled: false });
      const outside = await context.newPage();
      const complaints: string[] = [];
      // A feature this browser does not know is said of every page.
      outside.on("console", (message) => {
        if (!message.text().includes("Permissions-Policy")) complaints.push(message.text());
      });
      await outside.goto(url);
      await outside.getByRole("heading", { name: "How sure we are" }).waitFor();
      for (const format of ["A4", "Letter"] as const)
        expect(sheetsOf(await outside.pdf({ format })), format).toBeLessThanOrEqual(2);
      expect(complaints).toEqual([]);
    } finally {
      await browser.close();
    }
  });

  const screens = [
    "/",
    "/check-in",
    "/check-in/mine",
    "/star",
    "/cycle",
    "/rhythm/report",
    "/tv",
    "/me",
    "/me/settings",
    "/me/notifications",
    "/me/sync",
    "/me/devices",
    "/me/people",
    "/me/squads",
    "/me/workspace",
  ];

  test("every screen is accessible in light and dark: axe, 44 px targets, no sideways scroll at 320 px", async () => {
    const { page } = await phones.of("Ada Okafor (admin)");
    for (const path of screens) {
      await page.goto(`${server.origin}${path}`);
      await page.getByRole("heading").first().waitFor();
      await expectAccessibleInBothThemes(page);
    }
    expect(phones.errors()).toEqual([]);
  });
});

/** The sheets a PDF says it has. */
function sheetsOf(pdf: Buffer): number {
  return pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
}

/** On paper every part of the report is there to its last line, and none is wider than its place. */
async function expectWhole(page: Page): Promise<void> {
  const report = page.locator("[data-report]");
  expect(await report.getByRole("heading", { name: "How sure we are" }).isVisible()).toBe(true);
  expect(await report.locator("li").last().isVisible()).toBe(true);
  const cut = await report.locator("section, li, p").evaluateAll((all) =>
    all.flatMap((one) => {
      const { overflow } = getComputedStyle(one);
      const short = one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0;
      return short || overflow !== "visible" ? [one.textContent] : [];
    }),
  );
  expect(cut).toEqual([]);
}
