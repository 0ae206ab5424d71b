import { rmSync } from "node:fs";
import { until } from "./server.ts";

/** Removes a browser's profile; the helper processes of a browser that was killed write to it a moment longer. */
export async function removeFolder(path: string): Promise<void> {
  await until(() => {
    try {
      rmSync(path, { recursive: true, force: true });
      return true;
    } catch {
      return false;
    }
  }, `${path} is removed`);
}
