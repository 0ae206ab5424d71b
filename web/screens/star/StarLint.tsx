import { lintNorthStar } from "../../../shared/metrics/north-star-lint.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { Findings } from "../../ui/Findings.tsx";

/** What lint rules say of a metric as North Star; nothing of a sound one. */
export function StarLint({ metric }: { metric: RowOf<"metric"> }) {
  return <Findings findings={lintNorthStar(metric)} label="What lint rules say of it" />;
}
