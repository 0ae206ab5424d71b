import { describe, expect, test } from "vitest";
import { checkIn, foundCompany, mutation, newId, openHarbour, request } from "../../support/company.ts";
import { describeOnBoth, onFile } from "../../support/database.ts";
import { contentOf, openDoor } from "../../support/sync-door.ts";

const malformed = ["", "{", "[]", "null", '"sync"', '{"protocol":1}', "\u0000", "{}}", "[".repeat(50_000)];

describeOnBoth("hostile input at POST /api/sync", (ground) => {
  async function harbour() {
    const harbour = await openHarbour(ground);
    const { company, database, sync } = harbour;
    return { ...harbour, door: openDoor(sync), before: await contentOf(database, company) };
  }

  test("what is not a request is refused by a closed code and changes nothing", async () => {
    const { door, company, database, before } = await harbour();
    for (const body of malformed) {
      const { status, code } = await door.post(company.ben, body);
      expect([400, ["malformed_json", "invalid_request"].includes(code)], body).toEqual([status, true]);
    }
    expect(await contentOf(database, company)).toEqual(before);
  });

  test("unknown fields, wrong types and wild numbers in the request are refused", async () => {
    const { door, company, database, before } = await harbour();
    const whole = request([checkIn(company.keyResultIds[0]!)]);
    const variants: object[] = [
      { ...whole, admin: true },
      { ...whole, protocol: "1" },
      { ...whole, deviceId: "phone" },
      { ...whole, now: "yesterday" },
      { ...whole, cursor: { epoch: "x", revision: -1, tag: "", catalogVersion: 1 } },
      { ...whole, cursor: { epoch: "x", revision: 1.5, tag: "", catalogVersion: 1 } },
      { ...whole, cursor: { epoch: "x", revision: 1, tag: "", catalogVersion: 1, admin: true } },
      { ...whole, mutations: {} },
      { ...whole, mutations: [null] },
      { ...whole, mutations: [{ ...whole.mutations[0], id: "1" }] },
      { ...whole, limit: 1e9 },
      { ...whole, offer: ["x"] },
    ];
    for (const variant of variants) {
      const { status, code } = await door.post(company.ben, variant);
      expect([status, code], JSON.stringify(variant)).toEqual([400, "invalid_request"]);
    }
    const wild = JSON.stringify(whole).replace('"seq":0', '"seq":1e400');
    expect((await door.post(company.ben, wild)).answer.results).toMatchObject([
      { outcome: "rejected", code: "invalid_arguments", field: "seq" },
    ]);
    expect(await contentOf(database, company)).toEqual(before);
  });

  test("a protocol of the future is told to reload, not to give up its work", async () => {
    const { door, company } = await harbour();
    const { status, code } = await door.post(company.ben, { ...request(), protocol: 2 });
    expect([status, code]).toEqual([426, "protocol_unsupported"]);
  });

  test("a body of 2 MiB and a batch of 501 are too large, whatever length is claimed", async () => {
    const { door, company, database, before } = await harbour();
    const large = checkIn(company.keyResultIds[0]!, { note: "x".repeat(2 * 1024 * 1024) });
    expect(await door.post(company.ben, request([large]))).toMatchObject({ status: 413, code: "too_large" });
    const many = Array.from({ length: 501 }, () => mutation("a.b", {}));
    expect(await door.post(company.ben, request(many))).toMatchObject({ status: 413, code: "too_large" });
    expect(await contentOf(database, company)).toEqual(before);
  });

  test("nobody without a session, and no member of another workspace, gets anything but a code", async () => {
    const { door, company, sync, database, before } = await harbour();
    expect(await door.post(undefined, request())).toMatchObject({ status: 401, code: "signed_out" });
    const cleo = (await foundCompany(sync)).ada;
    const elsewhere = request([checkIn(company.keyResultIds[0]!)], { workspaceId: company.id });
    expect(await door.post(cleo, elsewhere)).toMatchObject({ status: 403, code: "not_a_member" });
    const invented = await door.post(cleo, request([], { workspaceId: newId() }));
    expect(invented).toMatchObject({ status: 403, code: "not_a_member" });
    expect(await contentOf(database, company)).toEqual(before);
  });

  test("ids of another workspace are as unknown as invented ones", async () => {
    const { door, company, sync, database } = await harbour();
    const elsewhere = await foundCompany(sync);
    const before = await contentOf(database, elsewhere);
    const cases = [
      checkIn(elsewhere.keyResultIds[0]!),
      mutation("key-result.revise", { keyResultId: elsewhere.keyResultIds[0], title: "Ours now" }),
      mutation("cycle.close", { cycleId: elsewhere.cycleId }),
      mutation("member.set-role", { memberId: elsewhere.ben.memberId, role: "viewer" }),
      mutation("metric.retire", { metricId: elsewhere.metricId }),
    ];
    const foreign = await door.post(company.ada, request(cases));
    const invented = cases.map((one) => {
      const args = Object.fromEntries(
        Object.entries(one.args).map(([key, value]) => [key, key.endsWith("Id") ? newId() : value]),
      );
      return mutation(one.name, args);
    });
    const unknown = await door.post(company.ada, request(invented));
    const codes = ({ answer }: typeof foreign) => answer.results.map((one) => [one.code, one.field]);
    expect(codes(foreign)).toEqual(codes(unknown));
    expect(codes(foreign).every(([code]) => code === "not_found")).toBe(true);
    expect(await contentOf(database, elsewhere)).toEqual(before);
  });

  test("unknown mutations, doors of the server and fields no rule knows are refused one by one", async () => {
    const { door, company } = await harbour();
    const keyResultId = company.keyResultIds[0]!;
    const good = checkIn(keyResultId);
    const { answer } = await door.post(
      company.ben,
      request([
        mutation("check-in.forge", {}),
        mutation("nothing", {}),
        mutation("__proto__.constructor", {}),
        mutation("check-in.__proto__", {}),
        checkIn(keyResultId, {}, { v: 2 }),
        mutation("member.join", { id: newId(), name: "Mallory", role: "admin", zone: "UTC", locale: "en" }),
        mutation("workspace.found", { id: newId(), name: "Mine", zone: "UTC" }),
        checkIn(keyResultId, { authorId: company.ada.memberId }),
        checkIn(keyResultId, { revision: 1, workspaceId: newId() }),
        checkIn(keyResultId, { value: "10" }),
        checkIn(keyResultId, { confidence: 11 }),
        checkIn(keyResultId, { id: "1" }),
        good,
      ]),
    );
    expect(answer.results.map((one) => one.code ?? one.outcome)).toEqual([
      ...Array(5).fill("unknown_mutation"),
      ...Array(2).fill("forbidden"),
      ...Array(5).fill("invalid_arguments"),
      "applied",
    ]);
  });

  test("a number no double holds never becomes a value", async () => {
    const { door, company, database } = await harbour();
    const text = JSON.stringify(request([checkIn(company.keyResultIds[0]!, { value: 4711 })]));
    for (const wild of ["1e400", "-1e400"]) {
      const fresh = text.replaceAll(/"id":"[^"]+"/g, () => `"id":"${newId()}"`).replace("4711", wild);
      const { answer } = await door.post(company.ben, fresh);
      expect(answer.results).toMatchObject([{ outcome: "rejected", code: "invalid_arguments" }]);
    }
    const nan = await door.post(company.ben, text.replace("4711", "NaN"));
    expect([nan.status, nan.code]).toEqual([400, "malformed_json"]);
    expect(await database.read("select * from row where kind = 'check-in'")).toEqual([]);
  });

  test("a mutation in another's name is refused, not recorded: its author can still send it", async () => {
    const { door, company } = await harbour();
    const sent = checkIn(company.keyResultIds[0]!, {}, { actorId: company.ben.memberId });
    const forged = await door.post(company.ada, request([sent]));
    expect(forged.answer.results).toEqual([{ id: sent.id, outcome: "rejected", code: "wrong_actor" }]);
    const { actorId: _one, ...bare } = sent;
    const whole = await door.post(company.ada, { ...request([bare]), actorId: company.ben.memberId });
    expect(whole.answer.results).toEqual([{ id: sent.id, outcome: "rejected", code: "wrong_actor" }]);
    const own = await door.post(company.ben, request([sent]));
    expect(own.answer.results).toMatchObject([{ outcome: "applied" }]);
  });

  test("an id that is known is not taken for another payload, by its author or by anybody else", async () => {
    const { door, company, database } = await harbour();
    const sent = checkIn(company.keyResultIds[0]!, { value: 10 });
    const first = await door.post(company.ben, request([sent]));
    const before = await contentOf(database, company);
    const other = { ...sent, args: { ...sent.args, value: 11 } };
    const conflict = [{ id: sent.id, outcome: "rejected", code: "id_conflict" }];
    expect((await door.post(company.ben, request([other]))).answer.results).toEqual(conflict);
    expect((await door.post(company.ada, request([sent]))).answer.results).toEqual(conflict);
    const reordered = { ...sent, args: Object.fromEntries(Object.entries(sent.args).reverse()) };
    expect((await door.post(company.ben, request([reordered]))).answer.results).toEqual(first.answer.results);
    expect(await contentOf(database, company)).toEqual(before);
  });

  test("one check-in id in two mutations is one check-in, and other content under it a clash", async () => {
    const { door, company, database } = await harbour();
    const [first, again] = [1, 2].map(() => checkIn(company.keyResultIds[0]!, { id: newId() }));
    const same = { ...again!, args: first!.args };
    const other = mutation("check-in.record", { ...first!.args, value: 99 });
    const { answer } = await door.post(company.ben, request([first!, same, other]));
    expect(answer.results.map((one) => one.code ?? one.outcome)).toEqual([
      "applied",
      "applied",
      "id_conflict",
    ]);
    expect(await database.read("select id from row where kind = 'check-in'")).toHaveLength(1);
  });

  test("fifty replays at once of one batch leave what one leaves, and answer the same", async () => {
    const { door, company, database } = await harbour();
    const sent = [checkIn(company.keyResultIds[0]!), mutation("workspace.rename", { name: "No" })];
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => door.post(company.ben, request(sent))),
    );
    const results = answers.map(({ answer }) => JSON.stringify(answer.results));
    expect(new Set(results).size).toBe(1);
    expect(answers[0]!.answer.results.map((one) => one.outcome)).toEqual(["applied", "rejected"]);
    expect(await database.read("select id from row where kind = 'check-in'")).toHaveLength(1);
    expect(
      await database.read(
        "select id from mutation where id in (?, ?)",
        sent.map((one) => one.id),
      ),
    ).toHaveLength(2);
  });
});

