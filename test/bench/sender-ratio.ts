import { Agent } from "node:https";
import webpush from "web-push";
import { createSender } from "../../api/push/send.ts";
import type { VapidKeys } from "../../api/push/vapid.ts";
import type { Subscription } from "../../shared/push/subscription.ts";
import { type Figure, figure, percentile } from "./figure.ts";
import type { Receiver } from "./push-receiver.ts";

const rounds = 5;
const concurrency = 32;
const payload = JSON.stringify({
  web_push: 8030,
  notification: {
    ...{ title: "Today in Podcasts", body: "Listeners who come back on day 7\nIt is furthest behind pace" },
    ...{ navigate: "https://okr.example.org/focus/1?reminder=2", data: { id: "1", secret: "s".repeat(22) } },
  },
});

/** Our sender and a bare loop over `sendNotification` take turns, with the same agent, receiver and concurrency. */
export async function senderRatio(
  receiver: Receiver,
  subscriptions: readonly Subscription[],
  { vapid, ca, host }: { vapid: VapidKeys; ca: string; host: string },
): Promise<Figure[]> {
  const sender = createSender({ vapid, ca, extraHosts: [host], now: Date.now });
  const agent = new Agent({ keepAlive: true, maxSockets: concurrency, ca });
  const outgoing = { payload, topic: "focus-1", ttl: 3600, urgency: "high" as const };
  const ours = async (to: Subscription) => {
    const sent = await sender.send(to, outgoing);
    if (sent.outcome !== "accepted") throw new Error(`not taken: ${JSON.stringify(sent)}`);
  };
  const details = { ...vapid };
  const bare = async (to: Subscription) => {
    const options = { vapidDetails: details, TTL: 3600, topic: "focus-1", urgency: "high" as const, agent };
    await webpush.sendNotification(to, payload, options);
  };
  const rates = { ours: [] as number[], bare: [] as number[] };
  for (let round = 0; round <= rounds; round += 1)
    for (const [name, send] of [
      ["bare", bare],
      ["ours", ours],
    ] as const) {
      const rate = await sendAll(subscriptions, send);
      // The first round opens connections and warms the code.
      if (round > 0) rates[name].push(rate);
    }
  sender.close();
  agent.destroy();
  const { times, faults } = await receiver.report();
  const sent = subscriptions.length * (rounds + 1) * 2;
  if (faults.length > 0 || times.length !== sent)
    throw new Error(`${times.length} of ${sent} came: ${faults[0]}`);
  const [own, loop] = [percentile(rates.ours, 0.5), percentile(rates.bare, 0.5)];
  return [
    figure("reminders-sender", own, "messages/s"),
    figure("reminders-web-push", loop, "messages/s"),
    figure("reminders-sender-ratio", own / loop, "ours/web-push", "≥ 1.5"),
  ];
}

async function sendAll(
  to: readonly Subscription[],
  send: (to: Subscription) => Promise<void>,
): Promise<number> {
  const began = performance.now();
  let next = 0;
  const worker = async () => {
    for (let one = to[next++]; one !== undefined; one = to[next++]) await send(one);
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  return to.length / ((performance.now() - began) / 1000);
}
