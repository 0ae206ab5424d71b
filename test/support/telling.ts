import type { SavedWebhook, Webhook, WebhookDraft } from "../../shared/channels/webhook.ts";
import type { Args, MutationName } from "../../shared/sync/catalog.ts";
import { type Answer, json, type SourceServer, startSource } from "./source-server.ts";
import { type Persona, startWorld, type World } from "./world.ts";

export interface TellingWorld extends World {
  /** Where webhooks are posted to; it answers as the test says. */
  receiver: SourceServer;
  pam: Persona;
  squadId: string;
  cycleId: string;
  /** Ben's running key result in the squad. */
  keyResultId: string;
  /** What Ada's form would send: a program that hears everything of the squad. */
  draft(changes?: Partial<WebhookDraft>): WebhookDraft;
  hook(changes?: Partial<WebhookDraft>, persona?: Persona): Promise<SavedWebhook>;
  listed(persona?: Persona): Promise<Webhook[]>;
  /** Does a mutation as somebody, and fails the test if it is refused. */
  tell<N extends MutationName>(persona: Persona, name: N, args: Args<N>): Promise<void>;
  /** Moves the clock to an ISO instant. */
  at(moment: string): void;
  /** What the schedule does for webhooks in a moment: plan, then tell. */
  work(): Promise<void>;
  job(name: string): Promise<void>;
  /** What was posted, as it was parsed. */
  posted<T = Record<string, unknown>>(): T[];
}

type Options = Parameters<typeof startWorld>[0] & { answer?: Answer };

/**
 * The cast with Pam, PM of the squad "Podcasts", where Ben owns a key result that runs since Monday, 2 March 2026, in
 * Berlin. Webhooks may be posted to one receiver on loopback.
 */
export async function startTellingWorld({ answer, ...options }: Options = {}): Promise<TellingWorld> {
  const receiver = await startSource(answer ?? json({}));
  const env = { WEBHOOK_EXTRA_HOSTS: receiver.host, ...options.env };
  const world = await startWorld({ ...options, env });
  const { ada, ben, northing, clock, id } = world;
  const pam = await world.admit("member", "Pam");
  const [squadId, cycleId, objectiveId, keyResultId] = [id(), id(), id(), id()];
  const tell: TellingWorld["tell"] = async (persona, name, args) => {
    const result = await world.mutate(persona, name, args);
    if (result.outcome !== "applied") throw new Error(`${name}: ${JSON.stringify(result)}`);
  };
  await tell(ada, "squad.form", { id: squadId, name: "Podcasts" });
  await tell(ada, "squad.assign", { squadId, memberId: pam.memberId, as: "pm" });
  await tell(ada, "squad.assign", { squadId, memberId: ben.memberId, as: "member" });
  await tell(ada, "cycle.open", { id: cycleId, name: "Q1", startsOn: "2026-01-01", endsOn: "2026-03-31" });
  await tell(ada, "objective.draft", {
    ...{ id: objectiveId, cycleId, squadId, title: "Make shows a habit", exempt: { reason: "only a test" } },
  });
  await tell(ada, "key-result.draft", {
    ...{ id: keyResultId, objectiveId, ownerId: ben.memberId, title: "Listeners who finish a show" },
    ...{
      direction: "increase",
      baseline: 0.2,
      target: 0.4,
      unit: { label: "%", scale: "ratio", decimals: 0 },
    },
  });
  await tell(ada, "cycle.commit", { cycleId });

  const draft: TellingWorld["draft"] = (changes = {}) => ({
    ...{ name: "Warehouse", kind: "generic", squadId, url: `${receiver.url}/T0/B0/x7Qp` },
    says: ["digest", "focus", "misses", "anomalies"],
    ...changes,
  });
  const job: TellingWorld["job"] = async (name) => {
    await northing.recurring.find((one) => one.name === name)!.work();
  };
  return Object.assign(world, {
    ...{ receiver, pam, squadId, cycleId, keyResultId, tell, draft, job },
    async hook(changes: Partial<WebhookDraft> = {}, persona = ada) {
      const { status, body, text } = await persona.at.post("/api/webhooks", draft(changes));
      if (status !== 200) throw new Error(text);
      return body as SavedWebhook;
    },
    listed: async (persona = ada) => (await persona.at.get("/api/webhooks")).body.webhooks as Webhook[],
    at(moment: string) {
      clock.now = Date.parse(moment);
    },
    async work() {
      await job("plan webhooks");
      await job("tell webhooks");
    },
    posted: <T>() => receiver.asked.map((one) => JSON.parse(one.body) as T),
  });
}
