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
  const named = [...module.staticImports, ...module.staticExports.flatMap((one) => one.entries)]
    .map((one) => one.moduleRequest?.value)
    .concat(
      module.dynamicImports.map((one) => literal(text.slice(one.moduleRequest.start, one.moduleRequest.end))),
    )
    .filter((name) => name !== undefined);
  const lines = text.split("\n").length - 1;
  const commentLines = text.split("\n").filter((line) => /^\s*(\/\/|\/\*|\*)/.test(line)).length;
  return {
    path,
    code,
    lines,
    commentLines,
    imports: [...new Set(named.map((name) => resolved(path, name)))],
  };
}

function literal(text: string): string | undefined {
  return /^["'`]([^"'`$]+)["'`]$/.exec(text)?.[1];
}

function resolved(path: string, name: string): string {
  if (name.startsWith(".")) return join(dirname(path), name.replace(/\?.*$/, ""));
  return name.startsWith("@") ? name.split("/").slice(0, 2).join("/") : name.split("/")[0]!;
}
