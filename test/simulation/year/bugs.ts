import type { Database, Row, Statement } from "../../../api/db/client.ts";
import type { Sent } from "../../../api/push/send.ts";
import type { Bug } from "./year.ts";

/** Faults planted into what the server stands on: what it reads, what it writes, and what it is told. */
export const bugs: Record<string, { bug: Bug; promise: RegExp }> = {
  "nobody's zone but the company's": {
    bug: seeing("member", (member) => ({ ...member, zone: "Europe/Berlin" })),
    promise: /before its time|in time|quiet hours/,
  },
  "no days off": {
    bug: seeing("member", ({ preferences, ...member }) => ({
      ...member,
      preferences: { ...(preferences as object), daysOff: [] },
    })),
    promise: /none in quiet hours or on days off/,
  },
  "nobody who is away": {
    bug: seeing("member", ({ delegate: _, ...member }) => member),
    promise: /none to who was done or away/,
  },
  "no check-ins": {
    bug: seeing("check-in", () => undefined),
    promise: /none to who was done or away/,
  },
  "no budget": {
    bug: reading(/r\.said_at >= /, () => []),
    promise: /none outside the budget/,
  },
  "twice the budget used": {
    bug: reading(/r\.said_at >= /, (rows) => rows.flatMap((one) => [one, { ...one, subject_id: "another" }])),
    promise: /none held back without need/,
  },
  "no second look before another try": {
    bug: reading(/where r\.id in \(select value from json_each/, () => []),
    promise: /none to who was done or away|quiet hours/,
  },
  "devices that are gone": {
    bug: writing((one) => (one.sql.startsWith("update push_subscription set gone_at") ? undefined : one)),
    promise: /none to revoked devices/,
  },
  "an acceptance forgotten": {
    bug: writing((one) =>
      one.sql.startsWith("update delivery set state = t.state")
        ? told(one, (tried) =>
            tried.state === "accepted" && String(tried.id).endsWith("0")
              ? { ...tried, state: "retry", dueAt: later(tried.at) }
              : tried,
          )
        : one,
    ),
    promise: /none twice/,
  },
  "a digest lost": {
    bug: writing((one) =>
      one.sql.startsWith("insert or ignore into reminder")
        ? told(one, (planned) => (planned.kind === "digest" ? undefined : planned), 1)
        : one,
    ),
    promise: /none is missing: digest/,
  },
  "another reason than the true one": {
    bug: writing((one) =>
      one.sql.startsWith("update reminder set state = d.state")
        ? told(one, (decided) => (decided.reason === "budget" ? { ...decided, reason: "done" } : decided), 1)
        : one,
    ),
    promise: /each reason is true/,
  },
  impatience: {
    bug: answering((sent) => {
      if (!("retryAfter" in sent)) return sent;
      const { retryAfter: _, ...impatient } = sent;
      return impatient;
    }),
    promise: /as patient as was asked/,
  },
  "a silence taken for a yes": {
    bug: answering((sent) => (sent.outcome === "retry" ? { outcome: "accepted", status: 201 } : sent)),
    promise: /the ledger says what happened/,
  },
};

type Facts = Record<string, unknown>;

/** Rows of a kind as nobody wrote them; undefined hides one. */
function seeing(kind: string, change: (body: Facts) => Facts | undefined): Bug {
  return reading(/^select kind, id, revision, deleted, body from row/, (rows) =>
    rows.flatMap((row) => {
      if (row.kind !== kind || row.deleted !== 0) return [row];
      const body = change(JSON.parse(String(row.body)));
      return body === undefined ? [] : [{ ...row, body: JSON.stringify(body) }];
    }),
  );
}

function reading(sql: RegExp, change: (rows: Row[]) => Row[]): Bug {
  return {
    database: (database) => ({
      ...from(database),
      read: async (text, args) => {
        const rows = await database.read(text, args);
        return sql.test(text) ? change(rows) : rows;
      },
    }),
  };
}

function writing(change: (statement: Statement) => Statement | undefined): Bug {
  return {
    database: (database) => ({
      ...from(database),
      write: (statements) =>
        // One that is left out still has its place among the answers.
        database.write(statements.map((one) => change(one) ?? { sql: "select 1" })),
    }),
  };
}

/** A statement whose argument is a JSON list, with its entries changed; undefined leaves one out. */
function told(statement: Statement, change: (entry: Facts) => Facts | undefined, at = 0): Statement {
  const args = [...(statement.args ?? [])];
  const entries: Facts[] = JSON.parse(String(args[at]));
  args[at] = JSON.stringify(entries.flatMap((one) => change(one) ?? []));
  return { ...statement, args };
}

function answering(change: (sent: Sent) => Sent): Bug {
  return {
    sender: (sender) => ({
      close: () => sender.close(),
      send: async (to, message) => change(await sender.send(to, message)),
    }),
  };
}

function from(database: Database): Database {
  return {
    file: database.file,
    read: (sql, args) => database.read(sql, args),
    write: (statements) => database.write(statements),
    backup: (path) => database.backup(path),
    close: () => database.close(),
  };
}

function later(at: unknown): string {
  return new Date(Date.parse(String(at)) + 600_000).toISOString();
}
