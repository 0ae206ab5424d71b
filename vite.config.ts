import { statfsSync } from "node:fs";
import react from "@vitejs/plugin-react";
import type { Plugin } from "vite";
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

const shortcut = (name: string, url: string, icon: string) => ({
  name,
  url,
  icons: [{ src: `/icons/shortcut-${icon}.png`, sizes: "96x96", type: "image/png" }],
});

const screenshot = (name: string, sizes: string, label: string) => ({
  src: `/screenshots/${name}.png`,
  sizes,
  type: "image/png",
  form_factor: name.endsWith("-wide") ? ("wide" as const) : ("narrow" as const),
  label,
});

const firstLoadLibraries =
  /node_modules[\\/](react|react-dom|scheduler|dexie|wouter|use-sync-external-store|regexparam)[\\/]/;

/** Chunks bring their styles in an order nobody chose, and the first file that names a layer decides its place. */
const layersInOrder: Plugin = {
  name: "northing:layers-in-order",
  enforce: "pre",
  transform(code, id) {
    const order = "@layer reset, tokens, base, ui, charts, app, screens;";
    return id.endsWith(".module.css") ? `${order}\n${code}` : undefined;
  },
};

/** Tests that replace a module or keep one's state; all others share the modules of one process, each imported once. */
const needsItsOwnModules = ["test/web/store/**/*.test.ts", "test/api/db/settings.test.ts"];

/** Where tests keep their databases and browser profiles: in memory, where there is room; no test outlives a disk. */
const inMemory = "/dev/shm";
const scratch = roomIn(inMemory) > 2 * 2 ** 30 ? { TMPDIR: inMemory } : {};

const webBuild = {
  root: "web",
  publicDir: "../public",
  build: {
    outDir: "../dist/web",
    emptyOutDir: true,
    target: "es2022",
    manifest: true,
    // One file for what no release of ours changes: it stays cached, and packs better than in pieces.
    rollupOptions: { output: { codeSplitting: { groups: [{ name: "vendor", test: firstLoadLibraries }] } } },
  },
  plugins: [
    react(),
    layersInOrder,
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
        launch_handler: { client_mode: ["navigate-existing", "auto"] },
        icons: [
          { src: "/icons/icon-192.png", sizes: "192x192", type: "image/png", purpose: "any" as const },
          { src: "/icons/icon-512.png", sizes: "512x512", type: "image/png", purpose: "any" as const },
          {
            src: "/icons/maskable-192.png",
            sizes: "192x192",
            type: "image/png",
            purpose: "maskable" as const,
          },
          {
            src: "/icons/maskable-512.png",
            sizes: "512x512",
            type: "image/png",
            purpose: "maskable" as const,
          },
          {
            src: "/icons/monochrome-512.png",
            sizes: "512x512",
            type: "image/png",
            purpose: "monochrome" as const,
          },
        ],
        screenshots: [
          screenshot("today", "780x1688", "Today: where the North Star stands and what you owe"),
          screenshot("check-in", "780x1688", "A check-in: the number, what was expected, how likely it is"),
          screenshot("key-result-wide", "1280x800", "A key result on a wide screen, with its history"),
        ],
        // By GET, so that the worker answers it from the shell when there is no network.
        share_target: {
          action: "/bets/new",
          method: "GET" as const,
          params: { title: "title", text: "text", url: "url" },
        },
        shortcuts: [
          shortcut("Check in", "/check-in", "check-in"),
          shortcut("My key results", "/check-in/mine", "mine"),
          shortcut("Reminders", "/me/notifications", "reminders"),
        ],
      },
      injectManifest: {
        rollupFormat: "iife" as const,
        globPatterns: ["**/*.{js,css,html,woff2,svg}"],
      },
      devOptions: { enabled: true, type: "module" as const },
    }),
    apiInDev(),
  ],
  test: {
    root: ".",
    reporters: ["default", "./test/support/closing-line.ts"],
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 30_000,
    // Else it asks for one second only, however busy the machine.
    expect: { poll: { timeout: 15_000 } },
    env: scratch,
    projects: [
      {
        extends: true as const,
        test: {
          name: "fast",
          include: ["test/{shared,web}/**/*.test.{ts,tsx}", "test/*.test.ts"],
          exclude: ["test/web/{store,sync}/**"],
          isolate: false,
        },
      },
      {
        extends: true as const,
        test: {
          name: "with-server",
          include: ["test/api/**/*.test.ts", "test/web/sync/**/*.test.ts"],
          exclude: needsItsOwnModules,
          isolate: false,
        },
      },
      {
        extends: true as const,
        test: { name: "own-modules", include: needsItsOwnModules },
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
          isolate: false,
          // After all others: a browser is slow beside a busy server.
          sequence: { groupOrder: 1 },
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
};

export default defineConfig(({ isSsrBuild }) => (isSsrBuild ? apiBuild : webBuild));

/** The API inside the development server: one process, one port; an edit in api/ or shared/ holds from the next request. */
function apiInDev(): Plugin {
  return {
    name: "northing-api",
    apply: "serve",
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        if (!/^\/(api\/|r\/|healthz|readyz)/.test(request.url ?? "")) return next();
        const origin = new URL(server.resolvedUrls?.local[0] ?? "http://localhost:5173").origin;
        server
          .ssrLoadModule("/../api/dev.ts")
          .then(({ answer }) => answer(request, response, origin))
          .catch(next);
      });
    },
  };
}

/** Bytes free in a folder's file system; none where there is no such folder. */
function roomIn(folder: string): number {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  } catch {
    return 0;
  }
}
