import { catalogue } from "../../../shared/metrics/library/catalogue.ts";
import { type DefineProps, MetricDefine } from "./MetricDefine.tsx";

/** The form begun from a metric of the library; an id it does not have begins an empty one. */
export function MetricFrom({ id, ...props }: Omit<DefineProps, "template"> & { id: string }) {
  return <MetricDefine {...props} template={catalogue.find((one) => one.id === id)} />;
}
