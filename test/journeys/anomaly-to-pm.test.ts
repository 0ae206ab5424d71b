import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ApiPerson, apiPerson } from "../support/api-person.ts";
import { skipBrowsers } from "../support/browsers.ts";
import { expectAccessible, outOfTheTunnel, type Phone } from "../support/chromium.ts";
import { demoServer, offlineReady, phoneOf, visitedProfile, walkTo } from "../support/demo.ts";
import { certificateFile, type PushService, startPushService } from "../support/push-service.ts";
import { openPushedPhone, type PushedPhone } from "../support/pushed-phone.ts";
import { vapidKeys } from "../support/pushing.ts";
import { type ServerProcess, until } from "../support/server.ts";

const cause = "The podcast feed was down for two days; it is back since Thursday.";

/** The built product as one process with its own timers; only the push service and the desktop are ours. */
describe.skipIf(skipBrowsers)("an unusual reading", () => {
  let service: PushService;
  let server: ServerProcess;
  let mateo: PushedPhone;
  let ben: Phone;
  let ada: ApiPerson;

  beforeAll(async () => {
    service = await startPushService();
    server = await demoServer({
      ...{ PUSH_EXTRA_HOSTS: service.host, NODE_EXTRA_CA_CERTS: certificateFile },
      ...{ VAPID_PUBLIC_KEY: vapidKeys.publicKey, VAPID_PRIVATE_KEY: vapidKeys.privateKey },
    });
    ada = await apiPerson(server, "Ada Okafor (admin)");
    await neverQuiet(server, "Mateo Silva (member)");
    const device = service.device(vapidKeys.publicKey);
    mateo = await openPushedPhone(server.origin, device, vapidKeys.publicKey, await visitedProfile(server));
    await mateo.page.goto(await server.link("Mateo Silva (member)"));
    await mateo.page.getByRole("button", { name: "Sign in on this device" }).tap();
    await mateo.page
      .getByText(/min \/ week/)
      .first()
      .waitFor();
    await offlineReady(mateo.page);
    await mateo.turnOn();
  });
  afterAll(async () => {
    await mateo?.close();
    await ben?.close();
    await server?.dispose();
    await service?.close();
  });

  const told = () => service.received.find((one) => one.plaintext?.includes("/signals/"))?.plaintext;

  it("comes by the API, and its PM's phone is told of it at once, with the rule and without the number", async () => {
    const today = new Date().toISOString().slice(0, 10);
    const sentAt = performance.now();
    await ingest(server, ada, "weekly-podcast-habit", { on: today, value: 0.11 });
    await until(() => told() !== undefined, "a message about it at the push service");
    console.info(`from the reading to the push service: ${Math.round(performance.now() - sentAt)} ms`);
    await mateo.deliver(told()!);
    const shown = await mateo.daemon.next();
    expect(shown.title).toBe("Unusual: Weekly podcast habit");
    expect(shown.body).toContain("A single week outside its usual range");
    expect(`${shown.title} ${shown.body}`).not.toContain("%");
    mateo.daemon.click(shown);
    await mateo.page.waitForURL(/\/signals\/metric~/);
  });

  it("is shown with its plot, and the rule in words", async () => {
    const { page } = mateo;
    await page.getByRole("heading", { name: "Something changed" }).waitFor();
    await page.getByText(/^Fell to 11\.0%\. Recent weeks ran \d+\.\d–\d+\.\d%\.$/).waitFor();
    await page.getByText("A single week outside its usual range.").waitFor();
    await page.getByText("Mateo Silva, PM of Podcasts").waitFor();
    const label = await page.getByRole("img", { name: /^Weekly podcast habit: / }).getAttribute("aria-label");
    expect(label).toMatch(/the last 11\.0%; usual range .* to .*; outside its range on /);
    await expectAccessible(page);
  });

  it("is explained without a network, and goes when there is one", async () => {
    const { page } = mateo;
    await server.stop();
    await page.getByRole("button", { name: "I can explain it" }).tap();
    await page.getByRole("button", { name: "Explain it", exact: true }).tap();
    await page.getByText("Say what it was, in a few words.").waitFor();
    await page.getByRole("textbox", { name: "What caused it?" }).fill(cause);
    await page.getByRole("button", { name: "Explain it", exact: true }).tap();
    await page.getByText("Explained; your squad sees it").waitFor();
    await page.getByText("Mateo Silva explained it").waitFor();
    await page.getByRole("button", { name: "Undo" }).tap();
    await page.getByRole("heading", { name: "What is it?" }).waitFor();
    await page.getByRole("button", { name: "I can explain it" }).tap();
    await page.getByRole("textbox", { name: "What caused it?" }).fill(cause);
    await page.getByRole("button", { name: "Explain it", exact: true }).tap();
    await page.getByText("Mateo Silva explained it").waitFor();
    await expectAccessible(page);
    await server.start();
    await outOfTheTunnel(page);
    await until(async () => (await answers(ada)).includes(cause), "the answer on the server");
  });

  it("is seen with its answer by the squad, who may not answer and see who does", async () => {
    ben = await phoneOf(server, "Ben Kramer (member)");
    const { page } = ben;
    await walkTo(page, "/signals");
    await page.getByRole("link", { name: /Weekly podcast habit.*explained/s }).click();
    await page.getByText(cause).first().waitFor();
    await page.getByText("Mateo Silva explained it").waitFor();
    expect(await page.getByRole("button", { name: "Take the answer back" }).count()).toBe(0);
    await page.getByRole("link", { name: /Weekly podcast habit/ }).click();
    await page.getByText(/The podcast feed was down.*explained by Mateo/).waitFor();
    await expectAccessible(page);
  });

  it("had no fault anywhere", () => {
    expect(service.faults).toEqual([]);
    const real = (one: string) => !/net::ERR_|Failed to load resource|EventSource/.test(one);
    expect([...mateo.errors, ...ben.errors].filter(real)).toEqual([]);
  });
});

/** No quiet hours and no days off, so that the hour at which the suite runs does not matter. */
async function neverQuiet(server: ServerProcess, label: string): Promise<void> {
  const person = await apiPerson(server, label);
  const name = label.slice(0, label.indexOf(" ("));
  const members = (await person.rows()).filter((one) => one.kind === "member");
  const member = members.find((one) => (one.body as { name?: string }).name === name)!;
  await person.must("member.set-preferences", {
    ...{ memberId: member.id, quiet: { from: "00:00", to: "00:00" } },
    ...{ workdays: [1, 2, 3, 4, 5, 6, 7], daysOff: [] },
  });
}

/** A reading as a program sends it, with a token of its own. */
async function ingest(server: ServerProcess, admin: ApiPerson, key: string, reading: object): Promise<void> {
  const made = await admin.post("/api/tokens", { name: "warehouse", scopes: ["readings.write"] });
  const answer = await fetch(`${server.origin}/api/v1/metrics/${key}/readings`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      authorization: `Bearer ${(made as { secret: string }).secret}`,
    },
    body: JSON.stringify(reading),
  });
  if (!answer.ok) throw new Error(`readings: ${answer.status} ${await answer.text()}`);
}

/** What people have said of anomalies, as the server holds it. */
async function answers(person: ApiPerson): Promise<string[]> {
  const anomalies = (await person.rows()).filter((one) => one.kind === "anomaly");
  return anomalies.flatMap((one) => (one.body as { answer?: { text: string } }).answer?.text ?? []);
}
