import { randomBytes } from "node:crypto";
import { openDatabase } from "../../api/db/client.ts";
import { createLog } from "../../api/log.ts";
import { createSender } from "../../api/push/send.ts";
import { createReminders } from "../../api/reminders/reminders.ts";

/**
 * One server's reminders as a process of its own, made to be killed. It goes by the clock it is told, plans and sends
 * until it ends, and says "ready" when it begins. Run with the settings as JSON in the last argument.
 */
const { url, vapid, host, certificate } = JSON.parse(process.argv.at(-1) ?? "{}");
let clock = 0;
process.on("message", (now: number) => {
  clock = now;
});
process.on("disconnect", () => process.exit());

const now = () => clock;
const bytes = (count: number) => new Uint8Array(randomBytes(count));
const wait = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));
const database = await openDatabase({ url, wait, random: Math.random, log() {} });
const { work, delivery } = createReminders({
  ...{ database, now, bytes, wait, vapid, extraHosts: [host], origin: () => "http://localhost:4170" },
  ...{ random: Math.random, log: createLog("error", now, () => {}) },
  sender: createSender({ vapid, extraHosts: [host], now, ca: certificate }),
});
process.send?.("ready");
for (;;) {
  if (clock > 0) {
    await work.planReminders();
    await work.sendDueReminders();
    await delivery.settled();
  }
  await wait(5);
}
