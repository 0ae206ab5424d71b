// A push service of its own process, so that what it costs is not counted as the sender's.
import { createServer } from "vite";

const vite = await createServer({
  configFile: false,
  appType: "custom",
  server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  optimizeDeps: { noDiscovery: true },
});
const { serve } = await vite.ssrLoadModule("/test/bench/push-process.ts");
await serve();
