import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { createSeal } from "../../../api/metrics/connector-seal.ts";
import { shownAddress, withKept } from "../../../api/metrics/connector-secrets.ts";

const bytes = (count: number) => new Uint8Array(randomBytes(count));
const key = bytes(32);
const seal = createSeal(key, bytes);
const secrets = {
  url: "https://metrics.example.org/?key=k3y",
  headers: [{ name: "X-Key", value: "größe 1" }],
};

test("what is sealed opens again, and never looks the same twice", () => {
  const [one, two] = [seal.close("a", secrets), seal.close("a", secrets)];
  expect(seal.open("a", one)).toEqual(secrets);
  expect(seal.open("a", two)).toEqual(secrets);
  expect(one).not.toBe(two);
});

test("it opens for no other connector, with no other key, and not once anything in it was changed", () => {
  const sealed = seal.close("a", secrets);
  expect(seal.open("b", sealed)).toBeUndefined();
  expect(createSeal(bytes(32), bytes).open("a", sealed)).toBeUndefined();
  const [version, body = ""] = sealed.split(".");
  const raw = Buffer.from(body, "base64url");
  for (let place = 0; place < raw.length; place += 1) {
    const bent = Buffer.from(raw);
    bent[place]! ^= 1;
    expect(seal.open("a", `${version}.${bent.toString("base64url")}`)).toBeUndefined();
  }
  for (const odd of ["", "v1", "v1.", `v2.${body}`, `v1.${body.slice(0, 20)}`, body])
    expect(seal.open("a", odd)).toBeUndefined();
});

test("a value that is kept goes to the server it was typed for and to no other", () => {
  const headers = [{ name: "x-key" }];
  const kept = [{ name: "x-key", value: "größe 1" }];
  expect(withKept({ headers }, secrets)).toEqual({ url: secrets.url, headers: kept });
  expect(withKept({ headers: [] }, secrets)).toEqual({ url: secrets.url, headers: [] });
  const near = "https://metrics.example.org/other";
  expect(withKept({ url: near, headers }, secrets)).toEqual({ url: near, headers: kept });
  for (const url of [
    "http://metrics.example.org/",
    "https://metrics.example.org:8443/",
    "https://metrics.example.org.evil.example.net/",
    "https://a.metrics.example.org/",
    "not an address",
  ])
    expect(() => withKept({ url, headers }, secrets), url).toThrow(
      expect.objectContaining({ code: "invalid_request", field: "headers.x-key" }),
    );
  expect(() => withKept({ headers: [] }, undefined)).toThrow(expect.objectContaining({ field: "url" }));
});

test("an address is shown without its query", () => {
  expect(shownAddress(secrets.url)).toEqual({ address: "https://metrics.example.org/", hidden: true });
  const plain = "https://metrics.example.org/weekly.json";
  expect(shownAddress(plain)).toEqual({ address: plain, hidden: false });
  expect(shownAddress("https://metrics.example.org")).toEqual({
    address: "https://metrics.example.org",
    hidden: false,
  });
});
