import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { unsubscribeTokens } from "../../../api/channels/unsubscribe-token.ts";
import { revocationsPath } from "../../../api/northing.ts";
import { readRevocations } from "../../../api/people/revocations.ts";
import { startWorld } from "../../support/world.ts";

const key = randomBytes(32);
const tokens = unsubscribeTokens(key);

async function linked() {
  const world = await startWorld({ env: { SECRET_KEY: key.toString("base64url") } });
  const { workspaceId, memberId } = world.ben;
  const path = `/api/mail/unsubscribe/${tokens.of({ workspaceId, memberId, group: "digest" })}`;
  const ended = async () => (await world.ben.at.get("/api/mail")).body.unsubscribed;
  return { world, path, ended };
}

describe("the link of an e-mail", () => {
  test("shows a page that asks, and to look at it changes nothing", async () => {
    const { world, path, ended } = await linked();
    const { status, text, headers } = await world.stranger().get(path);
    expect([status, headers.get("content-type")]).toEqual([200, "text/html; charset=UTF-8"]);
    expect(text).toContain(
      '<form method="post"><button type="submit">No more e-mails about the weekly digest',
    );
    expect(text).not.toMatch(/<script|<style|<iframe|<img| style=| on\w+=/i);
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    for (const method of ["HEAD", "OPTIONS"]) await (await world.stranger().send(path, { method })).text();
    expect(await ended()).toEqual([]);
  });

  test("ends the group by one post of a mailbox, signed in nowhere, as often as it comes", async () => {
    const { world, path, ended } = await linked();
    for (let i = 0; i < 2; i += 1) {
      const answer = await world.stranger().send(path, {
        method: "POST",
        headers: { "content-type": "application/x-www-form-urlencoded" },
        body: "List-Unsubscribe=One-Click",
      });
      expect([answer.status, await answer.text()]).toEqual([
        200,
        expect.stringContaining("That was the last one"),
      ]);
    }
    expect(await ended()).toEqual(["digest"]);
    expect(world.logged.join("")).not.toContain(path.split("/").at(-1));
    await world.ben.at.put("/api/mail", { group: "digest", subscribed: true });
    expect(await ended()).toEqual([]);
  });

  test("leaves one line behind, however often it comes; in the app a choice is made so often and no oftener", async () => {
    const { world, path } = await linked();
    for (let i = 0; i < 5; i += 1) await (await world.stranger().send(path, { method: "POST" })).text();
    const lines = readRevocations(revocationsPath(world.env)).filter((one) => one.revoked === "unsubscribed");
    expect(lines).toHaveLength(1);
    let last = 200;
    for (let i = 0; i < 40 && last === 200; i += 1)
      last = (await world.ben.at.put("/api/mail", { group: "focus", subscribed: i % 2 === 0 })).status;
    expect(last).toBe(429);
    expect((await world.ada.at.put("/api/mail", { group: "focus", subscribed: false })).status).toBe(200);
  });

  test("is good for one member and one group, and cannot be made or changed by anybody else", async () => {
    const { world, path, ended } = await linked();
    const { workspaceId, memberId } = world.ben;
    const token = path.split("/").at(-1)!;
    const [text = "", mac = ""] = token.split(".");
    const other = Buffer.from(JSON.stringify([workspaceId, memberId, "focus"])).toString("base64url");
    const strange = unsubscribeTokens(randomBytes(32)).of({ workspaceId, memberId, group: "digest" });
    for (const forged of [
      `${other}.${mac}`,
      text,
      `${text}.`,
      `${text}.${mac}x`,
      `${text}.${mac.slice(2)}`,
      strange,
    ]) {
      expect(tokens.read(forged), forged).toBeUndefined();
      const at = `/api/mail/unsubscribe/${forged}`;
      const posted = await world.stranger().send(at, { method: "POST", body: "List-Unsubscribe=One-Click" });
      expect(posted.status).toBe(404);
      expect((await world.stranger().get(at)).text).toContain("This link is not whole");
    }
    expect(await ended()).toEqual([]);
    expect(tokens.read(token)).toEqual({ workspaceId, memberId, group: "digest" });
  });
});
