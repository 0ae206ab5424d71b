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

/**
 * What a first visit loads until Today is there: page, initial JavaScript, its styles, the preloaded fonts, the
 * manifest. The worker comes after the first screen and is counted by itself. Bytes.
 */
export function firstLoad(): ChunkSize[] {
  const page = readFileSync(join(root, "index.html"), "utf8");
  const fonts = [...page.matchAll(/href="\/(assets\/[^"]+\.woff2)"/g)].map((one) => one[1]!);
  if (fonts.length === 0) throw new Error("the page preloads no font: what does it show its text with?");
  const styles = readManifest()["index.html"]!.css ?? [];
  return [...initialJavaScript(), ...["index.html", "manifest.webmanifest", ...styles, ...fonts].map(size)];
}

export function worker(): ChunkSize {
  return size("service-worker.js");
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
    figure("initial-js", kilobytes(initialJavaScript()), "kB gzip", "≤ 127, aim 120"),
    figure("first-load", kilobytes(firstLoad()), "kB", "≤ 250"),
    figure("worker", kilobytes([worker()]), "kB gzip", "≤ 50"),
    figure("first-load-and-worker", kilobytes([...firstLoad(), worker()]), "kB", "≤ 250"),
  ];
}
