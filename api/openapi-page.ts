import { rejectionCodes, requestCodes } from "../shared/sync/codes.ts";
import { kinds } from "../shared/sync/kinds.ts";
import { Refused } from "./errors.ts";
import type { ApiDocument, PathOperation } from "./openapi.ts";
import { type FieldLine, fieldLines, formOf } from "./openapi-fields.ts";
import type { JsonSchema } from "./openapi-schema.ts";

/** The description as one page of plain HTML: no script, one stylesheet of our own, nothing from anywhere else. */
export function docsPage({ info, servers, tags, paths, components }: ApiDocument): string {
  const origin = servers[0]?.url ?? "";
  const all = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  );
  const groups = tags.map(({ name }) => ({ name, of: all.filter((one) => one.operation.tags[0] === name) }));
  const files = Object.keys(components.schemas).filter((name) => name.startsWith("import-"));
  const part = (name: string) => schemaPart(name, components.schemas[name]);
  const rest = ["Files", "Kinds", "Mutations", "Refusals"];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Northing: the API</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/api/docs/look.css">
</head>
<body>
<header>
<h1>Northing: the API</h1>
<p>${words(info.description)}</p>
<p>Version ${text(info.version)} at <code>${text(origin)}</code>. For programs: <a href="/api/openapi.json">openapi.json</a>.</p>
${sending(origin)}
</header>
<nav aria-label="On this page"><ul>${[...groups.map((one) => one.name), ...rest].map(entry).join("")}</ul></nav>
<main>
${groups.map(({ name, of }) => section(name, of.map((one) => route(one)).join("\n"))).join("\n")}
${section("Files", files.map(part).join("\n"))}
${section("Kinds", kinds.map(part).join("\n"))}
${section("Mutations", mutationParts(components.schemas))}
${section("Refusals", refusalTables())}
</main>
</body>
</html>
`;
}

function entry(name: string): string {
  return `<li><a href="#${anchor(name)}">${text(name)}</a></li>`;
}

function sending(origin: string): string {
  const lines = [
    `curl ${origin}/api/v1/metrics/KEY/readings \\`,
    `  -H "Authorization: Bearer $NORTHING_TOKEN" \\`,
    `  -H "Content-Type: application/json" \\`,
    `  -d '[{"on": "2026-11-22", "value": 1840}]'`,
  ];
  return `<pre tabindex="0"><code>${text(lines.join("\n"))}</code></pre>`;
}

function section(name: string, inside: string): string {
  return `<section aria-labelledby="${anchor(name)}"><h2 id="${anchor(name)}">${text(name)}</h2>\n${inside}</section>`;
}

function route({
  method,
  path,
  operation,
}: {
  method: string;
  path: string;
  operation: PathOperation;
}): string {
  const { summary, description, parameters = [], requestBody, responses, security } = operation;
  const sent = requestBody?.content["application/json"];
  const parts = [
    `<p>${words(summary)}${description === undefined ? "" : ` ${words(description)}`}</p>`,
    `<p class="who">${who(security)}</p>`,
    table(
      "Parameters",
      parameters.map(({ name, in: place, required, schema, description: what }) => ({
        ...{ name: place === "path" ? `{${name}}` : name, required, form: `${formOf(schema)}. ${what}` },
      })),
    ),
    sent === undefined ? "" : body(sent.schema),
    sent?.example === undefined ? "" : example(sent.example),
    answers(responses),
  ];
  return `<article id="${anchor(operation.operationId)}"><h3><span class="method">${method}</span> <code>${text(path)}</code></h3>
${parts.filter((part) => part !== "").join("\n")}</article>`;
}

function who(security: PathOperation["security"]): string {
  if (security.some((one) => "token" in one)) return "Wants a bearer token.";
  return security.length > 0 ? "Wants the session of somebody signed in." : "Open to anybody.";
}

function body(schema: JsonSchema): string {
  const choices = schema.anyOf ?? [schema];
  const one = choices.find((choice) => choice.properties !== undefined);
  const many = choices.some((choice) => choice.type === "array");
  return one === undefined ? "" : table(many ? "Body: one, or a list of them" : "Body", fieldLines(one));
}

function example(sent: unknown): string {
  return `<pre tabindex="0"><code>${text(JSON.stringify(sent, null, 2))}</code></pre>`;
}

function answers(responses: PathOperation["responses"]): string {
  const lines = Object.entries(responses).map(([status, { description, content = {} }]) => {
    const [type, said] = Object.entries(content)[0] ?? [];
    const form = said?.schema.properties ? fieldLines(said.schema).map((one) => one.name) : [];
    const good = status === "200";
    const what = good
      ? `${form.length > 0 ? `<code>${text(form.join(", "))}</code>` : text(type ?? "Nothing.")}`
      : words(description);
    return `<tr><th scope="row">${status}</th><td>${what}</td></tr>`;
  });
  return `<table class="answers"><caption>Answers</caption><tbody>${lines.join("")}</tbody></table>`;
}

function mutationParts(schemas: Record<string, JsonSchema>): string {
  return Object.entries(schemas)
    .filter(([name]) => name.includes("."))
    .map(([name, schema]) => schemaPart(name, schema))
    .join("\n");
}

function schemaPart(name: string, schema: JsonSchema | undefined): string {
  if (schema === undefined) return "";
  const may = schema["x-may"];
  return `<article id="${anchor(name)}"><h3><code>${text(name)}</code></h3>${
    may === undefined ? "" : `<p class="who">May: ${text(may.join(", "))}.</p>`
  }${table("Fields", fieldLines(schema))}</article>`;
}

function refusalTables(): string {
  const requests = requestCodes.map((code) => {
    const { status, message } = new Refused(code);
    return `<tr><th scope="row"><code>${code}</code></th><td>${status}</td><td>${text(message)}</td></tr>`;
  });
  return `<p>Of a whole request:</p><table><tbody>${requests.join("")}</tbody></table>
<p>Of one mutation: ${rejectionCodes.map((code) => `<code>${code}</code>`).join(", ")}.</p>`;
}

function table(caption: string, lines: readonly FieldLine[]): string {
  if (lines.length === 0) return "";
  const rows = lines.map(
    ({ name, form, required }) =>
      `<tr><th scope="row"><code>${text(name)}</code></th><td>${words(form)}${required ? "" : ' <span class="may">optional</span>'}</td></tr>`,
  );
  return `<table><caption>${text(caption)}</caption><tbody>${rows.join("")}</tbody></table>`;
}

function anchor(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9.]+/g, "-");
}

/** Text with `code` and *stress* in it. */
function words(said: string): string {
  return text(said)
    .replace(/`([^`]+)`/g, "<code>$1</code>")
    .replace(/\*([^*]+)\*/g, "<em>$1</em>");
}

function text(said: string): string {
  return said.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
}
