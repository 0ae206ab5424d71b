import * as z from "zod/mini";
import { catalog } from "../shared/sync/catalog.ts";
import { rejectionCodes, requestCodes } from "../shared/sync/codes.ts";
import { kinds } from "../shared/sync/kinds.ts";
import type { Definition } from "../shared/sync/mutation.ts";
import { errorResponse, mutationEnvelope, wireRow } from "../shared/sync/protocol.ts";

/** The part of JSON Schema that our schemas turn into. */
export interface JsonSchema {
  $ref?: string;
  type?: string;
  format?: string;
  description?: string;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  enum?: unknown[];
  const?: unknown;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  maxItems?: number;
  additionalProperties?: JsonSchema | boolean;
  "x-may"?: readonly string[];
}

/** A schema as programs of any language read it: what may be sent (`input`) or what comes (`output`). */
export function jsonSchema(schema: z.core.$ZodType, io: "input" | "output" = "input"): JsonSchema {
  const { $schema: _draft, ...plain } = z.toJSONSchema(schema, { io, unrepresentable: "any" });
  return withoutNoise(plain) as JsonSchema;
}

export function refTo(name: string): JsonSchema {
  return { $ref: `#/components/schemas/${name}` };
}

/**
 * Every kind by its name, every mutation by its own (`metric.define`: its arguments and `x-may`, who may), and what they
 * travel in.
 */
export async function componentSchemas(): Promise<Record<string, JsonSchema>> {
  const bodies: Record<string, JsonSchema> = {};
  const args: Record<string, JsonSchema> = {};
  for (const kind of kinds) {
    const { schema, mutations } = await catalog[kind].load();
    bodies[kind] = { ...jsonSchema(schema, "output"), description: `The body of a row of kind ${kind}.` };
    for (const [verb, definition] of Object.entries(mutations as Record<string, Definition>))
      args[`${kind}.${verb}`] = {
        ...jsonSchema(definition.args),
        description: `Who may: ${definition.may.join(", ")}.`,
        "x-may": definition.may,
      };
  }
  return {
    error: narrowed(jsonSchema(errorResponse, "output"), ["error", "code"], { enum: [...requestCodes] }),
    rejection: { enum: [...rejectionCodes], description: "Why a mutation was rejected." },
    row: {
      ...jsonSchema(wireRow, "output"),
      description: "A row as it travels. `body` has the form of its kind; a deleted row has none.",
    },
    mutation: narrowed(
      narrowed(jsonSchema(mutationEnvelope), ["name"], { enum: Object.keys(args) }),
      ["args"],
      {
        anyOf: Object.keys(args).map(refTo),
        description: "The arguments of the mutation named.",
      },
    ),
    ...bodies,
    ...args,
  };
}

/** The schema with one property inside replaced. */
export function narrowed(schema: JsonSchema, [name, ...inner]: string[], by: JsonSchema): JsonSchema {
  const { properties } = schema;
  const property = name === undefined ? undefined : properties?.[name];
  if (name === undefined || property === undefined) return { ...by };
  return { ...schema, properties: { ...properties, [name]: narrowed(property, inner, by) } };
}

/** The pattern of a UUID or a date says nothing that its format does not, and the widest integers nothing at all. */
function withoutNoise(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNoise);
  if (value === null || typeof value !== "object") return value;
  const { format, type } = value as JsonSchema;
  const noise = ([key, inner]: [string, unknown]) =>
    key === "propertyNames" ||
    (key === "pattern" && typeof format === "string") ||
    (type === "integer" && /imum$/.test(key) && Math.abs(Number(inner)) > 2 ** 52);
  const said = Object.entries(value).filter((entry) => !noise(entry));
  return Object.fromEntries(said.map(([key, inner]) => [key, withoutNoise(inner)]));
}
