/** Why push could not be switched on; ApiError comes through as it is. */
export class NotSubscribed extends Error {
  readonly reason: "blocked" | "dismissed" | "no-answer" | "refused";
  constructor(reason: NotSubscribed["reason"], options?: ErrorOptions) {
    super(`not subscribed: ${reason}`, options);
    this.reason = reason;
  }
}

/** A browser whose push service does not answer leaves `subscribe` pending for ever. */
const patience = 15_000;

/**
 * The subscription there is, or a new one, for page and worker. One made with another key is refused by its push
 * service, and one that the push service has ended (`gone`) may still be held here; both must end before there is a new
 * one. Throws NotSubscribed.
 */
export async function standing(
  pushManager: PushManager,
  key: string,
  gone: boolean,
): Promise<{ endpoint: string; keys: { p256dh: string; auth: string } }> {
  const held = await pushManager.getSubscription();
  if (held && !gone && sameKey(held.options.applicationServerKey, key)) return bodyOf(held);
  await held?.unsubscribe();
  const made = pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
  return bodyOf(
    await inTime(made).catch((cause: unknown) => {
      throw cause instanceof NotSubscribed ? cause : new NotSubscribed("refused", { cause });
    }),
  );
}

/** Gives something up that has not settled in time, by `NotSubscribed("no-answer")`. */
export function inTime<T>(work: Promise<T>): Promise<T> {
  return new Promise((done, fail) => {
    const timer = setTimeout(() => fail(new NotSubscribed("no-answer")), patience);
    work.then(done, fail).finally(() => clearTimeout(timer));
  });
}

function bodyOf(subscription: PushSubscription) {
  const { endpoint, keys } = subscription.toJSON();
  if (!endpoint || !keys?.p256dh || !keys.auth) throw new NotSubscribed("refused");
  return { endpoint, keys: { p256dh: keys.p256dh, auth: keys.auth } };
}

function sameKey(held: ArrayBuffer | null, key: string): boolean {
  if (held === null) return false;
  const text = btoa(String.fromCharCode(...new Uint8Array(held)));
  return text.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "") === key;
}
