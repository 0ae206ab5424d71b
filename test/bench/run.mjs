// Runs the benchmarks through Vite, since Node 20 reads no TypeScript.
import { createServer } from "vite";

const vite = await createServer({
  configFile: false,
  appType: "custom",
  server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  optimizeDeps: { noDiscovery: true },
});
const { main } = await vite.ssrLoadModule("/test/bench/main.ts");
await main(process.argv.slice(2));
