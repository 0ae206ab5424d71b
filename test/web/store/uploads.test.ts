import { expect, onTestFinished, test, vi } from "vitest";
import type { Upload } from "../../../web/sync/storage.ts";
import { bytesOf, openReview } from "../../support/attaching.ts";
import { startWorld, tokenOf, type World } from "../../support/world.ts";
import { type Browser, type Page, startBrowser } from "./browser.ts";

const size = 300_000;
const body = bytesOf(size);
const plan = () => new File([new Uint8Array(body)], "plan.pdf", { type: "application/pdf" });

async function withReview() {
  const server = await startWorld();
  const review = await openReview(server);
  vi.useFakeTimers({ toFake: ["Date"], now: server.clock.now });
  onTestFinished(() => void vi.useRealTimers());
  const browser = await startBrowser(server.stranger(), server.origin);
  const page = await browser.open();
  await page.session.join(tokenOf(await server.linkFor(server.ada)));
  return { server, review, browser, page, ...(await store()) };
}

/** The store's modules as the page that was opened last has them. */
const store = async () => ({
  ...(await import("../../../web/store/attachments.ts")),
  ...(await import("../../../web/store/uploads.ts")),
});

const uploads = (page: Page) =>
  page.signedIn.currentPhone()!.db.read(async (tx) => (await tx.meta.get("uploads")) ?? {});
const only = async (page: Page): Promise<Upload> => Object.values(await uploads(page))[0]!;
const puts = ({ asked }: Browser) => asked.filter((one) => one.startsWith("PUT /api/files/")).length;
const bodies = (page: Page) => page.signedIn.currentPhone()!.db.read((tx) => tx.bodies.count());

async function fetched({ ben }: World, id: string) {
  const answer = await ben.at.send(`/api/files/${id}`, {});
  if (answer.status !== 200) return answer.status;
  // Compared here: an assertion over 300,000 numbers takes its second.
  return Buffer.from(await answer.arrayBuffer()).equals(body) ? "as attached" : "other bytes";
}

test("a file attached offline waits, counts as unsent, and is sent in parts once its row is accepted", async () => {
  const { server, review, browser, page, attachFile, uploadNow } = await withReview();
  browser.online = false;
  const id = server.id();
  expect(await attachFile(review, plan(), id)).toMatchObject({ saved: true });
  await uploadNow();
  expect([puts(browser), await page.session.unsentCount()]).toEqual([0, 1]);
  browser.online = true;
  await page.state.syncNow();
  expect(await page.session.unsentCount()).toBe(1);
  await uploadNow();
  expect([puts(browser), await page.session.unsentCount()]).toEqual([2, 0]);
  expect(await fetched(server, id)).toBe("as attached");
  expect(await only(page)).toMatchObject({ sent: size, tries: 0 });
});

test("a network that goes in between costs what was on its way and no more, also when the page is closed", async () => {
  const { server, review, browser, page, attachFile, uploadNow } = await withReview();
  const id = server.id();
  await attachFile(review, plan(), id);
  await page.state.syncNow();
  const { send } = browser.visitor;
  browser.visitor.send = async (path, init) => {
    const answer = await send(path, init);
    if (path.startsWith("/api/files/")) browser.online = false;
    return answer;
  };
  await uploadNow();
  expect(await only(page)).toMatchObject({ sent: 262_144, tries: 1, failed: "offline" });
  browser.visitor.send = send;
  page.close();
  browser.online = true;
  const next = await browser.open();
  await (await store()).uploadNow();
  expect([await fetched(server, id), (await only(next)).sent]).toEqual(["as attached", size]);
  next.close();
});

test("what the server says no to is told, kept, and tried again on request", async () => {
  const { server, review, browser, page, attachFile, uploadNow } = await withReview();
  const id = server.id();
  await attachFile(review, plan(), id);
  await page.state.syncNow();
  const filler =
    "insert into file (workspace_id, attachment_id, size, begun_at) values (?, 'big', 1000000000, '')";
  const { database } = server.northing;
  await database.write([{ sql: filler, args: [server.ada.workspaceId] }]);
  await uploadNow();
  expect(await only(page)).toMatchObject({ failed: "files_full", tries: 1 });
  expect([await bodies(page), puts(browser)]).toEqual([1, 1]);
  await database.write([{ sql: "delete from file" }]);
  await uploadNow();
  expect(await fetched(server, id)).toBe("as attached");
});

test("removed before it was sent it is not sent, and brought back it is", async () => {
  const { server, review, browser, page, attachFile, uploadNow } = await withReview();
  const id = server.id();
  await attachFile(review, plan(), id);
  await page.mutate.mutate("attachment.remove", { attachmentId: id });
  await page.state.syncNow();
  await uploadNow();
  expect([puts(browser), await page.session.unsentCount(), await bodies(page)]).toEqual([0, 0, 1]);
  await page.mutate.mutate("attachment.bring-back", { attachmentId: id });
  await page.state.syncNow();
  await uploadNow();
  expect(await fetched(server, id)).toBe("as attached");
});

