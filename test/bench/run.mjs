// Runs the benchmarks through Vite, since Node 20 reads no TypeScript.
import { runnerImport } from "vite";

const { module } = await runnerImport("./test/bench/main.ts", { configFile: false });
await module.main(process.argv.slice(2));
