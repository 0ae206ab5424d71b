import { writeFileSync } from "node:fs";
import { coldStart } from "./cold-start.ts";
import type { Figure } from "./figure.ts";
import { flush1000 } from "./flush.ts";
import { forecastBench } from "./forecast.ts";
import { import50000 } from "./import-50000.ts";
import { initialJs } from "./initial-js.ts";
import { lint } from "./lint.ts";
import { map } from "./map.ts";
import { phones200 } from "./phones.ts";
import { pull20000 } from "./pull.ts";
import { reminders } from "./reminders.ts";
import { save } from "./save.ts";
import { signals } from "./signals.ts";

/** Each benchmark, by name; it checks its own result and throws rather than print a figure it cannot vouch for. */
const benchmarks: Record<string, () => Figure[] | Promise<Figure[]>> = {
  "initial-js": initialJs,
  save,
  "cold-start": coldStart,
  map,
  lint,
  forecast: forecastBench,
  signals,
  "flush-1000": flush1000,
  "pull-20000": pull20000,
  "phones-200": phones200,
  "import-50000": import50000,
  reminders,
};

/** `npm run bench [-- NAME…] [--json FILE]`: one `name value unit` line per figure. */
export async function main(args: string[]): Promise<void> {
  const jsonAt = args.indexOf("--json");
  const file = jsonAt < 0 ? undefined : args[jsonAt + 1];
  const names = args.filter((_, index) => jsonAt < 0 || (index !== jsonAt && index !== jsonAt + 1));
  const unknown = names.filter((name) => !Object.hasOwn(benchmarks, name));
  if (unknown.length > 0 || (jsonAt >= 0 && file === undefined)) {
    console.error(
      `usage: npm run bench [-- NAME…] [--json FILE]\nnames: ${Object.keys(benchmarks).join(", ")}`,
    );
    process.exitCode = 2;
    return;
  }
  const figures: Figure[] = [];
  for (const name of names.length > 0 ? names : Object.keys(benchmarks))
    for (const figure of await benchmarks[name]!()) {
      console.log(
        `${figure.name} ${figure.value} ${figure.unit}${figure.bar ? `  (bar: ${figure.bar})` : ""}`,
      );
      figures.push(figure);
    }
  if (file !== undefined) writeFileSync(file, `${JSON.stringify(figures, null, 2)}\n`);
  process.exit(0);
}
