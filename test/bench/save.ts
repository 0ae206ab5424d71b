import { until } from "../support/server.ts";
import { checkInsOn, loadedPhone } from "./bench-phone.ts";
import { type Figure, figure, percentile } from "./figure.ts";

const saves = 20;

/**
 * From the tap on Save to the next card in a real Chromium: the card turns only once the strict-durability transaction
 * has resolved, so this is tap to durable, drawing included.
 */
export async function save(): Promise<Figure[]> {
  const { fleet, server, phone } = await loadedPhone(400 / saves);
  try {
    const { page } = phone;
    await page.goto(`${server.origin}/check-in`);
    await page.getByRole("button", { name: /^Save/ }).waitFor();
    await page.evaluate(watchSaves);
    for (let done = 1; done <= saves; done += 1) {
      await page.getByRole("button", { name: /^Save/ }).click();
      await page.waitForFunction(
        (wanted) => (globalThis as unknown as Watched).saves.length === wanted,
        done,
      );
    }
    const times = await page.evaluate(() => (globalThis as unknown as Watched).saves);
    await until(
      async () => (await checkInsOn(phone)) === fleet.checkIns + saves,
      "all saves on server and phone",
    );
    return [
      figure("save-p50", percentile(times, 0.5), "ms"),
      figure("save-p95", percentile(times, 0.95), "ms", "≤ 50"),
    ];
  } finally {
    await phone.close();
    await server.dispose();
  }
}

interface Watched {
  saves: number[];
}

/** Runs in the page: notes the time from each tap on Save until the headings say another card. */
function watchSaves(): void {
  const times: number[] = [];
  Object.assign(globalThis, { saves: times });
  const card = () => [...document.querySelectorAll("h1, h2")].map((one) => one.textContent).join();
  const tapped = (event: Event) => {
    if (!(event.target as Element).closest("button")?.textContent?.startsWith("Save")) return;
    const before = card();
    const observer = new MutationObserver(() => {
      if (card() === before) return;
      observer.disconnect();
      times.push(performance.now() - event.timeStamp);
    });
    observer.observe(document.body, { subtree: true, childList: true, characterData: true });
  };
  addEventListener("click", tapped, { capture: true });
}
