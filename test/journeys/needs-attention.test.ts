import { afterEach, expect, test } from "vitest";
import { type ApiPerson, apiPerson } from "../support/api-person.ts";
import { skipBrowsers } from "../support/browsers.ts";
import { expectAccessible, type Phone } from "../support/chromium.ts";
import { demoServer, openStack, phoneOf, walkTo } from "../support/demo.ts";
import type { ServerProcess } from "../support/server.ts";

const said = "Autoplay doubled finishes in the car.";
const podcasts = /two podcast episodes/;

let server: ServerProcess;
let phone: Phone;
afterEach(async () => {
  await phone?.close();
  await server?.dispose();
});

/** Ben's phone goes out of reach, `meanwhile` happens, he checks in all the same, and comes back. */
async function comeBack(meanwhile: (ada: ApiPerson, ids: Ids) => Promise<void>): Promise<void> {
  server = await demoServer();
  phone = await phoneOf(server, "Ben Kramer (member)");
  const ada = await apiPerson(server, "Ada Okafor (admin)");
  const ids = idsOf(await ada.rows());
  await phone.context.setOffline(true);
  await meanwhile(ada, ids);
  await openStack(phone.page);
  await phone.page.getByRole("textbox", { name: "Where it is now" }).fill("21.4");
  await phone.page.getByRole("textbox", { name: /why|note/i }).fill(said);
  await phone.page.getByRole("button", { name: "Save, next" }).click();
  await phone.page.getByText("Premium listeners who start an audiobook").first().waitFor();
  await walkTo(phone.page, "/me/sync");
  await phone.page.getByText("1 waiting to be sent").waitFor();
  await phone.context.setOffline(false);
}

interface Ids {
  keyResultId: string;
  cycleId: string;
  ben: string;
  mateo: string;
}

function idsOf(rows: Awaited<ReturnType<ApiPerson["rows"]>>): Ids {
  const find = (kind: string, field: string, value: string | RegExp) =>
    rows.find((row) => row.kind === kind && String(row.body?.[field]).match(value))!.id;
  const keyResult = rows.find(
    (row) =>
      row.kind === "key-result" && podcasts.test(String(row.body?.title)) && row.body?.state === "committed",
  )!;
  return {
    keyResultId: keyResult.id,
    cycleId: String(keyResult.body?.cycleId),
    ben: find("member", "name", "Ben Kramer"),
    mateo: find("member", "name", "Mateo Silva"),
  };
}

test.skipIf(skipBrowsers)(
  "a key result that moved on keeps the check-in with its text and offers it to the new owner",
  async () => {
    await comeBack((ada, { keyResultId, mateo }) =>
      ada.must("key-result.reassign", { keyResultId, ownerId: mateo }),
    );
    await phone.page.getByText(said).waitFor({ timeout: 60_000 });
    await phone.page
      .getByText(/moved to Mateo/)
      .first()
      .waitFor();
    await phone.page.getByRole("button", { name: "Send to Mateo" }).waitFor();
    await phone.page.getByRole("button", { name: /copy/i }).first().waitFor();
    await expectAccessible(phone.page);
    expect(phone.errors).toEqual([]);
  },
);

test.skipIf(skipBrowsers)("a closed cycle keeps the check-in with its text and the reason", async () => {
  await comeBack(async (ada, { cycleId }) => {
    await ada.must("cycle.grade", { cycleId });
    await ada.must("cycle.close", { cycleId });
  });
  await phone.page.getByText(said).waitFor({ timeout: 60_000 });
  await phone.page
    .getByText(/closed/i)
    .first()
    .waitFor();
  await phone.page.getByRole("button", { name: /copy/i }).first().waitFor();
});

test.skipIf(skipBrowsers)(
  "a removed member loses the workspace's rows and keeps what was not sent",
  async () => {
    await comeBack(async (ada, { ben, mateo, keyResultId }) => {
      await ada.must("key-result.reassign", { keyResultId, ownerId: mateo });
      await ada.must("member.remove", { memberId: ben });
    });
    await phone.page.getByText(said).waitFor({ timeout: 60_000 });
    await phone.page.getByRole("button", { name: /copy/i }).first().waitFor();
    const left = await phone.page.evaluate(async () => {
      const names = (await indexedDB.databases())
        .map((one) => one.name ?? "")
        .filter((name) => name.split("/").length === 3);
      const counts = await Promise.all(
        names.map(
          (name) =>
            new Promise<number>((resolve) => {
              const opening = indexedDB.open(name);
              opening.onsuccess = () => {
                const counting = opening.result.transaction("rows").objectStore("rows").count();
                counting.onsuccess = () => resolve(counting.result);
              };
            }),
        ),
      );
      return counts.reduce((sum, one) => sum + one, 0);
    });
    expect(left).toBe(0);
  },
);
