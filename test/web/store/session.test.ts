import { expect, test } from "vitest";
import { rowId } from "../../support/device.ts";
import { runCycle } from "../../support/phone.ts";
import { startWorld, tokenOf, type World } from "../../support/world.ts";
import { type Page, startBrowser } from "./browser.ts";

/** Ben's new phone: a browser nobody has used, and a sign-in link for him. */
async function newPhone() {
  const server = await startWorld();
  const { keyResults } = await runCycle(server);
  const browser = await startBrowser(server.stranger(), server.origin);
  const link = async (who = server.ben) => tokenOf(await server.linkFor(who));
  return { server, browser, link, keyResultId: keyResults[0]! };
}

async function signedIn() {
  const phone = await newPhone();
  const page = await phone.browser.open();
  await page.session.join(await phone.link());
  return { ...phone, page };
}

const checkIn = (page: Page, server: World, keyResultId: string) =>
  page.mutate.mutate("check-in.record", {
    id: rowId(server),
    keyResultId,
    value: 4,
    confidence: 5,
    note: "canary",
  });

const stateOf = (page: Page) => page.signedIn.currentPhone()!.db.read(page.state.stateOf);
const rowsOn = (page: Page) => page.signedIn.currentPhone()!.db.read((tx) => tx.rows.count());

test("a browser nobody has used is signed out", async () => {
  const { browser } = await newPhone();
  const page = await browser.open();
  expect(page.signedIn.session()).toEqual({ state: "signed-out" });
});

test("a link signs the phone in and fetches the workspace", async () => {
  const { server, page } = await signedIn();
  expect(page.signedIn.session()).toMatchObject({
    state: "signed-in",
    personId: server.ben.personId,
    memberId: server.ben.memberId,
    workspaceId: server.ben.workspaceId,
    workspaces: [{ name: "Northwind", role: "member" }],
  });
  expect(await rowsOn(page)).toBeGreaterThan(5);
});

test("a preview uses no link up, and a used one signs nobody in", async () => {
  const { browser, link } = await newPhone();
  const page = await browser.open();
  const token = await link();
  expect(await page.session.previewJoin(token)).toMatchObject({ purpose: "sign-in", needsName: false });
  await page.session.join(token);
  page.close();
  browser.visitor.cookies.clear();
  await expect(page.session.join(token)).rejects.toMatchObject({ code: "token_unusable" });
});

test("the next page knows without network who is signed in and what is in the workspace", async () => {
  const { browser, page } = await signedIn();
  const rows = await rowsOn(page);
  page.close();
  browser.online = false;
  const next = await browser.open();
  expect(next.signedIn.session().state).toBe("signed-in");
  expect(await rowsOn(next)).toBe(rows);
});

test("a check-in made offline is saved, counted, and sent with the next sync", async () => {
  const { server, browser, page, keyResultId } = await signedIn();
  browser.online = false;
  const saved = await checkIn(page, server, keyResultId);
  expect(saved).toMatchObject({ saved: true });
  await page.state.syncNow();
  expect(await stateOf(page)).toMatchObject({ phase: "offline", pending: 1, attention: 0 });
  const ids = saved.saved ? [saved.mutationId] : [];
  const delivery = () => page.signedIn.currentPhone()!.db.read((tx) => page.state.deliveries(tx, ids));
  expect(await delivery()).toEqual({ [ids[0]!]: "on-this-phone" });
  browser.online = true;
  await page.state.syncNow();
  expect(await stateOf(page)).toMatchObject({ phase: "idle", pending: 0 });
  expect(await delivery()).toEqual({ [ids[0]!]: "on-the-server" });
});

test("the first check-in asks the browser to keep what is here", async () => {
  const { server, page, keyResultId } = await signedIn();
  await checkIn(page, server, keyResultId);
  await page.state.syncNow();
  expect((await stateOf(page)).persisted).toBe(true);
});

test("a rule's no comes back to the form, and nobody signed in saves nothing", async () => {
  const { server, page, keyResultId } = await signedIn();
  const wrong = { id: rowId(server), keyResultId, confidence: 5 };
  expect(await page.mutate.mutate("check-in.record", wrong)).toEqual({
    ...{ saved: false, code: "value_required", field: "value" },
  });
  await page.session.signOut({ discard: true });
  await expect(checkIn(page, server, keyResultId)).rejects.toMatchObject({ code: "signed_out" });
});

test("signing out with everything sent leaves no word of the workspace in the browser", async () => {
  const { server, browser, page, keyResultId } = await signedIn();
  await checkIn(page, server, keyResultId);
  await page.drafts.saveDraft("note", "canary");
  expect(await page.session.signOut({ discard: false })).toEqual({ kept: 0 });
  expect(page.signedIn.session()).toEqual({ state: "signed-out" });
  expect(await browser.databases()).toEqual(["northing"]);
  expect(browser.notes.size).toBe(0);
  expect(browser.visitor.cookies.size).toBe(0);
});