describe("the other doors of sync", () => {
  test("rows of a cycle are given to members only, and an odd page is refused", async () => {
    const { sync, company } = await openHarbour(onFile);
    const cleo = (await foundCompany(sync)).ada;
    const door = openDoor(sync);
    const path = `/api/cycles/${company.cycleId}/rows`;
    expect((await door.get(company.ben, path)).status).toBe(200);
    expect((await door.get(undefined, path)).status).toBe(401);
    expect((await door.get(cleo, path)).status).toBe(404);
    expect((await door.get(cleo, `${path}?workspace=${company.id}`)).status).toBe(403);
    for (const odd of ["-1", "x", "1.5", "1e400"])
      expect((await door.get(company.ben, `${path}?after=${odd}`)).status).toBe(400);
  });

  test("answers are compressed for whoever can read that", async () => {
    const { sync, company } = await openHarbour(onFile, 20);
    const { app, headersOf } = openDoor(sync);
    const init = { method: "POST", body: JSON.stringify(request()) };
    const plain = await app.request("/api/sync", { ...init, headers: headersOf(company.ben) });
    const headers = { ...headersOf(company.ben), "Accept-Encoding": "gzip" };
    const packed = await app.request("/api/sync", { ...init, headers });
    expect(packed.headers.get("content-encoding")).toBe("gzip");
    const unpacked = packed.body!.pipeThrough(new DecompressionStream("gzip"));
    expect(await new Response(unpacked).json()).toEqual(await plain.json());
  });

  test("log lines hold no word of what was sent", async () => {
    const { sync, company, world } = await openHarbour(onFile);
    const door = openDoor(sync);
    await door.post(company.ben, request([checkIn(company.keyResultIds[0]!, { note: "canary words" })]));
    await door.post(company.ben, '{"canary words"');
    expect(JSON.stringify([door.lines, world.logged])).not.toContain("canary");
  });
});
