import { exportFile } from "../shared/exports/format.ts";
import type { Operation } from "./openapi-operation.ts";
import { workspace, workspaceWords } from "./openapi-people.ts";

const inWorkspace = { query: workspace, queryWords: workspaceWords, group: "Exports" };

/** Everything a workspace holds, to take away. */
export const exportOperations: Operation[] = [
  {
    ...{ route: "GET /api/v1/export.json", door: "export", ...inWorkspace },
    does: "Streams the whole workspace: every version of every row, who wrote it when, and what became of each mutation.",
    more: "Devices, sign-ins and secrets are not in it. `northing import FILE` brings it into a server that lacks the workspace.",
    answer: exportFile,
    refuses: ["not_found"],
  },
  {
    ...{ route: "GET /api/v1/{kind}.csv", door: "export", ...inWorkspace },
    does: "Streams all rows of a kind as CSV; texts that a spreadsheet would run are defused.",
    path: { kind: "A kind, such as `key-result`." },
    answer: "text/csv",
    refuses: ["not_found"],
  },
];
