import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseSync } from "vite";

/** One source file of the product, as the architecture test reads it. */
export interface Source {
  path: string;
  /** The text with comments blanked out, so that a word in a comment breaks no wall. */
  code: string;
  lines: number;
  commentLines: number;
  /** Package names, or paths from the root, of everything it imports; types included. */
  imports: string[];
  /** Those of them that it takes more than types from. */
  carries: string[];
}

/** Every TypeScript file that git tracks or would track. */
export function sources(): Source[] {
  const listed = execFileSync("git", ["ls-files", "-co", "--exclude-standard", "*.ts", "*.tsx"], {
    encoding: "utf8",
  });
  const paths = [...new Set(listed.trim().split("\n"))].filter((path) =>
    /^(shared|api|web|test)\//.test(path),
  );
  return paths.flatMap((path) => read(path) ?? []);
}

/** Tracked files of any kind, for rules about names. */
export function trackedPaths(): string[] {
  const listed = execFileSync("git", ["ls-files", "-co", "--exclude-standard"], { encoding: "utf8" });
  return [...new Set(listed.trim().split("\n"))];
}

function read(path: string): Source | undefined {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch {
    return undefined; // deleted in the working tree, still listed by git
  }
  const { module, comments, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path} does not parse: ${errors[0]?.message}`);
  let code = text;
  for (const { start, end } of comments)
    code = code.slice(0, start) + code.slice(start, end).replace(/[^\n]/g, " ") + code.slice(end);
  const named = [
    ...module.staticImports.map(({ moduleRequest, entries }) => ({
      name: moduleRequest.value,
      typed: entries.length > 0 && entries.every((one) => one.isType),
    })),
    ...module.staticExports
      .flatMap((one) => one.entries)
      .map(({ moduleRequest, isType }) => ({ name: moduleRequest?.value, typed: isType })),
    ...module.dynamicImports.map(({ moduleRequest: { start, end } }) => ({
      name: literal(text.slice(start, end)),
      typed: false,
    })),
  ].flatMap(({ name, typed }) => (name === undefined ? [] : [{ name: resolved(path, name), typed }]));
  const namesOf = (those: typeof named) => [...new Set(those.map((one) => one.name))];
  const lines = text.split("\n").length - 1;
  const commentLines = text.split("\n").filter((line) => /^\s*(\/\/|\/\*|\*)/.test(line)).length;
  return {
    path,
    code,
    lines,
    commentLines,
    imports: namesOf(named),
    carries: namesOf(named.filter((one) => !one.typed)),
  };
}

function literal(text: string): string | undefined {
  return /^["'`]([^"'`$]+)["'`]$/.exec(text)?.[1];
}

function resolved(path: string, name: string): string {
  if (name.startsWith(".")) return join(dirname(path), name.replace(/\?.*$/, ""));
  return name.startsWith("@") ? name.split("/").slice(0, 2).join("/") : name.split("/")[0]!;
}
