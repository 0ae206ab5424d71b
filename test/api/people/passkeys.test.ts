import { describe, expect, test } from "vitest";
import { type Authenticator, authenticator, type Wrong } from "../../support/authenticator.ts";
import { dump } from "../../support/dump.ts";
import type { Visitor } from "../../support/visitor.ts";
import { startWorld } from "../../support/world.ts";

async function register(at: Visitor, key: Authenticator, wrong?: Wrong) {
  const options = (await at.post("/api/passkeys/registration-options")).body;
  return at.post("/api/passkeys/registration", { response: key.create(options, wrong), name: "Ben's phone" });
}

async function signIn(at: Visitor, key: Authenticator, wrong?: Wrong) {
  const options = (await at.post("/api/passkeys/sign-in-options")).body;
  return at.post("/api/passkeys/sign-in", { response: key.get(options, wrong), deviceName: "New phone" });
}

async function benWithPasskey() {
  const world = await startWorld();
  const key = authenticator(world.origin);
  expect((await register(world.ben.at, key)).status).toBe(200);
  return { ...world, key };
}

describe("passkeys", () => {
  test("Ben adds a passkey and comes back with it on a new device, typing nothing", async () => {
    const { ben, key, stranger } = await benWithPasskey();
    const at = stranger();
    const answer = await signIn(at, key);
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      member: { id: ben.memberId, name: "Ben", role: "member" },
      workspace: { name: "Northwind" },
      device: { name: "New phone" },
      person: { id: ben.personId },
    });
    expect((await at.get("/api/me")).body.person.name).toBe("Ben");
    const { passkeys } = (await ben.at.get("/api/passkeys")).body;
    expect(passkeys).toMatchObject([{ name: "Ben's phone", lastUsedAt: "2026-03-02T08:00:00.000Z" }]);
  });

  test("what a browser is asked for names nobody and lists no keys", async () => {
    const { stranger } = await benWithPasskey();
    const options = (await stranger().post("/api/passkeys/sign-in-options")).body;
    expect(options).toMatchObject({ rpId: "localhost", userVerification: "required" });
    expect(options.allowCredentials ?? []).toEqual([]);
  });

  test.each<[string, Wrong]>([
    ["of another site", { origin: "https://evil.example" }],
    ["to another challenge", { challenge: "AAAA" }],
    ["without the user being verified", { unverified: true }],
    ["with a forged signature", { forged: true }],
    ["from a clone that counts behind", { counter: 1 }],
  ])("an answer %s signs nobody in", async (_what, wrong) => {
    const { key, stranger, northing } = await benWithPasskey();
    await signIn(stranger(), key);
    const devices = async () => (await dump(northing.database)).device;
    const before = await devices();
    const answer = await signIn(stranger(), key, wrong);
    expect([answer.status, answer.body.error.code]).toEqual([403, "passkey_refused"]);
    expect(await devices()).toEqual(before);
  });

  test("an answer is taken once, even when it is sent twenty times at once", async () => {
    const { key, stranger } = await benWithPasskey();
    const options = (await stranger().post("/api/passkeys/sign-in-options")).body;
    const response = key.get(options);
    const answers = await Promise.all(
      Array.from({ length: 9 }, () => stranger().post("/api/passkeys/sign-in", { response })),
    );
    expect(answers.filter((one) => one.status === 200)).toHaveLength(1);
  });

  test("a challenge lives five minutes, and one that was given for adding a key signs nobody in", async () => {
    const { key, stranger, clock, ben } = await benWithPasskey();
    const late = (await stranger().post("/api/passkeys/sign-in-options")).body;
    clock.now += 5 * 60_000;
    expect((await stranger().post("/api/passkeys/sign-in", { response: key.get(late) })).status).toBe(403);
    const { challenge } = (await ben.at.post("/api/passkeys/registration-options")).body;
    const mixed = key.get({ challenge, rpId: "localhost" });
    expect((await stranger().post("/api/passkeys/sign-in", { response: mixed })).status).toBe(403);
  });

  test("Ben cannot have his key added to Ada's challenge, nor anybody's key twice", async () => {
    const { key, ada, ben, origin } = await benWithPasskey();
    const options = (await ada.at.post("/api/passkeys/registration-options")).body;
    const stolen = await ben.at.post("/api/passkeys/registration", {
      response: authenticator(origin).create(options),
    });
    expect(stolen.body.error.code).toBe("passkey_refused");
    expect((await register(ada.at, key)).body.error.code).toBe("passkey_refused");
    expect((await ada.at.get("/api/passkeys")).body.passkeys).toEqual([]);
  });

  test("a removed passkey is gone at once, and nobody removes another one's", async () => {
    const { key, ada, ben, stranger } = await benWithPasskey();
    const [{ id }] = (await ben.at.get("/api/passkeys")).body.passkeys;
    expect((await ada.at.delete(`/api/passkeys/${id}`)).status).toBe(404);
    expect((await ben.at.delete(`/api/passkeys/${id}`)).status).toBe(200);
    expect((await signIn(stranger(), key)).body.error.code).toBe("passkey_refused");
  });

  test("a removed member's passkey opens nothing", async () => {
    const { key, ada, ben, mutate, stranger } = await benWithPasskey();
    await mutate(ada, "member.remove", { memberId: ben.memberId });
    expect((await signIn(stranger(), key)).body.error.code).toBe("not_a_member");
  });

  test("nonsense in every part of an answer is refused with a closed code", async () => {
    const { stranger, key, clock, ada } = await benWithPasskey();
    const notBen = Buffer.from(ada.personId).toString("base64url");
    const hostile = [null, 5, "", "%%%", "AAAA", [], {}, "A".repeat(5000)];
    const parts = ["clientDataJSON", "authenticatorData", "signature"];
    const cases = parts.flatMap((part) => hostile.map((value) => [part, value] as const));
    for (const [part, value] of [...cases, ["userHandle", notBen] as const]) {
      clock.now += 60_000;
      const good = key.get((await stranger().post("/api/passkeys/sign-in-options")).body);
      const response = { ...good, response: { ...good.response, [part]: value } };
      const { status } = await stranger().post("/api/passkeys/sign-in", { response });
      expect([400, 403], `${part} ${JSON.stringify(value).slice(0, 20)}`).toContain(status);
    }
  });
});
