import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { type Figure, figure } from "./figure.ts";

interface Chunk {
  file: string;
  imports?: string[];
  css?: string[];
  assets?: string[];
}

export interface ChunkSize {
  file: string;
  gzip: number;
}

const root = "dist/web";

/** Everything Today needs offline: the entry, its static imports and the chunks Today waits for. gzip -9, bytes. */
export function initialJavaScript(): ChunkSize[] {
  const manifest = readManifest();
  const seen = new Set<string>();
  const visit = (key: string) => {
    const chunk = manifest[key];
    if (chunk === undefined || seen.has(key)) return;
    seen.add(key);
    for (const next of chunk.imports ?? []) visit(next);
  };
  visit("index.html");
  return [...seen].map((key) => size(manifest[key]!.file)).sort((a, b) => b.gzip - a.gzip);
}

/** Page, initial JavaScript, its styles and fonts, worker and manifest: what the first visit costs. Bytes. */
export function firstLoad(): ChunkSize[] {
  const manifest = readManifest();
  const entry = manifest["index.html"]!;
  const fonts = [...new Set(Object.values(manifest).map((one) => one.file))].filter((file) =>
    file.endsWith(".woff2"),
  );
  const rest = ["index.html", "service-worker.js", "manifest.webmanifest", ...(entry.css ?? []), ...fonts];
  return [...initialJavaScript(), ...rest.map(size)];
}

/** Marks of code that must never be in the first load: the whole of zod, Temporal, React's development build. */
export const forbidden: [string, RegExp][] = [
  ["full zod", /ZodDefault.*ZodDiscriminatedUnion|"ZodNonOptional"/s],
  ["Temporal", /Temporal\.ZonedDateTime/],
  ["React's development build", /react-dom(-client)?\.development/],
];

export function chunkText(file: string): string {
  return readFileSync(join(root, file), "utf8");
}

function readManifest(): Record<string, Chunk> {
  return JSON.parse(readFileSync(join(root, ".vite/manifest.json"), "utf8")) as Record<string, Chunk>;
}

/** Fonts are compressed already and travel as they are. */
function size(file: string): ChunkSize {
  const body = readFileSync(join(root, file));
  return { file, gzip: file.endsWith(".woff2") ? body.length : gzipSync(body, { level: 9 }).length };
}

/** The budget of the first load as figures. */
export function initialJs(): Figure[] {
  const kilobytes = (chunks: ChunkSize[]) => chunks.reduce((sum, one) => sum + one.gzip, 0) / 1000;
  return [
    figure("initial-js", kilobytes(initialJavaScript()), "kB gzip", "≤ 130, aim 120"),
    figure("first-load", kilobytes(firstLoad()), "kB", "≤ 250"),
  ];
}
