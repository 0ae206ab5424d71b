import type { SentMessage, Topic, Webhook, WebhookKind } from "../../../shared/channels/webhook.ts";
import type { Failure } from "../../../shared/metrics/connector-failure.ts";
import type { Mark } from "../../ui/StatusMark.tsx";

export const kindNames: Record<WebhookKind, string> = {
  slack: "Slack",
  teams: "Teams",
  generic: "A program",
};

/** Where the address of each kind is found. */
export const kindHints: Record<WebhookKind, string> = {
  slack:
    "In Slack: Apps, Incoming Webhooks, Add to a channel. Its address begins with https://hooks.slack.com.",
  teams: "In Teams: the channel’s menu, Workflows, “Post to a channel when a webhook request is received”.",
  generic: "Any public https address that takes a POST with JSON. Each message is signed.",
};

export const topicWords: Record<Topic, { label: string; detail: string }> = {
  digest: { label: "The digest", detail: "The week in short, the working day after the metric check" },
  focus: { label: "The daily focus", detail: "One key result and today’s bets, at the focus time" },
  misses: {
    label: "Missing check-ins",
    detail: "With the metric check, two working days after they were due",
  },
  anomalies: { label: "Anomalies", detail: "At once, those that would be pushed to the PM" },
  report: {
    label: "The report",
    detail: "Of the whole company, monthly: the star, how sure we are, what changed",
  },
};

const shortNames: Record<Topic, string> = {
  digest: "digest",
  focus: "focus",
  misses: "missing check-ins",
  anomalies: "anomalies",
  report: "report",
};

/** "digest, focus". */
export function saysWords(says: readonly Topic[]): string {
  return says.map((one) => shortNames[one]).join(", ");
}

interface Words {
  happened: string;
  todo: string;
}
type Said = readonly [happened: string, todo: string];

const inside: Said = [
  "The address does not lead to the public internet, so nothing was sent.",
  "Use a public https address, or ask whoever runs the server to open this host.",
];
const unusual: Said = ["The address is not a plain https one, so nothing was sent.", "Type it again."];

const words: Partial<Record<Failure["why"], Said>> = {
  "not-public": inside,
  "no-name": ["The host name was not found.", "Check its spelling; if it is right, it is tried again."],
  timeout: ["No answer came within 7 seconds.", "Check whether the receiver is up, and how fast."],
  certificate: ["No safe connection could be made.", "Have the receiver’s certificate put right."],
  connection: ["The connection failed or broke off.", "Check whether the receiver is running."],
  redirect: ["The receiver points to another address, which is not followed.", "Use that address itself."],
  stopped: ["The server was stopping just then.", "Try again."],
  "secrets-lost": [
    "The server cannot read the address any more; its key is another one.",
    "Type the address again.",
  ],
};

export function failureWords({ why, status = 0, code }: Failure): Words {
  if (why === "status") return { happened: `The receiver answered with ${status}.`, todo: advice(status) };
  const [happened, todo] = words[why] ?? (code === "address_refused" ? unusual : words.connection!);
  return { happened, todo };
}

function advice(status: number): string {
  if (status === 404 || status === 410)
    return "The webhook is gone there. Make a new one and type its address.";
  if (status === 401 || status === 403) return "The receiver wants none of it. Check the address.";
  if (status === 400 || status === 413) return "The receiver does not understand it. Check what kind it is.";
  return "The receiver is busy or in trouble; it is tried again.";
}

/** How it stands, as a mark with its word. */
export function webhookMark({ state, failure, failures, sent }: Webhook): { mark: Mark; word: string } {
  if (state === "off")
    return failure ? { mark: "bad", word: "switched off" } : { mark: "quiet", word: "off" };
  if (failure) return { mark: "warn", word: failures === 1 ? "failed once" : `failed ${failures} times` };
  const told = sent.some((one) => one.state === "accepted");
  return told ? { mark: "ok", word: "works" } : { mark: "quiet", word: "not told yet" };
}

const sentNames = {
  digest: "Digest",
  focus: "Daily focus",
  misses: "Missing check-ins",
  anomalies: "Anomaly",
  report: "Report",
  test: "Test",
} as const;
const unsaid: Record<string, string> = {
  "nothing-to-say": "nothing to say",
  answered: "answered before",
  "squad-gone": "squad dismissed",
  off: "was off",
  expired: "too late",
  interrupted: "interrupted",
  "held-back": "held back",
};

/** One line of the last ten: what it was, and what became of it. */
export function sentWords({ says, state, reason = "", status, attempts }: SentMessage) {
  const tries = attempts > 1 ? `, ${attempts} tries` : "";
  const outcome: Record<SentMessage["state"], { mark: Mark; word: string }> = {
    planned: { mark: "quiet", word: "planned" },
    sending: { mark: "quiet", word: "on its way" },
    retrying:
      reason === "held-back"
        ? { mark: "quiet", word: "waits its turn" }
        : { mark: "warn", word: `tried again${tries}` },
    accepted: { mark: "ok", word: `taken${tries}` },
    failed: { mark: "bad", word: reason === "status" ? `refused, ${status}` : `failed${tries}` },
    skipped: { mark: "quiet", word: unsaid[reason] ?? "not said" },
  };
  return { title: sentNames[says], ...outcome[state] };
}
