import react from "@vitejs/plugin-react";
import { VitePWA } from "vite-plugin-pwa";
import { defineConfig } from "vitest/config";

const apiBuild = {
  publicDir: false as const,
  build: {
    ssr: true,
    outDir: "dist/api",
    target: "node20",
    sourcemap: true,
    emptyOutDir: true,
    rollupOptions: {
      input: {
        main: "api/main.ts",
        operator: "api/operator/main.ts",
        demo: "api/operator/demo/main.ts",
        precompress: "api/operator/precompress.ts",
      },
    },
  },
};

const webBuild = {
  root: "web",
  publicDir: "../public",
  build: { outDir: "../dist/web", emptyOutDir: true, target: "es2022", manifest: true },
  plugins: [
    react(),
    VitePWA({
      strategies: "injectManifest" as const,
      srcDir: "sw",
      filename: "service-worker.ts",
      injectRegister: false as const,
      registerType: "prompt" as const,
      manifest: {
        id: "/",
        name: "Northing",
        short_name: "Northing",
        description: "Weekly check-ins that keep the North Star load-bearing.",
        lang: "en",
        dir: "ltr" as const,
        start_url: "/",
        scope: "/",
        display: "standalone" as const,
        background_color: "#f6f3ea",
        theme_color: "#f6f3ea",
        categories: ["business", "productivity"],
        icons: [],
      },
      injectManifest: {
        rollupFormat: "iife" as const,
        globPatterns: ["**/*.{js,css,html,woff2,svg}"],
      },
      devOptions: { enabled: true, type: "module" as const },
    }),
  ],
  test: {
    root: ".",
    reporters: ["default", "./test/support/closing-line.ts"],
    projects: [
      {
        extends: true as const,
        test: { name: "fast", include: ["test/{shared,api,web}/**/*.test.{ts,tsx}", "test/*.test.ts"] },
      },
      {
        extends: true as const,
        test: { name: "simulation", include: ["test/simulation/**/*.test.ts"], testTimeout: 120_000 },
      },
      {
        extends: true as const,
        test: {
          name: "journeys",
          include: ["test/journeys/**/*.test.ts"],
          globalSetup: ["test/support/built.ts"],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
};

export default defineConfig(({ isSsrBuild }) => (isSsrBuild ? apiBuild : webBuild));
