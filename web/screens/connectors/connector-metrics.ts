import type { RowOf } from "../../../shared/sync/mutation.ts";
import { useLive } from "../../store/live.ts";

/** Metrics that take readings, by name. Undefined until read. */
export function useConnectorMetrics(): RowOf<"metric">[] | undefined {
  return useLive(async (read) => {
    const all = await read.list("metric");
    return all.filter((one) => one.state === "active").sort((a, b) => a.name.localeCompare(b.name));
  }, []);
}
