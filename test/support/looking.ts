import { type BrowserContext, errors, type Locator, type Page } from "playwright-core";

/** What waits until its element is there. */
const waiting = [
  ...["check", "click", "fill", "focus", "getAttribute", "hover", "innerText", "inputValue", "isChecked"],
  ...["press", "selectOption", "tap", "textContent", "uncheck"],
];
const often = 2_000;
const patience = 30_000;
const hurried = new WeakSet<object>();

type Methods = Record<string, (...args: unknown[]) => unknown>;

/**
 * Lets every locator look for its element ten times a second. Playwright soon looks only twice a second, unless it may
 * take two seconds at most: so it is asked for two seconds again and again, up to the time it was given.
 */
export function lookOften(page: Page): void {
  const methods = methodsOf(page.locator("html"));
  if (hurried.has(methods)) return;
  hurried.add(methods);
  const waitOnce = methods.waitFor!;

  async function waitFor(this: Locator, options: Parameters<Locator["waitFor"]>[0] = {}): Promise<void> {
    const within = options.timeout ?? patience;
    const end = performance.now() + within;
    for (;;) {
      const left = Math.ceil(end - performance.now());
      try {
        await waitOnce.call(this, { ...options, timeout: Math.max(1, Math.min(often, left)) });
        return;
      } catch (error) {
        if (!(error instanceof errors.TimeoutError)) throw error;
        if (left > often) continue;
        error.message = error.message.replace(/Timeout \d+ms/, `Timeout ${within}ms`);
        throw error;
      }
    }
  }

  methods.waitFor = waitFor as Methods[string];
  for (const name of waiting) {
    const act = methods[name]!;
    methods[name] = async function (this: Locator, ...args: unknown[]) {
      await waitFor.call(this, { state: "attached" });
      return act.apply(this, args);
    };
  }
}

function methodsOf(locator: Locator): Methods {
  return Object.getPrototypeOf(locator) as Methods;
}

/**
 * A toast lies over what is at the foot of a page for eight seconds: a person reads on or puts it away, a test would
 * wait for it each time. Its own buttons stay buttons.
 */
export async function tapThroughToasts(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      "[role=status] > div { pointer-events: none } [role=status] :is(a, button, input, label) { pointer-events: auto }",
    );
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  });
}
