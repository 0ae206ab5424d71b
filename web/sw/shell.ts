import { addPlugins, createHandlerBoundToURL, precacheAndRoute } from "workbox-precaching";
import { NavigationRoute, registerRoute } from "workbox-routing";
import type { Worker } from "./scope.ts";

const shell = "/index.html";

/**
 * Keeps the files of this build and answers every page of the app with the shell, online or not. Nothing under /api is
 * ever kept. In development there is no list of files, and so no shell.
 */
export function serveShell(files: Worker["__WB_MANIFEST"]): void {
  if (files.length === 0) return;
  addPlugins([
    { cacheWillUpdate: async ({ response }) => ((await isWhatItSays(response)) ? response : null) },
  ]);
  precacheAndRoute(files);
  const elsewhere = [/^\/(api|r)\//, /^\/(healthz|readyz|metrics)$/];
  registerRoute(new NavigationRoute(createHandlerBoundToURL(shell), { denylist: elsewhere }));
}

const kinds: [RegExp, RegExp][] = [
  [/\.js$/, /javascript/],
  [/\.css$/, /^text\/css/],
  [/\.html$/, /^text\/html/],
  [/\.svg$/, /^image\/svg/],
  [/\.png$/, /^image\/png/],
  [/\.woff2$/, /woff2/],
  [/\.webmanifest$/, /json/],
];

/**
 * Whether an answer is the file it was asked for. A network that answers everything with its own page must not replace
 * a version that works, and what is kept once is not asked for again: one wrong file, and the new worker is given up.
 */
async function isWhatItSays(response: Response): Promise<boolean> {
  if (response.status !== 200 || response.redirected || response.type !== "basic") return false;
  const { pathname } = new URL(response.url);
  const expected = kinds.find(([name]) => name.test(pathname))?.[1];
  if (expected && !expected.test(response.headers.get("content-type") ?? "")) return false;
  if (!/\.(html|js|css)$/.test(pathname)) return true;
  const text = await response.clone().text();
  return pathname.endsWith(".html") ? text.includes('id="app"') : !/^\s*</.test(text);
}
