import { afterEach, expect, test } from "vitest";
import { skipBrowsers } from "../support/browsers.ts";
import { expectAccessible, type Phone } from "../support/chromium.ts";
import { demoServer, phoneOf } from "../support/demo.ts";
import type { ServerProcess } from "../support/server.ts";

const episodes = "Listeners who finish two podcast episodes a week, from 18% to 26%";

let server: ServerProcess;
let phones: Phone[] = [];
afterEach(async () => {
  for (const phone of phones) await phone.close();
  phones = [];
  await server?.dispose();
});
async function open(persona: string): Promise<Phone> {
  const phone = await phoneOf(server, persona);
  phones.push(phone);
  return phone;
}

test.skipIf(skipBrowsers)(
  "a check-in on a key result that was handed to Mateo stands with its text, the reason and every way on",
  async () => {
    server = await demoServer();
    const { page, context, errors } = await open("Ben Kramer (member)");
    await page.goto(`${server.origin}/check-in/mine`);
    await page.getByText(episodes).first().click();
    await page.waitForURL(/key-results\//);
    const id = page.url().split("/").at(-1)!;
    await page.goto(`${server.origin}/check-in?kr=${id}`);
    await page.getByRole("textbox", { name: "Where it is now" }).waitFor();
    await context.setOffline(true);

    const mateo = await open("Mateo Silva (member)");
    await mateo.page.goto(`${server.origin}/cycle/key-results/${id}/edit`);
    await mateo.page.getByRole("button", { name: "Hand over" }).click();
    await mateo.page.getByRole("dialog").getByRole("combobox").selectOption({ label: "Mateo Silva" });
    await mateo.page.getByRole("button", { name: "Hand it over" }).click();
    await mateo.page.getByText("Mateo Silva owns it now").waitFor();

    await page.getByRole("textbox", { name: "Where it is now" }).fill("41");
    await page.getByRole("textbox", { name: /why|note/i }).fill("Voice start works in the car test.");
    await page.getByRole("button", { name: /^Save/ }).click();
    await page.getByText("Premium listeners who start an audiobook").first().waitFor();
    await context.setOffline(false);
    await page.goto(`${server.origin}/me/sync`);
    await page.getByText("Check-in not accepted").waitFor();
    await page.getByText(/This key result moved to Mateo on \w+/).waitFor();
    await page.getByText(/“Voice start works in the car test.”/).waitFor();
    await expectAccessible(page);

    await page.reload();
    await page.getByRole("button", { name: "Send to Mateo" }).waitFor();
    await page.getByRole("button", { name: "Copy text" }).waitFor();
    await page.getByRole("button", { name: "Send again" }).click();
    await page.getByRole("dialog").getByRole("textbox", { name: "Note" }).fill("It works in the train, too.");
    await expectAccessible(page);
    await page.getByRole("dialog").getByRole("button", { name: "Send again" }).click();
    await page.getByText(/moved to somebody else|Somebody else owns/).waitFor();
    await page.getByRole("button", { name: "Close" }).click();

    await page.getByRole("button", { name: "Discard" }).click();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Discard it" }).click();
    await page.getByText("Check-in not accepted").waitFor({ state: "detached" });
    expect([...errors, ...mateo.errors]).toEqual([]);
  },
);
