import type * as z from "zod/mini";
import { doors } from "../shared/people/policy.ts";
import type { RequestCode } from "../shared/sync/codes.ts";
import { Refused } from "./errors.ts";
import { version } from "./health-routes.ts";
import { dataOperations } from "./openapi-data.ts";
import { exportOperations } from "./openapi-exports.ts";
import { fileSchemas, importOperations } from "./openapi-imports.ts";
import type { Operation } from "./openapi-operation.ts";
import { peopleOperations } from "./openapi-people.ts";
import { componentSchemas, type JsonSchema, jsonSchema, narrowed, refTo } from "./openapi-schema.ts";

export interface ApiDocument {
  openapi: "3.1.1";
  info: { title: string; version: string; description: string };
  servers: { url: string }[];
  tags: { name: string }[];
  paths: Record<string, Record<string, PathOperation>>;
  components: { schemas: Record<string, JsonSchema>; securitySchemes: Record<string, object> };
}

export interface PathOperation {
  operationId: string;
  tags: string[];
  summary: string;
  description?: string;
  security: Record<string, never[]>[];
  parameters?: {
    name: string;
    in: "path" | "query";
    required: boolean;
    description: string;
    schema: JsonSchema;
  }[];
  requestBody?: { required: true; content: Record<string, { schema: JsonSchema; example?: unknown }> };
  responses: Record<string, { description: string; content?: Record<string, { schema: JsonSchema }> }>;
}

/** The routes that are described, in the order they are read in. */
export const operations: readonly Operation[] = [
  ...dataOperations,
  ...importOperations,
  ...exportOperations,
  ...peopleOperations,
];

/** The whole API as OpenAPI 3.1, made from the schemas and rules themselves. `origin` is where people reach it. */
export async function apiDocument(origin: string): Promise<ApiDocument> {
  const schemas = { ...(await componentSchemas()), ...fileSchemas() };
  const paths: ApiDocument["paths"] = {};
  for (const operation of operations) {
    const [method = "", path = ""] = operation.route.split(" ");
    paths[path] = { ...paths[path], [method.toLowerCase()]: described(operation) };
  }
  return {
    openapi: "3.1.1",
    info: { title: "Northing", version, description: introduction },
    servers: [{ url: origin }],
    tags: [...new Set(operations.map((one) => one.group))].map((name) => ({ name })),
    paths,
    components: {
      schemas,
      securitySchemes: {
        token: { type: "http", scheme: "bearer", description: "A token made under You, API tokens." },
        session: {
          type: "apiKey",
          in: "cookie",
          name: "__Host-northing",
          description: "Set by POST /api/join.",
        },
      },
    },
  };
}

const introduction = [
  "Programs use a bearer token; the app itself uses the session cookie, and then every request that changes something must carry the Origin of this server.",
  "A refusal is `{error: {code, message, field?}, requestId}`, with a code of a closed list.",
  "429 and 503 say in `Retry-After` after how many seconds to try again.",
].join(" ");

function described(operation: Operation): PathOperation {
  const { route, door, group, does, more, body, alsoSent, example } = operation;
  const parameters = [...inPath(operation), ...inQuery(operation)];
  return {
    operationId: route
      .replace(/[^A-Za-z0-9]+/g, " ")
      .trim()
      .replace(/ (\w)/g, (_, letter: string) => letter.toUpperCase()),
    tags: [group],
    summary: does,
    ...(more === undefined ? {} : { description: more }),
    security: securityOf(operation),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(body === undefined
      ? {}
      : {
          requestBody: {
            required: true,
            content: {
              "application/json": {
                schema: withRefs(jsonSchema(body), route),
                ...(example === undefined ? {} : { example }),
              },
              ...(alsoSent === undefined ? {} : { [alsoSent]: { schema: { type: "string" } } }),
            },
          },
        }),
    responses: { ...success(operation), ...refusals(operation, door) },
  };
}

export function securityOf({ door }: Pick<Operation, "door">): PathOperation["security"] {
  if (door === "readings.ingest") return [{ token: [] }];
  return (doors[door] as readonly string[]).includes("anyone") ? [] : [{ session: [] }];
}

function inPath({ path = {} }: Operation): NonNullable<PathOperation["parameters"]> {
  return Object.entries(path).map(([name, description]) => ({
    ...{ name, in: "path", required: true, description, schema: { type: "string" } },
  }));
}

function inQuery({ query, queryWords = {} }: Operation): NonNullable<PathOperation["parameters"]> {
  if (query === undefined) return [];
  const { properties = {}, required = [] } = jsonSchema(query, "output");
  return Object.entries(properties).map(([name, schema]) => ({
    ...{ name, in: "query", required: required.includes(name), description: queryWords[name] ?? "", schema },
  }));
}

function success({ answer, route, later }: Operation): PathOperation["responses"] {
  if (answer === undefined) return { 204: { description: "Done." } };
  const [type, schema] =
    typeof answer === "string"
      ? [answer, { type: "string" }]
      : ["application/json", withRefs(jsonSchema(answer as z.ZodMiniType, "output"), route)];
  return {
    200: { description: "Done.", content: { [type]: { schema } } },
    ...(later === undefined ? {} : { 202: { description: later } }),
  };
}

/** What travels by reference: mutations and rows, whose forms are described once. */
function withRefs(schema: JsonSchema, route: string): JsonSchema {
  const { properties = {} } = schema;
  let known = schema;
  if (route === "POST /api/sync" && properties.mutations?.items)
    known = narrowed(known, ["mutations"], { ...properties.mutations, items: refTo("mutation") });
  if (properties.rows?.items) known = narrowed(known, ["rows"], { ...properties.rows, items: refTo("row") });
  return known;
}

function refusals(operation: Operation, door: Operation["door"]): PathOperation["responses"] {
  const byStatus = new Map<number, string[]>();
  for (const code of codesOf(operation, door)) {
    const { status, message } = new Refused(code);
    byStatus.set(status, [...(byStatus.get(status) ?? []), `\`${code}\`: ${message}`]);
  }
  const content = { "application/json": { schema: refTo("error") } };
  return Object.fromEntries(
    [...byStatus].map(([status, lines]) => [status, { description: lines.join(" "), content }]),
  );
}

/** Every reason a route may refuse for. */
function codesOf({ body, query, refuses = [], route }: Operation, door: Operation["door"]): RequestCode[] {
  const session = securityOf({ door }).some((one) => "session" in one);
  const changing = !route.startsWith("GET ") && door !== "readings.ingest";
  return [
    ...new Set<RequestCode>([
      ...(session ? (["signed_out", "device_revoked", "not_a_member", "forbidden"] as const) : []),
      ...(changing ? (["origin_refused"] as const) : []),
      ...(body === undefined
        ? []
        : (["json_expected", "malformed_json", "invalid_request", "too_large"] as const)),
      ...(query === undefined ? [] : (["invalid_request"] as const)),
      ...(door === "join" || door === "readings.ingest" ? (["rate_limited"] as const) : []),
      ...refuses,
      ...(door === "docs" || door === "health" ? [] : (["unavailable"] as const)),
    ]),
  ];
}
