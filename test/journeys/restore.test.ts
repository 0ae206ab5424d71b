import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { apiPerson, newId } from "../support/api-person.ts";
import { skipBrowsers } from "../support/browsers.ts";
import type { Phone } from "../support/chromium.ts";
import { demoServer, openStack, phoneOf, walkTo } from "../support/demo.ts";
import type { ServerProcess } from "../support/server.ts";
import { countRows } from "../support/sql.ts";

const said = "Not in the backup.";

let server: ServerProcess;
let phone: Phone;
afterEach(async () => {
  await phone?.close();
  await server?.dispose();
});

/** A backup, then Ben's check-in that only the living server gets, then the disaster. */
async function loseTheCheckIn(): Promise<void> {
  server = await demoServer();
  phone = await phoneOf(server, "Ben Kramer (member)");
  const backup = join(server.dataDir, "monday.backup");
  server.operate("backup", backup);
  await openStack(phone.page);
  await phone.page.getByRole("textbox", { name: /why|note/i }).fill(said);
  await phone.page.getByRole("button", { name: "Save, next" }).click();
  await phone.page.getByText("Premium listeners who start an audiobook").first().waitFor();
  await walkTo(phone.page, "/me/sync");
  await phone.page.getByText("Everything is sent").waitFor();
  await phone.context.setOffline(true);
  await server.stop();
  expect(await countRows(server.dataDir, "check_in", `note = '${said}'`)).toBe(1);
  server.operate("restore", backup);
  expect(await countRows(server.dataDir, "check_in", `note = '${said}'`)).toBe(0);
  await server.start();
}

async function healed(): Promise<void> {
  await phone.context.setOffline(false);
  await walkTo(phone.page, "/me/sync");
  await phone.page.getByRole("button", { name: "Sync now" }).click();
  const ada = await apiPerson(server, "Ada Okafor (admin)");
  await expect
    .poll(async () => (await ada.rows()).filter((row) => row.body?.note === said).length, {
      timeout: 60_000,
      interval: 500,
    })
    .toBe(1);
  await phone.page.getByText("Everything is sent").waitFor();
  expect(await phone.page.getByText("not accepted").count()).toBe(0);
  await server.stop();
  expect(await countRows(server.dataDir, "check_in", `note = '${said}'`)).toBe(1);
}

test.skipIf(skipBrowsers)(
  "a server restored from an older backup gets the lost check-in back from the phone",
  async () => {
    await loseTheCheckIn();
    await healed();
  },
);

test.skipIf(skipBrowsers)("so does one that has overtaken the phone in the meantime", async () => {
  await loseTheCheckIn();
  const ada = await apiPerson(server, "Ada Okafor (admin)");
  for (let turn = 0; turn < 6; turn += 1) await ada.must("squad.form", { id: newId(), name: `Crew ${turn}` });
  await healed();
});
