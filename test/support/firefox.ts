import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { WebSocket } from "ws";
import { firefoxPath } from "./browsers.ts";
import { removeFolder } from "./remove-folder.ts";

export interface Firefox {
  /** What the pages have said on the console at level error, and what they threw. */
  errors: string[];
  /** Opens an address in the tab and waits until it is loaded. */
  open(url: string): Promise<void>;
  /** Runs a function in the page of a tab (by default the first) and answers its JSON value. */
  run<T>(work: string, tab?: string): Promise<T>;
  /** Addresses of all tabs, by their id. */
  tabs(): Promise<Map<string, string>>;
  /** Waits until a page says something; fails with what it said instead. */
  sees(words: string, tab?: string): Promise<void>;
  /** Waits for a button or link that says exactly this, and taps its middle as a finger would. */
  tap(words: string, tab?: string): Promise<void>;
  close(): Promise<void>;
}

const children = new Set<ChildProcess>();
process.on("exit", () => {
  for (const child of children) child.kill("SIGKILL");
});

/** Talks to nobody but loopback, takes push from ours, and shows notifications on the bus it is given. */
const prefs = (pushServer: string): Record<string, string | number | boolean> => ({
  "dom.push.serverURL": pushServer,
  "dom.push.testing.allowInsecureServerURL": true,
  "dom.push.connection.enabled": true,
  "dom.push.retryBaseInterval": 200,
  "dom.push.maxQuotaPerSubscription": 1000,
  "dom.webnotifications.requireuserinteraction": false,
  "permissions.default.desktop-notification": 1,
  "alerts.useSystemBackend": true,
  "app.normandy.enabled": false,
  "app.update.enabled": false,
  "browser.safebrowsing.downloads.enabled": false,
  "browser.safebrowsing.malware.enabled": false,
  "browser.safebrowsing.phishing.enabled": false,
  "browser.shell.checkDefaultBrowser": false,
  "browser.startup.homepage_override.mstone": "ignore",
  "datareporting.policy.dataSubmissionEnabled": false,
  "extensions.update.enabled": false,
  "intl.locale.requested": "en-GB",
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "services.settings.server": "http://127.0.0.1:9/",
  "toolkit.telemetry.enabled": false,
  "toolkit.telemetry.server": "",
});

/**
 * What Firefox and the page say of parts still on their way when the page is left, which these journeys do in the middle of
 * its warm-up. Parts that are really missing fail the journeys in Chromium, which says nothing when it is left.
 */
const cutOff =
  /Unable to preload CSS|error loading dynamically imported module|ServiceWorker intercepted the request|screen code missing/;

