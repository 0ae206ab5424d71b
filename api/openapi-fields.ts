import type { JsonSchema } from "./openapi-schema.ts";

/** One line of a table of fields: "unit.label", its form in words, and whether it may be absent. */
export interface FieldLine {
  name: string;
  form: string;
  required: boolean;
}

const deepest = 3;

/** The fields of an object, those of objects in it below their own; a list of objects stands as `items[].on`. */
export function fieldLines(schema: JsonSchema, above = "", depth = 0): FieldLine[] {
  const { properties = {}, required = [] } = schema;
  return Object.entries(properties).flatMap(([key, inner]) => {
    const name = `${above}${key}`;
    const line = { name, form: formOf(inner), required: required.includes(key) };
    if (depth >= deepest) return [line];
    const of = inner.type === "array" ? inner.items : inner;
    const mark = inner.type === "array" ? "[]." : ".";
    return [line, ...(of?.properties ? fieldLines(of, `${name}${mark}`, depth + 1) : [])];
  });
}

/** A schema in a few words: "text, 1–200", "day", "0–10, whole", "\"up\" or \"down\"". */
export function formOf(schema: JsonSchema): string {
  const { $ref, anyOf, oneOf, type, format } = schema;
  if ($ref !== undefined) return $ref.replace(/^.*\//, "");
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((one) => JSON.stringify(one)).join(" or ");
  const choices = anyOf ?? oneOf;
  if (choices) {
    const forms = [...new Set(choices.map(formOf))];
    return forms.length > 8 ? "one of many forms" : forms.join(" or ");
  }
  if (type === "array")
    return `list of ${schema.items ? formOf(schema.items) : "anything"}${most(schema.maxItems)}`;
  if (type === "string") return format === undefined ? `text${length(schema)}` : (formats[format] ?? format);
  if (type === "integer") return `whole number${range(schema)}`;
  if (type === "number") return `number${range(schema)}`;
  if (type === "boolean") return "true or false";
  if (type === "null") return "null";
  return type === "object" ? "object" : "anything";
}

const formats: Record<string, string> = {
  uuid: "id (UUID)",
  date: "day, 2026-11-23",
  "date-time": "instant, UTC",
  email: "e-mail address",
  uri: "address",
};

function most(limit: number | undefined): string {
  return limit === undefined ? "" : `, at most ${limit.toLocaleString("en")}`;
}

function length({ minLength = 0, maxLength }: JsonSchema): string {
  if (maxLength === undefined) return minLength > 0 ? ", not empty" : "";
  return minLength > 0 ? `, ${minLength}–${maxLength} characters` : `, at most ${maxLength} characters`;
}

function range({ minimum, maximum }: JsonSchema): string {
  if (minimum !== undefined && maximum !== undefined) return `, ${minimum}–${maximum}`;
  if (minimum !== undefined) return `, at least ${minimum}`;
  return maximum === undefined ? "" : `, at most ${maximum}`;
}
