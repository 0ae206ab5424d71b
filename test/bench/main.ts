import { writeFileSync } from "node:fs";
import type { Figure } from "./figure.ts";

/** Each benchmark, by name; it checks its own result and throws rather than print a figure it cannot vouch for. */
const benchmarks: Record<string, () => Promise<Figure[]>> = {
  "initial-js": async () => (await import("./initial-js.ts")).initialJs(),
  save: async () => (await import("./save.ts")).save(),
  "cold-start": async () => (await import("./cold-start.ts")).coldStart(),
  "flush-1000": async () => (await import("./flush.ts")).flush1000(),
  "pull-20000": async () => (await import("./pull.ts")).pull20000(),
  "phones-200": async () => (await import("./phones.ts")).phones200(),
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