/** A real Firefox with a fresh profile, driven over WebDriver BiDi. */
export async function startFirefox(options: { pushServer: string; bus: string }): Promise<Firefox> {
  const home = mkdtempSync(join(tmpdir(), "northing-firefox-"));
  const profile = join(home, "profile");
  mkdirSync(profile);
  const lines = Object.entries(prefs(options.pushServer)).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  writeFileSync(join(profile, "user.js"), lines.join("\n"));
  const args = ["--headless", "--no-remote", "--profile", profile, "--remote-debugging-port=0"];
  const env = {
    ...process.env,
    HOME: home,
    DBUS_SESSION_BUS_ADDRESS: options.bus,
    MOZ_HEADLESS_WIDTH: "390",
    MOZ_HEADLESS_HEIGHT: "844",
  };
  const child = spawn(firefoxPath()!, [...args, "about:blank"], { env, stdio: ["ignore", "ignore", "pipe"] });
  children.add(child);
  const socket = new WebSocket(`${await listeningAt(child)}/session`);
  await new Promise((done, fail) => socket.once("open", done).once("error", fail));

  let id = 0;
  const errors: string[] = [];
  const waiting = new Map<number, { done: (value: never) => void; fail: (error: Error) => void }>();
  socket.on("message", (raw) => {
    const message = JSON.parse(String(raw));
    if (message.method === "log.entryAdded" && message.params.level === "error") {
      const text = String(message.params.text);
      if (!cutOff.test(text)) errors.push(text);
    }
    const waiter = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.type === "error") waiter?.fail(new Error(`${message.error}: ${message.message}`));
    else waiter?.done(message.result as never);
  });
  const ask = <T>(method: string, params: object): Promise<T> => {
    id += 1;
    socket.send(JSON.stringify({ id, method, params }));
    return new Promise<T>((done, fail) => waiting.set(id, { done, fail }));
  };

  await ask("session.new", { capabilities: {} });
  await ask("session.subscribe", { events: ["log.entryAdded"] });
  const tabs = async () => {
    const { contexts } = await ask<{ contexts: { context: string; url: string }[] }>(
      "browsingContext.getTree",
      {},
    );
    return new Map(contexts.map((one) => [one.context, one.url]));
  };
  const first = [...(await tabs()).keys()][0]!;

  async function run<T>(work: string, tab = first): Promise<T> {
    const functionDeclaration = `async () => JSON.stringify((await (${work})()) ?? null)`;
    const answer = await ask<{
      type: string;
      result?: { value: string };
      exceptionDetails?: { text: string };
    }>("script.callFunction", { functionDeclaration, awaitPromise: true, target: { context: tab } });
    if (answer.type !== "success") throw new Error(answer.exceptionDetails?.text);
    return JSON.parse(answer.result!.value) as T;
  }

  return {
    errors,
    run,
    tabs,
    async open(url) {
      await ask("browsingContext.navigate", { context: first, url, wait: "complete" });
    },
    async sees(words, tab = first) {
      const text = () => run<string>("() => document.body?.innerText ?? ''", tab);
      for (let tries = 0; tries < 100; tries += 1) {
        if ((await text()).includes(words)) return;
        await pause();
      }
      throw new Error(`never said ${JSON.stringify(words)}, but:\n${await text()}`);
    },
    async tap(words, tab = first) {
      for (let tries = 0; tries < 10; tries += 1) if (await tapped(words, tab)) return;
      throw new Error(`${JSON.stringify(words)} was never where it was tapped`);
    },
    async close() {
      socket.close();
      child.kill("SIGKILL");
      children.delete(child);
      await removeFolder(home);
    },
  };

  /** Whether the tap reached what says these words: what arrives on the page may push it away from under the finger. */
  async function tapped(words: string, tab: string): Promise<boolean> {
    const find = `async () => {
        const found = [...document.querySelectorAll("button, a")].find((one) =>
          one.innerText.trim() === ${JSON.stringify(words)} || one.ariaLabel === ${JSON.stringify(words)});
        found?.scrollIntoView({ block: "center" });
        const before = found?.getBoundingClientRect();
        await new Promise((done) => setTimeout(done, 40));
        const box = found?.getBoundingClientRect();
        globalThis.tapReached = false;
        found?.addEventListener("click", () => { globalThis.tapReached = true; }, { once: true, capture: true });
        return box && box.width > 0 && box.x === before.x && box.y === before.y
          ? { x: Math.round(box.x + box.width / 2), y: Math.round(box.y + box.height / 2) } : null;
      }`;
    let spot = await run<{ x: number; y: number } | null>(find, tab);
    for (let tries = 0; spot === null && tries < 100; tries += 1) {
      await pause();
      spot = await run(find, tab);
    }
    if (spot === null)
      throw new Error(
        `no button ${JSON.stringify(words)} in:\n${await run("() => document.body.innerText", tab)}`,
      );
    const down = [
      { type: "pointerDown", button: 0 },
      { type: "pointerUp", button: 0 },
    ];
    const finger = { type: "pointer", id: "finger", parameters: { pointerType: "touch" } };
    await ask("input.performActions", {
      context: tab,
      actions: [{ ...finger, actions: [{ type: "pointerMove", ...spot }, ...down] }],
    });
    // Nothing is known of it on a page that the tap has led to.
    const reached = () => run<boolean>("() => globalThis.tapReached !== false", tab).catch(() => true);
    for (let looks = 0; looks < 10; looks += 1) {
      if (await reached()) return true;
      await pause();
    }
    return false;
  }
}

const pause = () => new Promise((done) => setTimeout(done, 100));

function listeningAt(child: ChildProcess): Promise<string> {
  return new Promise((done, fail) => {
    let said = "";
    child.stderr!.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      const address = /WebDriver BiDi listening on (ws:\S+)/.exec(said)?.[1];
      if (address) done(address);
    });
    child.once("exit", () => fail(new Error(`Firefox ended:\n${said}`)));
  });
}
