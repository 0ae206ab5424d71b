import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type Source, sources, trackedPaths } from "./support/source.ts";

const all = sources();
const product = all.filter((one) => !one.path.startsWith("test/"));
const within = (...prefixes: string[]) =>
  product.filter((one) => prefixes.some((prefix) => one.path.startsWith(prefix)));

/** Every way the given files break a rule, each as "file: what to do instead". */
function breaches(files: Source[], broken: (file: Source) => boolean, instead: string): string[] {
  return files.filter(broken).map((file) => `${file.path}: ${instead}`);
}
const imports = (wanted: RegExp) => (file: Source) => file.imports.some((name) => wanted.test(name));
const uses = (wanted: RegExp) => (file: Source) => wanted.test(file.code);
const outside =
  (...allowed: RegExp[]) =>
  (file: Source) =>
    !allowed.some((one) => one.test(file.path));

describe("walls", () => {
  test("shared imports only shared, zod/mini, and Temporal in shared/time", () => {
    const foreign = (file: Source) =>
      file.imports.some(
        (name) =>
          !name.startsWith("shared/") &&
          name !== "zod" &&
          !(name === "temporal-polyfill" && file.path.startsWith("shared/time/")),
      );
    expect(breaches(within("shared/"), foreign, "pass what you need in as an argument")).toEqual([]);
  });

  test("shared and web take zod/mini, never the whole of zod", () => {
    const whole = uses(/from "zod"/);
    expect(breaches(within("shared/", "web/"), whole, 'import * as z from "zod/mini"')).toEqual([]);
  });

  test("api and web never import each other, not even types", () => {
    const crossing = [
      ...breaches(within("api/"), imports(/^web\//), "put the contract into shared/"),
      ...breaches(within("web/"), imports(/^api\//), "put the contract into shared/"),
    ];
    expect(crossing).toEqual([]);
  });

  test("a screen reaches data only through web/store", () => {
    const past = (file: Source) =>
      file.imports.some(
        (name) =>
          name.startsWith("web/") &&
          !/^web\/(store|ui|charts|styles|push\/)/.test(name) &&
          !sameRoom(file, name),
      ) || imports(/^(dexie|react-dom)$/)(file);
    expect(
      breaches(
        within("web/screens/"),
        past,
        "use useLive or mutate of web/store, or move shared parts to web/ui",
      ),
    ).toEqual([]);
  });

  test("charts and ui know nothing of Northing but shared", () => {
    const past = (file: Source) =>
      file.imports.some((name) => name.startsWith("web/") && !/^web\/(ui|charts|styles)\//.test(name));
    expect(breaches(within("web/charts/", "web/ui/"), past, "take what you show as props")).toEqual([]);
  });

  test("a route never imports another feature's store, and a store never imports a route", () => {
    const foreignStore = (file: Source) =>
      file.imports.some((name) => /^api\/.*\/store/.test(name) && !sameRoom(file, name));
    const routes = product.filter((one) => /^api\/.*\/routes\.ts$/.test(one.path));
    const stores = product.filter((one) => /^api\/.*store\.ts$/.test(one.path));
    expect([
      ...breaches(routes, foreignStore, "call that feature's function instead of its store"),
      ...breaches(stores, imports(/routes/), "a store answers; it never routes"),
    ]).toEqual([]);
  });

  test("sync carries no React", () => {
    expect(breaches(within("web/sync/"), imports(/^react/), "keep views out of sync")).toEqual([]);
  });

  test("the worker carries no views, no rules and no parser", () => {
    const byPath = new Map(product.map((one) => [one.path, one]));
    const from = new Map([["web/sw/service-worker.ts", "the build"]]);
    for (const path of from.keys())
      for (const next of byPath.get(path)?.carries ?? []) if (!from.has(next)) from.set(next, path);
    const foreign =
      /^(react|wouter|zod)|^shared\/(?!sync\/|push\/)|^shared\/sync\/(catalog|protocol|field)\.ts$/;
    const carried = [...from].filter(([path]) => foreign.test(path));
    expect(carried.map(([path, by]) => `${by}: leave what needs ${path} to the page`)).toEqual([]);
    expect(from.size).toBeGreaterThan(20);
  });
});

describe("sole owners", () => {
  const owned: [string, (file: Source) => boolean, RegExp[], string][] = [
    ["@libsql/client", imports(/^@libsql\/client$/), [/^api\/db\//], "ask api/db for read or write"],
    ["web-push", imports(/^web-push$/), [/^api\/push\//], "send through api/push"],
    ["process.env", uses(/\bprocess\.env\b/), [/^api\/env\.ts$/], "take the value from api/env.ts"],
    [
      "hono",
      imports(/^(hono|@hono\/node-server)$/),
      [
        /^api\/(app|errors|main|dev)\.ts$/,
        /^api\/.*routes\.ts$/,
        /^api\/people\/session\.ts$/,
        /^api\/.*-routes\.ts$/,
        /^api\/app\//,
      ],
      "answer data; let the route speak HTTP",
    ],
    [
      "listen and timers on the server",
      uses(/\b(setTimeout|setInterval|setImmediate)\(|\.listen\(|\bserve\(/),
      [/^(shared|web)\//, /^api\/(main|dev)\.ts$/],
      "take wait or the clock from whoever starts you",
    ],
    ["dexie", imports(/^dexie$/), [/^web\/store\//], "use web/store"],
    ["fetch", uses(/(?<![.\w])fetch\(/), [/^web\/api-client\.ts$/, /^api\//], "use web/api-client.ts"],
    [
      "Notification and PushManager",
      uses(/\bNotification\.(permission|requestPermission)|\bpushManager\b|\bPushManager\b/),
      [/^web\/(push|sw)\//, /^(api|shared)\//],
      "ask web/push",
    ],
    [
      "useEffect",
      uses(/\buse(Layout)?Effect\b/),
      [/^web\/app\//, /^web\/store\/live\.ts$/, /^web\/ui\//],
      "use useLive, or a ui part that owns the effect",
    ],
    ["Temporal", imports(/^temporal-polyfill$/), [/^shared\/time\//], "take days from shared/time"],
    [
      "SQL",
      uses(/[`"'](select|insert into|update|delete from|create table)\s/i),
      [/^api\/db\//, /^api\/.*store\.ts$/, /^(web|shared)\//],
      "move the statement into the feature's store.ts",
    ],
  ];
  test.each(owned)("%s has one home", (_name, broken, homes, instead) => {
    expect(breaches(product.filter(outside(...homes)), broken, instead)).toEqual([]);
  });

  test("no clock and no chance in rules and sync", () => {
    const hidden = uses(
      /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bcrypto\.|\bsetTimeout\(|\bsetInterval\(|\bnavigator\b|\bperformance\.now\b/,
    );
    expect(
      breaches(within("shared/", "api/sync/", "web/sync/"), hidden, "take it from World, or as an argument"),
    ).toEqual([]);
  });

  test("nothing is decided by an error's text", () => {
    const reading = uses(/\bmessage\.(includes|match|startsWith|endsWith)\(/);
    expect(breaches(product, reading, "give the error a code and decide by that")).toEqual([]);
  });
});

describe("the look", () => {
  const styles = trackedPaths().filter((path) => path.endsWith(".css") && path !== "web/styles/tokens.css");

  test("raw colours and durations stand in tokens.css alone", () => {
    const raw = /#[0-9a-f]{3,8}\b|\b(rgb|hsl|oklch)a?\(|\b\d+(\.\d+)?m?s\b/i;
    const strange = styles.filter((path) =>
      raw.test(readFileSync(path, "utf8").replace(/\/\*.*?\*\//gs, "")),
    );
    expect(strange, "use a custom property of web/styles/tokens.css, or add one").toEqual([]);
  });

  test("no element carries its style in an attribute, which the security policy blocks", () => {
    expect(
      breaches(within("web/"), uses(/\bstyle=\{/), "set a custom property through the element's style"),
    ).toEqual([]);
  });
});

describe("the house", () => {
  test("the top level is fixed", () => {
    const allowed =
      /^(web|api|shared|test|public|\.ci)$|^(package(-lock)?\.json|tsconfig\.json|vite\.config\.ts|README\.md|LICENSE|CHANGELOG\.md|Dockerfile|compose\.yaml|\.[a-z.-]+)$/;
    const strange = new Set(
      trackedPaths()
        .map((path) => path.split("/")[0]!)
        .filter((name) => !allowed.test(name)),
    );
    expect([...strange], "move it into the folder of its feature").toEqual([]);
  });

  test("no drawers and no barrels", () => {
    const drawer = /(^|\/)(utils?|helpers?|common|misc|types|index)(\.tsx?)?(\/|$)/;
    expect(
      all.map((one) => one.path).filter((path) => drawer.test(path)),
      "name it for its noun",
    ).toEqual([]);
  });

  test("files are named in kebab-case, components in PascalCase", () => {
    const wrong = product.filter(({ path }) => {
      const name = path
        .split("/")
        .at(-1)!
        .replace(/\.(ts|tsx|d\.ts)$/, "");
      return path.endsWith(".tsx")
        ? !/^([A-Z][A-Za-z0-9]*|[a-z0-9-]+)$/.test(name)
        : !/^[a-z0-9.-]+$/.test(name);
    });
    expect(wrong.map((one) => one.path)).toEqual([]);
  });

  test("nothing is exported by default, but what a tool asks for", () => {
    expect(breaches(product, uses(/\bexport default\b/), "export it by name")).toEqual([]);
  });

  test("files stay small", () => {
    const capped = all.filter((one) => one.lines > (one.path.startsWith("test/") ? 350 : 250));
    expect(capped.map((one) => `${one.path}: ${one.lines} lines, split it by noun`)).toEqual([]);
    const sizes = product.map((one) => one.lines).sort((a, b) => a - b);
    expect(sizes[Math.floor(sizes.length / 2)], "the median file").toBeLessThanOrEqual(70);
    expect(sizes[Math.floor(sizes.length * 0.95)], "95 of 100 files").toBeLessThanOrEqual(180);
  });

  test("comments are few and say why", () => {
    const lines = product.reduce((sum, one) => sum + one.lines, 0);
    const comments = product.reduce((sum, one) => sum + one.commentLines, 0);
    expect(comments / lines).toBeLessThanOrEqual(0.1);
    expect(comments / lines).toBeGreaterThanOrEqual(0.03);
  });
});

function sameRoom(file: Source, name: string): boolean {
  const room = (path: string) =>
    path
      .split("/")
      .slice(0, path.startsWith("web/screens/") ? 3 : 2)
      .join("/");
  return room(file.path) === room(name);
}
