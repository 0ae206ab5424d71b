import "fake-indexeddb/auto";
import { Dexie } from "dexie";
import { onTestFinished, vi } from "vitest";
import type { Visitor } from "../../support/visitor.ts";

/** A browser with its databases, its cookie and its little notes; pages come and go in it. */
export interface Browser {
  /** What the next requests meet: the server, or nothing. */
  online: boolean;
  visitor: Visitor;
  /** Requests so far, as "METHOD path". */
  asked: string[];
  notes: Map<string, string>;
  shared: string[];
  /** A page that has just been loaded: the store's modules, new, with nothing in memory. */
  open(): Promise<Page>;
  /** Every database there is. */
  databases(): Promise<string[]>;
  /** Everything in a database, by store, as anybody with the phone in hand could read it. */
  contents(name: string): Promise<Record<string, unknown[]>>;
  erase(): Promise<void>;
}

export interface Page {
  session: typeof import("../../../web/store/session.ts") &
    typeof import("../../../web/store/join.ts") &
    typeof import("../../../web/store/sign-out.ts");
  signedIn: typeof import("../../../web/store/signed-in.ts");
  mutate: typeof import("../../../web/store/mutate.ts");
  attention: typeof import("../../../web/store/attention.ts");
  drafts: typeof import("../../../web/store/draft.ts");
  state: typeof import("../../../web/store/sync-state.ts");
  /** The page is gone: its engines stop, its databases are closed. */
  close(): void;
}

const elsewhere = { writeText: async () => {} };

export async function startBrowser(visitor: Visitor, origin: string): Promise<Browser> {
  const pages: Page[] = [];
  const browser: Browser = {
    online: true,
    visitor,
    asked: [],
    notes: new Map(),
    shared: [],
    async open() {
      vi.resetModules();
      const page: Page = {
        session: {
          ...(await import("../../../web/store/session.ts")),
          ...(await import("../../../web/store/join.ts")),
          ...(await import("../../../web/store/sign-out.ts")),
        },
        signedIn: await import("../../../web/store/signed-in.ts"),
        mutate: await import("../../../web/store/mutate.ts"),
        attention: await import("../../../web/store/attention.ts"),
        drafts: await import("../../../web/store/draft.ts"),
        state: await import("../../../web/store/sync-state.ts"),
        close: () => {
          for (const phone of page.signedIn.openPhones()) phone.engine.stop();
          for (const phone of page.signedIn.openPhones()) phone.db.close();
        },
      };
      pages.push(page);
      const { start } = await import("../../../web/store/boot.ts");
      await start();
      return page;
    },
    databases: async () => (await indexedDB.databases()).map((one) => one.name ?? "").sort(),
    async contents(name) {
      const dexie = await new Dexie(name).open();
      const tables = dexie.tables.map(async (table) => [table.name, await table.toArray()] as const);
      const all = Object.fromEntries(await Promise.all(tables));
      dexie.close();
      return all;
    },
    async erase() {
      for (const page of pages) page.close();
      for (const name of await browser.databases()) await deleted(name);
    },
  };

  vi.stubGlobal("fetch", (path: string, init: RequestInit = {}) => {
    browser.asked.push(`${init.method ?? "GET"} ${path}`);
    if (!browser.online) return Promise.reject(new TypeError("Failed to fetch"));
    const method = init.method ?? "GET";
    const sent = method === "GET" ? {} : { origin, "sec-fetch-site": "same-origin" };
    return browser.visitor.send(path, { ...init, headers: { ...(init.headers as object), ...sent } });
  });
  vi.stubGlobal("addEventListener", () => {});
  // Only the page that is open hears the others; those that are gone hear nothing.
  vi.stubGlobal("BroadcastChannel", undefined);
  vi.stubGlobal("navigator", {
    storage: { persist: async () => true, persisted: async () => true },
    share: async ({ text }: { text: string }) => void browser.shared.push(text),
    clipboard: elsewhere,
  });
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => browser.notes.get(key) ?? null,
    setItem: (key: string, value: string) => void browser.notes.set(key, value),
    removeItem: (key: string) => void browser.notes.delete(key),
  });
  onTestFinished(async () => {
    await browser.erase();
    vi.unstubAllGlobals();
  });
  return browser;
}

function deleted(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error);
  });
}