test("signing out offline keeps unsent words locked, for the same person only", async () => {
  const { server, browser, page, keyResultId, link } = await signedIn();
  browser.online = false;
  await checkIn(page, server, keyResultId);
  expect(await page.session.unsentCount()).toBe(1);
  expect(await page.session.signOut({ discard: false })).toEqual({ kept: 1 });
  expect(page.signedIn.session()).toEqual({ state: "signed-out", kept: 1 });
  const kept = await browser.contents((await browser.databases())[1]!);
  expect(kept).toMatchObject({ rows: [], overlay: [], outbox: [{ args: { note: "canary" } }] });

  browser.online = true;
  const next = await browser.open();
  expect(next.signedIn.session()).toEqual({ state: "signed-out" });
  expect(browser.visitor.cookies.size).toBe(0);
  await next.session.join(await link(server.ada));
  expect(await next.session.unsentCount()).toBe(0);
  await next.session.signOut({ discard: false });

  await next.session.join(await link());
  await next.state.syncNow();
  expect(await stateOf(next)).toMatchObject({ pending: 0, attention: 0 });
  const said = await next.signedIn.currentPhone()!.db.read((tx) => tx.rows.under(`check-in/${keyResultId}`));
  expect(said).toMatchObject([{ body: { note: "canary", authorId: server.ben.memberId } }]);
});

test("discarding is for good", async () => {
  const { server, browser, page, keyResultId } = await signedIn();
  browser.online = false;
  await checkIn(page, server, keyResultId);
  expect(await page.session.signOut({ discard: true })).toEqual({ kept: 0 });
  expect(await browser.databases()).toEqual(["northing"]);
});

test("a sign-out made offline is told before anything else, and the cookie is not used until then", async () => {
  const { browser, page } = await signedIn();
  browser.online = false;
  await page.session.signOut({ discard: true });
  const offline = await browser.open();
  expect(offline.signedIn.session().state).toBe("signed-out");
  browser.online = true;
  browser.asked.length = 0;
  const online = await browser.open();
  expect(online.signedIn.session().state).toBe("signed-out");
  expect(browser.asked[0]).toBe("POST /api/sign-out");
});

test("21: a browser that erased its data says how much was unsent, and fetches the rest again", async () => {
  const { server, browser, page, keyResultId } = await signedIn();
  browser.online = false;
  await checkIn(page, server, keyResultId);
  await expect.poll(() => [...browser.notes.values()].join()).toContain('"unsent":1');
  await browser.erase();

  const offline = await browser.open();
  expect(offline.signedIn.session()).toEqual({ state: "signed-out", notice: "erased", lost: 1 });
  browser.online = true;
  const online = await browser.open();
  expect(online.signedIn.session()).toMatchObject({ state: "signed-in", erased: 1 });
  await online.state.syncNow();
  expect(await rowsOn(online)).toBeGreaterThan(5);
});

test("a device revoked elsewhere loses everything at its next word to the server", async () => {
  const { server, browser, page, keyResultId } = await signedIn();
  const now = page.signedIn.session();
  if (now.state !== "signed-in") throw new Error("not signed in");
  expect((await server.ben.at.delete(`/api/devices/${now.deviceId}`)).status).toBe(200);
  await checkIn(page, server, keyResultId);
  await page.state.syncNow();
  await expect.poll(() => page.signedIn.session()).toEqual({ state: "signed-out", notice: "revoked" });
  await expect.poll(() => browser.notes.size).toBe(0);
  expect(await browser.databases()).toEqual(["northing"]);
});

test("somebody else signing in meets an empty phone, and neither sees the other's drafts", async () => {
  const { server, browser, page, link } = await signedIn();
  await page.drafts.saveDraft("note", "Ben's words");
  browser.online = true;
  await page.session.join(await link(server.ada));
  expect(page.signedIn.session()).toMatchObject({ personId: server.ada.personId });
  expect(await page.drafts.loadDraft("note")).toBeUndefined();
  await page.session.join(await link());
  expect(await page.drafts.loadDraft("note")).toBe("Ben's words");
  await page.drafts.dropDraft("note");
  expect(await page.drafts.loadDraft("note")).toBeUndefined();
});

test("a person in two workspaces goes from one to the other", async () => {
  const { server, page } = await signedIn();
  const invited = await server.cleo.at.post("/api/invites", { role: "member", name: "Ben" });
  await page.session.join(tokenOf(invited.body.url), { zone: "Europe/Berlin" });
  const now = page.signedIn.session();
  if (now.state !== "signed-in") throw new Error("not signed in");
  expect(now.workspaces.map((one) => one.name).sort()).toEqual(["Elsewhere", "Northwind"]);
  expect(now.workspaceId).toBe(server.cleo.workspaceId);
  await page.session.switchWorkspace(server.ben.workspaceId);
  expect(page.signedIn.session()).toMatchObject({
    workspaceId: server.ben.workspaceId,
    memberId: server.ben.memberId,
  });
  await page.session.switchWorkspace("of nobody");
  expect(page.signedIn.session()).toMatchObject({ workspaceId: server.ben.workspaceId });
});
