import type { PushState } from "../../push/capability.ts";
import type { NotSubscribed } from "../../push/standing.ts";

/** What each state means to the person: what is so, and the next step. */
export const deviceWords: Record<PushState, { title: string; body: string }> = {
  unsupported: {
    title: "This browser cannot receive reminders",
    body: "It has no web push, as in private windows, apps that open links themselves, and old versions. Open Northing in Chrome, Edge, Firefox or Safari, or use another device.",
  },
  "needs-install": {
    title: "Put Northing on the home screen first",
    body: "An iPhone or iPad brings reminders only to apps on its home screen. It takes three taps; what you have saved stays.",
  },
  blocked: {
    title: "Notifications are blocked for Northing",
    body: "This browser was told not to show them, and only its settings can change that. Open the settings of this site (the sign beside the address, or the app's entry in the settings of the device), allow notifications, and come back.",
  },
  askable: {
    title: "Reminders are off on this device",
    body: "Your weekly check-in, your squad’s focus, and what needs you: three a day at most, none in your quiet hours, none for what is done. What a locked screen shows is yours to choose.",
  },
  on: { title: "Reminders reach this device", body: "" },
  lost: {
    title: "Reminders no longer reach this device",
    body: "The browser or its push service has ended them. It happens after long rest or a reset; nothing you saved is affected.",
  },
};

/** Why turning on did not work. */
export const notSubscribedWords: Record<NotSubscribed["reason"], string> = {
  blocked: "The browser will not show notifications of Northing.",
  dismissed: "The browser's question was closed without an answer. Turn on again when you are ready.",
  "no-answer":
    "This browser's push service does not answer. Check the network and try again; in a private window it never will.",
  refused: "This browser's push service refused. Try again in a minute, or use another browser.",
};
