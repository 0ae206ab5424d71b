import type { Database } from "../db/client.ts";

/** An allowance: `burst` at once, then one more every `every` milliseconds. */
export interface Allowance {
  key: string;
  burst: number;
  every: number;
}

/**
 * Takes one from each allowance and answers how many milliseconds to wait, 0 when all had one left. Each is a single
 * moment until which it is spent, moved on by a conditional upsert, so that restarts and other processes count too.
 */
export async function spend(
  database: Database,
  allowances: readonly Allowance[],
  now: number,
): Promise<number> {
  const results = await database.write([
    { sql: "delete from rate_limit where spent_until < ?", args: [now] },
    ...allowances.map(({ key, burst, every }) => ({
      sql: `insert into rate_limit (key, spent_until) values (?, ?)
            on conflict (key) do update set spent_until = max(spent_until, ?) + ?
            where max(spent_until, ?) + ? <= ?`,
      args: [key, now + every, now, every, now, every, now + burst * every],
    })),
  ]);
  const waits = allowances.map(({ every }, i) => (results[i + 1]?.rowsAffected === 1 ? 0 : every));
  return Math.max(0, ...waits);
}
