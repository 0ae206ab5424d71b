import { once } from "node:events";
import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type BuiltApi, buildApi, linkLabelled, type Started } from "../support/built-api.ts";
import { temporaryFolder } from "../support/database.ts";

let api: BuiltApi;
beforeAll(() => {
  api = buildApi();
}, 60_000);
afterAll(() => api.remove());

const zone = "Europe/Berlin";
const answers = { name: "Ada", zone, workspace: { name: "Northwind", zone } };
const headersOf = (origin: string) => ({ origin, "content-type": "application/json" });

async function setUp({ origin, printed }: Started): Promise<string> {
  const token = new URL(linkLabelled("Set up", printed())).hash.slice(1);
  const body = JSON.stringify({ token, ...answers });
  const response = await fetch(`${origin}/api/join`, { method: "POST", headers: headersOf(origin), body });
  expect(response.status).toBe(200);
  return response.headers.getSetCookie()[0]?.split(";")[0] ?? "";
}

/** What the server answers to bytes that no client would send, until it closes the connection. */
async function raw(origin: string, bytes: string): Promise<string> {
  const socket = connect(Number(new URL(origin).port), "localhost");
  let said = "";
  socket.on("data", (chunk) => (said += chunk));
  socket.on("error", () => {});
  socket.write(bytes);
  await once(socket, "close");
  return said;
}

describe("the server process", () => {
  test("it asks nothing, prints the set-up link alone on a line until it was used, and keeps what it was told", async () => {
    const env = { DATA_DIR: temporaryFolder() };
    const first = await api.start(env);
    expect(first.printed()).toMatch(/^Set up: http:\/\/localhost:\d+\/join#[\w-]{24}$/m);
    await first.end("SIGTERM");
    const second = await api.start(env);
    expect(linkLabelled("Set up", second.printed()).split("#")[1]).not.toBe(
      linkLabelled("Set up", first.printed()).split("#")[1],
    );
    const cookie = await setUp(second);
    const killed = await second.end("SIGKILL");
    expect(killed.code).toBeNull();
    const third = await api.start(env);
    expect(third.printed()).not.toContain("Set up");
    const me = await fetch(`${third.origin}/api/me`, { headers: { cookie } });
    expect(await me.json()).toMatchObject({ person: { name: "Ada" } });
    expect((await third.end("SIGTERM")).code).toBe(0);
  }, 30_000);

  test("a second process on the same data is refused with a sentence that says what to do", async () => {
    const env = { DATA_DIR: temporaryFolder() };
    const first = await api.start(env);
    const second = await api.start(env);
    expect(second.ended?.code).toBe(1);
    expect(second.ended?.err).toContain(`already in use by process ${first.child.pid}`);
    expect(second.ended?.err).toMatch(
      /Stop that process first, or give this one its own folder with DATA_DIR/,
    );
    expect((await fetch(`${first.origin}/readyz`)).status).toBe(200);
    await first.end("SIGTERM");
  }, 30_000);

  test("a port that is taken, an address that is not ours and a wrong variable are each a sentence", async () => {
    const first = await api.start({ DATA_DIR: temporaryFolder() });
    const { port } = new URL(first.origin);
    const taken = await api.start({ DATA_DIR: temporaryFolder(), PORT: port });
    expect(taken.ended).toMatchObject({ code: 1, out: "" });
    expect(taken.ended?.err).toContain(
      `Northing cannot start.\nPort ${port} is in use. Stop the program that has it, or choose another with PORT.\n`,
    );
    const elsewhere = await api.start({ DATA_DIR: temporaryFolder(), HOST: "203.0.113.1" });
    expect(elsewhere.ended?.err).toContain("203.0.113.1 is not an address of this machine. Set HOST");
    const wrong = await api.start({ DATA_DIR: temporaryFolder(), PUBLIC_URL: "http://okr.example.com" });
    expect(wrong.ended?.err).toMatch(/^Northing cannot start\.\nPUBLIC_URL: expected the https origin/);
    await first.end("SIGINT");
  }, 30_000);

  test("told to stop, it finishes what is under way, ends streams so that they come back, and lets go of the data", async () => {
    const env = { DATA_DIR: temporaryFolder() };
    const server = await api.start(env);
    const cookie = await setUp(server);
    const stream = await fetch(`${server.origin}/api/live`, { headers: { cookie } });
    const socket = connect(Number(new URL(server.origin).port), "localhost");
    const body = JSON.stringify({ role: "member" });
    const head = `POST /api/invites HTTP/1.1\r\nHost: x\r\nCookie: ${cookie}\r\nOrigin: ${server.origin}\r\n`;
    let answer = "";
    socket.on("data", (chunk) => (answer += chunk));
    const length = `Content-Type: application/json\r\nContent-Length: ${body.length}`;
    socket.write(`${head}${length}\r\nExpect: 100-continue\r\n\r\n`);
    await expect.poll(() => answer).toBe("HTTP/1.1 100 Continue\r\n\r\n");
    socket.write(body.slice(0, 5));
    const ending = server.end("SIGTERM");
    expect(await stream.text()).toContain("retry: 5000");
    socket.write(body.slice(5));
    const { code, err } = await ending;
    expect(answer).toMatch(/\r\n\r\nHTTP\/1.1 200 OK.*"url":/s);
    expect(code).toBe(0);
    expect(err).toContain('"event":"stopped"');
    const again = await api.start(env);
    expect(again.ended).toBeUndefined();
    await again.end("SIGTERM");
  }, 30_000);

  test("a request that never ends does not keep it from stopping", async () => {
    const server = await api.start({ DATA_DIR: temporaryFolder() });
    const socket = connect(Number(new URL(server.origin).port), "localhost");
    socket.on("error", () => {});
    const head = `POST /api/join HTTP/1.1\r\nHost: x\r\nOrigin: ${server.origin}\r\n`;
    socket.write(`${head}Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{`);
    await fetch(`${server.origin}/healthz`);
    expect((await server.end("SIGTERM")).code).toBe(0);
  }, 30_000);

  test("even what is not a request is answered with our headers and a closed code", async () => {
    const server = await api.start({ DATA_DIR: temporaryFolder() });
    const requests: [bytes: string, status: number][] = [
      ["hello\r\n\r\n", 400],
      ["GET / HTTP/1.1\r\nConnection: close\r\n\r\n", 400],
      ["GET http://[ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", 400],
      ["GET / HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n", 400],
      ["GET \\ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", 400],
      [`GET / HTTP/1.1\r\nHost: x\r\nX-Long: ${"x".repeat(20_000)}\r\n\r\n`, 431],
      ["GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n", 400],
      ["GET /healthz HTTP/1.1\r\nHost: x\r\nExpect: miracles\r\nConnection: close\r\n\r\n", 200],
    ];
    for (const [bytes, status] of requests) {
      const answer = await raw(server.origin, bytes);
      const what = bytes.slice(0, 40);
      expect(answer.slice(0, 12), what).toBe(`HTTP/1.1 ${status}`);
      expect(answer.toLowerCase(), what).toContain("content-security-policy: default-src 'none'");
      expect(answer.toLowerCase(), what).toContain("x-content-type-options: nosniff");
      if (status !== 200) expect(answer, what).toContain('{"error":{"code":"invalid_request"');
    }
    expect((await fetch(`${server.origin}/healthz`)).status).toBe(200);
    await server.end("SIGTERM");
  }, 30_000);
});
