import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { columnsOf, viewOf } from "../../../api/db/views.ts";
import type { Kind } from "../../../shared/sync/catalog.ts";
import { kinds } from "../../../shared/sync/kinds.ts";
import { temporaryDatabase } from "../../support/database.ts";

/** Some columns as they appear to somebody with a SQL prompt. */
const known: Partial<Record<Kind, string[]>> = {
  workspace: ["name", "rhythm_due_day", "rhythm_workdays", "lock_screen"],
  member: ["name", "preferences_quiet", "preferences_check_in_time", "delegate_until_on"],
  metric: ["key", "unit_label", "unit_scale", "good_direction", "parent_id"],
  objective: ["cycle_id", "squad_id", "exempt_reason"],
  "key-result": ["owner_id", "baseline", "moves_metric_id", "moves_because", "milestones", "grade_score"],
  "check-in": ["key_result_id", "occurrence_on", "value", "confidence", "note", "about"],
};

describe("views for a SQL prompt", () => {
  test.each(kinds)("%s has a column for every field of its schema", async (kind) => {
    const database = await temporaryDatabase();
    const workspaceId = randomUUID();
    const columns = await columnsOf(kind);
    const body: Record<string, unknown> = {};
    for (const { path, name } of columns) put(body, path.slice(2).split("."), name);
    await database.write([
      { sql: "insert into workspace (id, epoch, revision) values (?, 'e', 1)", args: [workspaceId] },
      ...["live", "gone"].map((id) => ({
        sql: `insert into row (workspace_id, kind, id, parent_id, revision, deleted, body) values (?, ?, ?, '', 1, ?, ?)`,
        args: [workspaceId, kind, id, Number(id === "gone"), id === "gone" ? null : JSON.stringify(body)],
      })),
    ]);
    const rows = await database.read(`select * from "${viewOf(kind)}"`);
    const own = Object.fromEntries(
      columns.map(({ name, list }) => [name, list ? JSON.stringify(name) : name]),
    );
    expect(rows).toEqual([{ id: "live", workspace_id: workspaceId, revision: 1, ...own }]);
    expect(Object.keys(own)).toEqual(expect.arrayContaining(known[kind] ?? []));
  });
});

function put(body: Record<string, unknown>, [key, ...rest]: string[], value: string): void {
  if (rest.length === 0) body[key!] = value;
  else {
    body[key!] ??= {};
    put(body[key!] as Record<string, unknown>, rest, value);
  }
}
