import { chmod, open, rename, rm } from "node:fs/promises";
import { type Client, createClient } from "@libsql/client";
import { DatabaseError } from "./database-error.ts";

/** Copies the live file to `path` through the server's own connection; only a copy that passes its check gets the name. */
export async function backUp(client: Client, file: string | null, path: string): Promise<void> {
  if (file === null) throw new DatabaseError("broken", "a server is backed up by its own tools");
  const part = `${path}.part`;
  await rm(part, { force: true });
  try {
    await client.execute({ sql: "vacuum into ?", args: [part] });
    await chmod(part, 0o600);
    await checkCopy(part);
    const handle = await open(part, "r+");
    await handle.sync();
    await handle.close();
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

/** Throws `DatabaseError` "broken" when the file is damaged or a foreign key dangles. */
export async function checkCopy(path: string): Promise<void> {
  const copy = createClient({ url: `file:${path}`, concurrency: 1 });
  try {
    const integrity = await copy.execute({ sql: "pragma integrity_check", args: [] });
    const dangling = await copy.execute({ sql: "pragma foreign_key_check", args: [] });
    if (integrity.rows[0]?.[0] !== "ok" || dangling.rows.length > 0)
      throw new DatabaseError("broken", `the copy at ${path} does not pass its check`);
  } finally {
    copy.close();
  }
}
