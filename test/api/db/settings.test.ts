import type * as driver from "@libsql/client";
import { expect, onTestFinished, test, vi } from "vitest";
import { open, temporaryFolder } from "../../support/database.ts";

const said = vi.hoisted((): string[] => []);
vi.mock("@libsql/client", async (original) => {
  const real = await original<typeof driver>();
  const createClient: typeof real.createClient = (config) => {
    const client = real.createClient(config);
    const execute = client.execute.bind(client) as (
      statement: driver.InStatement,
    ) => Promise<driver.ResultSet>;
    client.execute = (statement: driver.InStatement) => {
      said.push(typeof statement === "string" ? statement : statement.sql);
      return execute(statement);
    };
    return client;
  };
  return { ...real, createClient };
});

const proof = ["journal_mode", "synchronous", "foreign_keys"].map((name) => `pragma ${name}`);

test("a connection's settings are proven once, and again on the one that follows any trouble", async () => {
  const database = await open(`file:${temporaryFolder()}/northing.db`);
  onTestFinished(() => database.close());
  expect(said).toEqual(expect.arrayContaining(proof));
  said.length = 0;
  await database.read("select 1");
  expect(said).toEqual(["select 1"]);
  await expect(database.read("select nothing from nowhere")).rejects.toMatchObject({ code: "broken" });
  said.length = 0;
  await database.read("select 2");
  expect(said).toEqual(expect.arrayContaining(proof));
  expect(said.at(-1)).toBe("select 2");
});
