import { expect, test } from "vitest";
import { callerOf, subscriberOf, trustedProxies } from "../../api/people/address.ts";
import { builtWeb } from "../support/built-web.ts";
import { visitor } from "../support/visitor.ts";
import { startWorld } from "../support/world.ts";

const origin = "https://okr.example.com";
const env = { PUBLIC_URL: origin, TRUST_PROXY: "10.0.0.0/8" };

test("over https the cookie is pinned to the host and HSTS is sent", async () => {
  const { ada, stranger, linkFor } = await startWorld({ env });
  expect([...ada.at.cookies.keys()]).toEqual(["__Host-northing"]);
  const answer = await stranger().post("/api/join", { token: (await linkFor(ada)).split("#")[1] });
  expect(answer.headers.get("strict-transport-security")).toBe("max-age=31536000; includeSubDomains");
  const cookie = answer.headers.getSetCookie()[0] ?? "";
  for (const part of ["Path=/", "HttpOnly", "Secure", "SameSite=Lax", "Max-Age=15552000"])
    expect(cookie).toContain(part);
  expect(cookie).not.toMatch(/domain/i);
});

test("a trusted proxy that saw plain http has the API refused and pages sent on", async () => {
  const { northing } = await startWorld({ env, webRoot: builtWeb() });
  const proxied = visitor(northing.app, origin, "10.1.2.3");
  const plain = { "x-forwarded-proto": "http" };
  const refused = await proxied.get("/api/me", plain);
  expect([refused.status, refused.body.error.code]).toEqual([403, "https_required"]);
  const page = await proxied.get("/key-results/1", plain);
  expect([page.status, page.headers.get("location")]).toEqual([308, `${origin}/key-results/1`]);
  expect(page.headers.get("content-security-policy")).toContain("default-src 'none'");
  const elsewhere = await proxied.get("//evil.example/x", plain);
  expect(new URL(elsewhere.headers.get("location") ?? "").origin).toBe(origin);
  expect((await proxied.get("/check-in", { "x-forwarded-proto": "https" })).status).toBe(200);
});

test("whoever is not a trusted proxy is believed nothing", async () => {
  const { stranger } = await startWorld({ env });
  const answer = await stranger().get("/api/me", { "x-forwarded-proto": "http" });
  expect(answer.status).toBe(401);
});

test.each([
  ["a direct caller", "203.0.113.9", undefined, "203.0.113.9"],
  ["a direct caller who invents a chain", "203.0.113.9", "1.1.1.1, 10.0.0.1", "203.0.113.9"],
  ["a caller behind the proxy", "10.0.0.1", "203.0.113.9", "203.0.113.9"],
  ["a caller behind two proxies", "10.0.0.1", "203.0.113.9, 10.9.9.9", "203.0.113.9"],
  ["a caller behind the proxy who invents a chain", "10.0.0.1", "8.8.8.8, 203.0.113.9", "203.0.113.9"],
  ["a chain that is no address", "10.0.0.1", "unknown, <script>", "10.0.0.1"],
  ["a mapped address", "::ffff:10.0.0.1", "203.0.113.9", "203.0.113.9"],
  ["the proxy itself", "10.0.0.1", undefined, "10.0.0.1"],
])("%s is known by the right address", (_what, socket, forwarded, expected) => {
  expect(callerOf(socket, forwarded, trustedProxies(["10.0.0.0/8", "fd00::/8"]))).toBe(expected);
});

test("an IPv6 subscriber is counted as one, however many addresses they have", () => {
  expect(subscriberOf("2001:db8:1:2:aaaa::1")).toBe("2001:db8:1:2::/64");
  expect(subscriberOf("2001:0db8:1:2:ffff:1:2:3")).toBe("2001:db8:1:2::/64");
  expect(subscriberOf("2001:db8::1")).toBe("2001:db8:0:0::/64");
  expect(subscriberOf("::1")).toBe("0:0:0:0::/64");
  expect(subscriberOf("198.51.100.7")).toBe("198.51.100.7");
});
