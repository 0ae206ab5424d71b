import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";

/** The last step of a build: a `.br` and a `.gz` beside every text file of the web app, then the build's date mark. */
const compressible = /\.(js|css|html|svg|json|webmanifest|txt)$/;

for (const path of files("dist/web")) {
  if (!compressible.test(path)) continue;
  const body = readFileSync(path);
  writeFileSync(`${path}.gz`, gzipSync(body, { level: 9 }));
  writeFileSync(`${path}.br`, brotliCompressSync(body));
}
writeFileSync("dist/api/precompress.done", "");

function files(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? files(path) : [path];
  });
}
