import { describe, expect, test } from "vitest";
import type * as z from "zod/mini";
import { type ApiDocument, operations } from "../../api/openapi.ts";
import { internalPaths } from "../../api/openapi-data.ts";
import { docsPage } from "../../api/openapi-page.ts";
import { catalog } from "../../shared/sync/catalog.ts";
import { kinds } from "../../shared/sync/kinds.ts";
import type { Definition } from "../../shared/sync/mutation.ts";
import { metricBy, program } from "../support/program.ts";
import { routesOf } from "../support/routes.ts";
import { startWorld, type World } from "../support/world.ts";

async function document(world?: World): Promise<ApiDocument> {
  const { stranger } = world ?? (await startWorld());
  const { status, body } = await stranger().get("/api/openapi.json");
  expect(status).toBe(200);
  return body;
}

/** Every value in it with the keys on the way there. */
function* within(value: unknown, way: string[] = []): Generator<[way: string[], value: unknown]> {
  yield [way, value];
  if (value !== null && typeof value === "object")
    for (const [key, inner] of Object.entries(value)) yield* within(inner, [...way, key]);
}

const isInternal = (path: string) =>
  internalPaths.some((internal) => path === internal || path.startsWith(`${internal}/`));

describe("the description of the API", () => {
  test("names every route that is not the app's own affair, behind its door, and no other", async () => {
    const { northing } = await startWorld({ webRoot: "." });
    const said = operations.map(({ route, door }) => `${route} (${door})`);
    const routes = routesOf(northing).map(({ method, path, door }) => ({
      ...{ path, named: `${method} ${path.replace(/:(\w+)/g, "{$1}")} (${door})` },
    }));
    const open = routes.filter((one) => !isInternal(one.path)).map((one) => one.named);
    expect(said.toSorted(), "describe it in api/openapi-data.ts or -people.ts, or name it internal").toEqual(
      open.toSorted(),
    );
    expect(new Set(said).size).toBe(said.length);
    for (const internal of internalPaths)
      expect(
        routes.some(({ path }) => path === internal || path.startsWith(`${internal}/`)),
        internal,
      ).toBe(true);
  });

  test("refers to nothing that is not in it, and names every part of a path", async () => {
    const described = await document();
    for (const [way, value] of within(described)) {
      if (way.at(-1) !== "$ref") continue;
      const [, ...steps] = String(value).split("/");
      const found = steps.reduce<unknown>((at, step) => (at as Record<string, unknown>)?.[step], described);
      expect(found, `${way.join(".")}: ${value}`).toBeTypeOf("object");
    }
    for (const [path, methods] of Object.entries(described.paths))
      for (const operation of Object.values(methods)) {
        const parts = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
        const said = (operation.parameters ?? []).filter((one) => one.in === "path").map((one) => one.name);
        expect(said, path).toEqual(parts);
        expect(
          (operation.parameters ?? []).filter((one) => one.description === ""),
          path,
        ).toEqual([]);
      }
    const ids = Object.values(described.paths).flatMap((methods) =>
      Object.values(methods).map((one) => one.operationId),
    );
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("holds every kind and every mutation, with who may", async () => {
    const { components } = await document();
    for (const kind of kinds) {
      expect(components.schemas[kind], kind).toMatchObject({ type: "object" });
      const { mutations } = await catalog[kind].load();
      for (const [verb, { may }] of Object.entries(mutations as Record<string, Definition>)) {
        const name = `${kind}.${verb}`;
        expect(components.schemas[name], name).toMatchObject({ type: "object", "x-may": may });
        expect(components.schemas.mutation?.properties?.name?.enum).toContain(name);
      }
    }
    expect(components.schemas["metric.define"]?.required).toEqual(
      expect.arrayContaining(["id", "key", "name", "unit"]),
    );
    expect(components.schemas["reading.record-many"]?.properties?.readings).toMatchObject({
      type: "array",
      maxItems: 500,
      items: { properties: { on: { type: "string", format: "date" }, value: { type: "number" } } },
    });
  });

  test("is JSON Schema all through: every form is one that programs know", async () => {
    const known = new Set(["object", "array", "string", "number", "integer", "boolean", "null"]);
    const { components } = await document();
    for (const [way, value] of within(components.schemas)) {
      if (way.at(-1) === "type" && typeof value === "string") expect(known, way.join(".")).toContain(value);
      if (way.at(-1) === "required" && way.at(-2) !== "properties") expect(value).toBeInstanceOf(Array);
    }
  });

  test("tells the truth about what routes answer", async () => {
    const world = await startWorld();
    const { ada, stranger, mutate, id } = world;
    const metricId = await metricBy(world, ada, "plays");
    const cycleId = id();
    await mutate(ada, "cycle.open", {
      id: cycleId,
      name: "Q1",
      startsOn: "2026-01-01",
      endsOn: "2026-03-31",
    });
    const { secret, ...token } = (await ada.at.post("/api/tokens", { name: "t", scopes: ["readings.write"] }))
      .body;
    const invite = (await ada.at.post("/api/invites", { role: "viewer", name: "Vera" })).body;
    const readings = await program(stranger(), secret).post("plays", { on: "2026-03-01", value: 1 });
    const imported = await ada.at.post("/api/v1/import/readings?fixed.metric=plays", [
      { on: "2026-03-01", value: 1 },
    ]);
    expect(imported.status).toBe(202);
    const asked: Record<string, unknown> = {
      "POST /api/tokens": { ...token, secret },
      "POST /api/invites": invite,
      "POST /api/v1/import/{kind}": imported.body,
      "POST /api/v1/metrics/{key}/readings": readings.body,
    };
    const paths: Record<string, string> = {
      "GET /api/history/{kind}/{id}": `/api/history/metric/${metricId}`,
      "GET /api/imports/{id}": `/api/imports/${imported.body.import.id}`,
      "GET /api/as-of": "/api/as-of?on=2026-03-02",
      "GET /api/cycles/{id}/rows": `/api/cycles/${cycleId}/rows`,
    };
    for (const { route, answer } of operations) {
      const [method, path = ""] = route.split(" ");
      if (answer === undefined || typeof answer === "string") continue;
      if (method === "GET") asked[route] = (await ada.at.get(paths[route] ?? path)).body;
      if (asked[route] === undefined) continue;
      const { error } = (answer as z.ZodMiniType).safeParse(asked[route]);
      expect([route, error?.issues]).toEqual([route, undefined]);
    }
    expect(Object.keys(asked).length).toBeGreaterThan(13);
  });
});

describe("its page for people", () => {
  test("is whole, carries no script, and asks nobody else for anything", async () => {
    const { stranger } = await startWorld();
    const { status, text, headers } = await stranger().get("/api/docs");
    expect([status, headers.get("content-type")]).toEqual([200, "text/html; charset=UTF-8"]);
    expect(headers.get("content-security-policy")).toContain("script-src 'self'");
    expect(text).not.toMatch(/<script|<style|<iframe|<img| style=| on\w+=|javascript:/i);
    const links = [...text.matchAll(/(?:href|src)="([^"]*)"/g)].map((match) => match[1]!);
    expect(links.filter((link) => !/^(#|\/api\/|\/icon\.svg$)/.test(link))).toEqual([]);
    const ids = [...text.matchAll(/ id="([^"]*)"/g)].map((match) => match[1]!);
    expect(new Set(ids).size).toBe(ids.length);
    expect(links.filter((link) => link.startsWith("#") && !ids.includes(link.slice(1)))).toEqual([]);
    const look = await stranger().get("/api/docs/look.css");
    expect([look.headers.get("content-type"), look.text]).toEqual([
      "text/css",
      expect.stringContaining("color-scheme: light dark"),
    ]);
  });

  test("lets no word become a tag", async () => {
    const described = await document();
    described.info.description = "<img src=x onerror=\"alert(1)\"> & '`<b>`'";
    described.paths["/<b>"] = described.paths["/healthz"]!;
    const page = docsPage(described);
    expect(page).not.toMatch(/<b>|<img|onerror="/);
    expect(page).toContain("&#38; &#39;<code>&#60;b&#62;</code>&#39;");
  });

  test("shows every route, kind, mutation and code", async () => {
    const world = await startWorld();
    const { components, paths } = await document(world);
    const { text } = await world.stranger().get("/api/docs");
    const shown = text.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
    for (const path of Object.keys(paths)) expect(shown).toContain(`<code>${path}</code>`);
    for (const kind of kinds) expect(shown).toContain(`<h3><code>${kind}</code></h3>`);
    for (const name of Object.keys(components.schemas).filter((one) => one.includes(".")))
      expect(shown).toContain(`<h3><code>${name}</code></h3>`);
    expect(shown).toContain("<code>metricIds</code>");
    expect(shown).toContain("reading_in_future");
    expect(shown).not.toMatch(/undefined|\[object|NaN/);
  });
});
