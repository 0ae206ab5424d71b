/** What stands between a person and their reminders on this device. */
export type PushState =
  /** This browser has no web push. */
  | "unsupported"
  /** An iPhone or iPad: only an app on the home screen gets push. */
  | "needs-install"
  /** The person, or whoever manages the device, has said no; only the browser's settings can change it. */
  | "blocked"
  | "askable"
  | "on"
  /** It was on, and the subscription is gone. */
  | "lost";

/** What can be found out about a device. */
export interface Surroundings {
  worker: boolean;
  pushManager: boolean;
  notifications: boolean;
  permission: NotificationPermission;
  userAgent: string;
  touchPoints: number;
  standalone: boolean;
  /** This browser holds a subscription of this person's. */
  subscribed: boolean;
  /** The person switched it on here, and has not switched it off. */
  wanted: boolean;
  /** What the server knows; undefined while it cannot be asked. */
  server: "on" | "gone" | "none" | undefined;
}

/** An iPad asks for desktop pages and calls itself a Mac; only its touch screen tells. */
export function isApplePhone({ userAgent, touchPoints }: Pick<Surroundings, "userAgent" | "touchPoints">) {
  return /iPhone|iPad|iPod/.test(userAgent) || (/Macintosh/.test(userAgent) && touchPoints > 1);
}

export function pushState(found: Surroundings): PushState {
  if (!found.standalone && isApplePhone(found) && !found.pushManager) return "needs-install";
  if (!found.worker || !found.pushManager || !found.notifications) return "unsupported";
  if (found.permission === "denied") return "blocked";
  if (found.permission === "default") return found.wanted ? "lost" : "askable";
  if (!found.wanted) return "askable";
  // Without network the browser's own word is all there is.
  return found.subscribed && (found.server ?? "on") === "on" ? "on" : "lost";
}

/** Looks at this page's browser; what the server knows is passed in. */
export async function surroundings(personId: string, server: Surroundings["server"]): Promise<Surroundings> {
  const notifications = "Notification" in globalThis;
  const subscription = await currentSubscription();
  return {
    worker: "serviceWorker" in navigator,
    pushManager: "PushManager" in globalThis,
    notifications,
    permission: notifications ? Notification.permission : "denied",
    userAgent: navigator.userAgent,
    touchPoints: navigator.maxTouchPoints,
    standalone: matchMedia("(display-mode: standalone)").matches,
    subscribed: subscription !== null,
    wanted: wantedBy() === personId,
    server,
  };
}

/** The subscription this browser holds; null where there is none or no push at all. */
export async function currentSubscription(): Promise<PushSubscription | null> {
  if (!("serviceWorker" in navigator) || !("PushManager" in globalThis)) return null;
  const registration = await navigator.serviceWorker.getRegistration();
  return (await registration?.pushManager.getSubscription()) ?? null;
}

const key = "northing-push";

/** The person who switched push on in this browser. A phone may pass to another, who has not asked for any. */
export function wantedBy(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

export function setWantedBy(personId: string | null): void {
  try {
    if (personId === null) localStorage.removeItem(key);
    else localStorage.setItem(key, personId);
  } catch {
    // Storage that is forbidden: the state is worked out from the subscription at the next launch.
  }
}