test("what cannot be attached is refused before anything is stored", async () => {
  const { review, page, attachFile } = await withReview();
  const refused = async (file: File) => (await attachFile(review, file)) as { code?: string };
  expect((await refused(new File([], "empty.txt"))).code).toBe("file_empty");
  expect((await refused(new File([new Uint8Array(10_000_001)], "film.mov"))).code).toBe("file_too_large");
  const gone = Object.assign(plan(), { arrayBuffer: () => Promise.reject(new Error("gone")) });
  expect((await refused(gone)).code).toBe("file_unreadable");
  expect((await attachFile("monthly/nothing", plan())) as object).toMatchObject({ code: "not_found" });
  expect([await uploads(page), await bodies(page), await page.session.unsentCount()]).toEqual([{}, 0, 0]);
});

test("refused work that is discarded takes its body along", async () => {
  const { server, review, page, attachFile } = await withReview();
  await attachFile(review, plan());
  await server.mutate(server.ada, "review.complete", { reviewId: review });
  await page.state.syncNow();
  expect([await page.session.unsentCount(), await bodies(page)]).toEqual([1, 1]);
  const [item] = await page.signedIn.currentPhone()!.db.read((tx) => tx.attention.page());
  await page.attention.discard(item!.id);
  expect([await page.session.unsentCount(), await bodies(page)]).toEqual([0, 0]);
});

test("signing out keeps a body that is nowhere else, locked, and leaves none that is on the server", async () => {
  const { server, review, browser, page, attachFile, uploadNow } = await withReview();
  await attachFile(review, plan());
  await page.state.syncNow();
  await uploadNow();
  browser.online = false;
  const id = server.id();
  await attachFile(review, plan(), id);
  expect((await page.session.signOut({ discard: false })).kept).toBe(1);
  const name = (await browser.databases()).find((one) => one.startsWith("northing/"))!;
  expect((await browser.contents(name)).bodies).toMatchObject([{ id }]);
  browser.online = true;
  const next = await browser.open();
  await next.session.join(tokenOf(await server.linkFor(server.ada)));
  await next.state.syncNow();
  await (await store()).uploadNow();
  expect(await fetched(server, id)).toBe("as attached");
  await next.session.signOut({ discard: true });
  expect((await browser.databases()).filter((one) => one.startsWith("northing/"))).toEqual([]);
});

test("whoever is no member any more keeps no body", async () => {
  const { server, review, browser, page, attachFile } = await withReview();
  browser.online = false;
  await attachFile(review, plan());
  browser.online = true;
  const eve = await server.admit("admin", "Eve");
  await server.mutate(eve, "member.remove", { memberId: server.ada.memberId });
  await page.state.syncNow();
  expect([await bodies(page), await uploads(page)]).toEqual([0, {}]);
});

test("a clock that was far ahead and is set right holds nothing up", async () => {
  const { verdictOn } = await import("../../../web/sync/bodies.ts");
  const [now, hour, day] = [Date.now(), 3_600_000, 86_400_000];
  const failed = { size: 1, since: now, sent: 0, tries: 3, failed: "offline" };
  const seen = { accepted: true, stands: true, arrived: false };
  const verdicts = [-hour, hour, day, 365 * day].map((later) =>
    verdictOn({ ...failed, notBefore: now + later }, seen, now),
  );
  expect(verdicts).toEqual(["send", "wait", "wait", "send"]);
});

test("a file that was refused or is not sent stays as long as its words do, however long ago that was", async () => {
  const { server, review, browser, page, attachFile, uploadNow } = await withReview();
  await attachFile(review, plan());
  await server.mutate(server.ada, "review.complete", { reviewId: review });
  await page.state.syncNow();
  server.clock.now += 20 * 86_400_000;
  vi.setSystemTime(server.clock.now);
  await uploadNow();
  expect([await page.session.unsentCount(), await bodies(page)]).toEqual([1, 1]);
  await server.mutate(server.ada, "review.reopen", { reviewId: review });
  await page.state.syncNow();
  const [item] = await page.signedIn.currentPhone()!.db.read((tx) => tx.attention.page());
  expect(await page.attention.resend(item!.id)).toMatchObject({ saved: true });
  await page.state.syncNow();
  await uploadNow();
  expect(await fetched(server, String(item!.args.id))).toBe("as attached");
  expect(puts(browser)).toBe(2);
});

test("signed out for a month with a file that is nowhere else, it waits for its row and is sent", async () => {
  const { server, review, browser, page, attachFile } = await withReview();
  const id = server.id();
  await attachFile(review, plan(), id);
  await page.state.syncNow();
  browser.online = false;
  expect((await page.session.signOut({ discard: false })).kept).toBe(1);
  server.clock.now += 30 * 86_400_000;
  vi.setSystemTime(server.clock.now);
  browser.online = true;
  const { send } = browser.visitor;
  browser.visitor.send = (path, init) =>
    path.startsWith("/api/sync") ? Promise.reject(new TypeError("no network")) : send(path, init);
  const next = await browser.open();
  const { uploadNow } = await store();
  await next.session.join(tokenOf(await server.linkFor(server.ada)));
  await uploadNow();
  expect(await bodies(next)).toBe(1);
  browser.visitor.send = send;
  await next.state.syncNow();
  await uploadNow();
  expect(await fetched(server, id)).toBe("as attached");
});
