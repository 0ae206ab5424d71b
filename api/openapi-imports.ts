import * as z from "zod/mini";
import type { ImportField } from "../shared/imports/fields.ts";
import { importKinds } from "../shared/imports/import-kinds.ts";
import { importJob, importReport } from "../shared/imports/report.ts";
import { query } from "./imports/terms.ts";
import type { Operation } from "./openapi-operation.ts";
import { workspace, workspaceWords } from "./openapi-people.ts";
import type { JsonSchema } from "./openapi-schema.ts";

const group = "Imports";
const one = z.object({ import: importJob, report: importReport });
const inWorkspace = { query: workspace, queryWords: workspaceWords, path: { id: "The import." } };

/** Files of rows. */
export const importOperations: Operation[] = [
  {
    ...{ route: "POST /api/v1/import/{kind}", door: "import", group },
    does: "Reads a file of rows whole, then applies it in the background; with `dry-run` it only reports.",
    more: [
      "CSV as text/csv, or a JSON array of objects. One wrong line and nothing is applied: 422 with the report.",
      "`column.FIELD=HEADING` says which column a field is in, `fixed.FIELD=VALUE` gives all rows one value.",
      "Sent again with the same `id` it is the same import.",
    ].join(" "),
    path: {
      kind: `What the rows are: ${Object.keys(importKinds).join(", ")}. The fields of each stand under Files.`,
    },
    query,
    queryWords: {
      ...workspaceWords,
      "dry-run": "Only look: nothing is applied.",
      id: "The import's id, made by whoever sends it.",
      name: "The file's name, to show.",
      dates: "How days are written, where the file leaves it open.",
      decimals: "The decimal mark, where the file leaves it open.",
      delimiter: "What stands between cells, where it is not found.",
      encoding: "How the text is encoded, where it is not found.",
      percent: "Plain numbers of a ratio are percent: 45 is 0.45.",
      commit: "Commit what is drafted, if the gate lets it pass.",
    },
    body: z.array(z.record(z.string(), z.unknown())),
    alsoSent: "text/csv",
    example: [{ metric: "weekly-listeners", on: "2026-11-22", value: 1840 }],
    answer: z.object({ import: z.optional(importJob), report: importReport }),
    later: "Accepted: it is applied in the background.",
    refuses: ["import_refused", "not_found", "rate_limited"],
  },
  {
    ...{ route: "GET /api/imports", door: "import", group, query: workspace, queryWords: workspaceWords },
    does: "Lists the last imports and how far they are.",
    answer: z.object({ imports: z.array(importJob) }),
  },
  {
    ...{ route: "GET /api/imports/{id}", door: "import", group, ...inWorkspace },
    does: "Says how far an import is, with its report.",
    answer: one,
    refuses: ["not_found"],
  },
  {
    ...{ route: "DELETE /api/imports/{id}", door: "import", group, ...inWorkspace },
    does: "Stops an import; what was applied stays.",
    answer: one,
    refuses: ["not_found"],
  },
];

/** What a row of each file may hold, by `import-readings` and the like. */
export function fileSchemas(): Record<string, JsonSchema> {
  return Object.fromEntries(
    Object.values(importKinds).map(({ name, fields }) => [
      `import-${name}`,
      {
        type: "object",
        description: `A row of a file of ${name}.`,
        properties: Object.fromEntries(fields.map((one) => [one.name, cell(one)])),
        required: fields.filter((one) => one.required).map((one) => one.name),
      },
    ]),
  );
}

function cell(field: ImportField): JsonSchema {
  const description = field.label;
  switch (field.type) {
    case "text":
      return { type: "string", maxLength: field.most, description };
    case "day":
      return { type: "string", format: "date", description };
    case "number":
      return { type: "number", description };
    case "flag":
      return { type: "boolean", description };
    case "choice":
      return { type: "string", enum: Object.keys(field.options), description };
    case "reference":
      return { type: "string", description: `${description}: the id or name of a ${field.to}.` };
  }
}
