import type { LookupAddress } from "node:dns";
import { describe, expect, test } from "vitest";
import { AddressRefused, publicLookup } from "../../api/outbound-lookup.ts";

const google = [
  { address: "8.8.8.8", family: 4 },
  { address: "2a00:1450:4001:81b::200e", family: 6 },
];
type Looked = string | LookupAddress[] | Error;

/** What a connection would be given. */
function look(resolve: Parameters<typeof publicLookup>[0], all: boolean): Promise<Looked> {
  return new Promise((done) =>
    publicLookup(resolve)("metrics.example.org", { all }, (error, found) => done(error ?? found)),
  );
}

describe("the lookup of a connection", () => {
  test("hands over exactly what was checked, looked up once", async () => {
    const looked: string[] = [];
    const resolve = async (host: string) => {
      looked.push(host);
      return google;
    };
    expect(await look(resolve, true)).toEqual(google);
    expect(looked).toEqual(["metrics.example.org"]);
    expect(await look(resolve, false)).toBe("8.8.8.8");
  });

  test("hands over nothing of a host with one address inside", async () => {
    for (const inside of ["127.0.0.1", "10.0.0.1", "::1", "::ffff:8.8.8.8", "fe80::1%eth0"])
      for (const all of [true, false]) {
        const resolve = async () => [...google, { address: inside, family: 4 }];
        expect(await look(resolve, all)).toBeInstanceOf(AddressRefused);
      }
  });

  test("tells a host without an address from a refused one", async () => {
    const none = await look(async () => [], true);
    expect(none).toBeInstanceOf(Error);
    expect(none).not.toBeInstanceOf(AddressRefused);
    const lost = Object.assign(new Error("dns"), { code: "ENOTFOUND" });
    expect(await look(() => Promise.reject(lost), true)).toBe(lost);
  });
});
