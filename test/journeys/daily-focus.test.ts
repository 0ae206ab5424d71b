import { afterEach, expect, test } from "vitest";
import { addDays } from "../../shared/time/local-date.ts";
import { apiPerson, newId } from "../support/api-person.ts";
import { skipBrowsers } from "../support/browsers.ts";
import { expectAccessible, outOfTheTunnel, type Phone } from "../support/chromium.ts";
import { demoServer, phoneOf } from "../support/demo.ts";
import type { ServerProcess } from "../support/server.ts";

let server: ServerProcess;
let phone: Phone;
afterEach(async () => {
  await phone?.close();
  await server?.dispose();
});

test.skipIf(skipBrowsers)(
  "the squad's day is lived from Today without a network: done, tomorrow, another focus, and the squad sees it",
  async () => {
    server = await demoServer();
    const mateo = await apiPerson(server, "Mateo Silva (member)");
    const bodies = (await mateo.rows()).map((one) => ({ ...one, body: one.body as Record<string, unknown> }));
    const idOf = (kind: string, name: string) =>
      bodies.find((one) => one.kind === kind && one.body.name === name)!.id;
    const [squadId, ownerId] = [idOf("squad", "Podcasts"), idOf("member", "Ben Kramer")];
    const today = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Berlin" }).format(new Date());
    const bets = { tidy: newId(), left: newId() };
    const placed = { squadId, ownerId, state: "doing" };
    await mateo.must("bet.place", { ...placed, id: bets.tidy, title: "Tidy the events", todayOn: today });
    await mateo.must("bet.place", {
      ...{ ...placed, id: bets.left, title: "Shorter intros", todayOn: addDays(today, -3) },
    });

    phone = await phoneOf(server, "Ben Kramer (member)");
    const { page } = phone;
    const card = page.getByRole("region", { name: "Podcasts: today’s focus" }).last();
    await card.getByText("Tidy the events").waitFor();
    await expectAccessible(page);
    await server.stop();

    await card.getByRole("button", { name: "Done: Tidy the events" }).click();
    await page.getByText("Done", { exact: true }).waitFor();
    const ticked = card.getByRole("button", { name: "Done: Tidy the events", pressed: true });
    await ticked.waitFor();
    await ticked.click();
    await card.getByRole("button", { name: "Done: Tidy the events", pressed: false }).click();
    await ticked.waitFor();

    // What was left lies among today's, and is moved on by whoever sees it.
    await card.getByRole("list", { name: "Left from before" }).getByText("Shorter intros").waitFor();
    const later = card.getByRole("button", { name: /^Shorter intros: (?!Today)/ });
    await later.click();
    await expect.poll(() => card.getByText("Shorter intros").count()).toBe(0);
    await page.getByRole("button", { name: "Undo" }).click();
    await card.getByText("Shorter intros").waitFor();
    await later.click();

    await card.getByRole("link", { name: "Compare and choose" }).click();
    await page.getByRole("heading", { name: "Podcasts: focus" }).waitFor();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Choose another" }).click();
    const which = page.getByRole("combobox", { name: "Key result" });
    await which.selectOption({ index: 1 });
    await page.getByRole("textbox", { name: "Why today?" }).fill("Demo on Friday");
    await expectAccessible(page);
    await page.getByRole("button", { name: "Make it today’s focus" }).click();
    await page.getByText(/^Ben Kramer chose it: Demo on Friday$/).waitFor();
    await expectAccessible(page);

    await server.start();
    await outOfTheTunnel(page);
    const row = async (id: string) =>
      (await mateo.rows()).find((one) => one.id === id)?.body as Record<string, unknown> | undefined;
    await expect
      .poll(async () => (await mateo.rows()).filter((one) => one.kind === "focus").length, {
        timeout: 20_000,
      })
      .toBe(1);
    expect(await row(bets.tidy)).toMatchObject({ state: "won" });
    expect(await row(bets.tidy)).not.toHaveProperty("learning");
    expect(String((await row(bets.left))!.todayOn) > today).toBe(true);
    expect(phone.errors).toEqual([]);
  },
);
