import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { temporaryFolder } from "./database.ts";

const files: Record<string, string> = {
  "index.html": "<!doctype html><title>Northing</title>",
  "service-worker.js": "self.addEventListener('install', () => {});",
  "manifest.webmanifest": '{"name":"Northing"}',
  "robots.txt": "User-agent: *",
  "icons/icon-192.png": "png",
  "assets/main-BIp3nR7k.js": "export const main = 'main';".repeat(50),
  ".vite/manifest.json": '{"web/main.tsx":{}}',
};

/** A folder with one file of each sort a build makes, and their compressed siblings; gone when the test is over. */
export function builtWeb(): string {
  const root = temporaryFolder();
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(root, path, ".."), { recursive: true });
    writeFileSync(join(root, path), text);
    if (!/\.(js|html|webmanifest)$/.test(path)) continue;
    writeFileSync(join(root, `${path}.gz`), gzipSync(text));
    writeFileSync(join(root, `${path}.br`), brotliCompressSync(text));
  }
  return root;
}
