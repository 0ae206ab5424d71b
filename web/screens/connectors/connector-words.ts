import type { Connector, Schedule } from "../../../shared/metrics/connector.ts";
import type { Failure } from "../../../shared/metrics/connector-failure.ts";
import { localDate } from "../../../shared/time/local-date.ts";
import { formatDayAway } from "../../ui/day.ts";
import { refusalWords } from "../../ui/refusal.ts";
import type { Mark } from "../../ui/StatusMark.tsx";
import { weekdayName } from "../../ui/weekday.ts";

/** What happened, and what to do about it. */
interface Words {
  happened: string;
  todo: string;
}

type Said = readonly [happened: string, todo: string];

const notPublic: Said = [
  "The address does not lead to the public internet, so nothing was sent.",
  "Use a public https address, or ask whoever runs the server to open this host.",
];

const words: Record<Exclude<Failure["why"], "refused">, Said | ((failure: Failure) => Said)> = {
  form: ["This is no address, so nothing was sent.", "Copy the whole address, from https:// on."],
  scheme: ["Only https is asked, so nothing was sent.", "Use an address that begins with https://."],
  port: ["Only the usual https port is asked, so nothing was sent.", "Leave the port out."],
  credentials: [
    "The address holds a name or a password, so nothing was sent.",
    "Take it out and send it as a header instead.",
  ],
  "too-long": ["The address is too long, so nothing was sent.", "Use one of at most 2,048 characters."],
  spelling: [
    "The host is spelled in an unusual way, so nothing was sent.",
    "Write the plain host name in ASCII, without a dot at its end.",
  ],
  "not-public": notPublic,
  "no-name": ["The host name was not found.", "Check its spelling; if it is right, try again later."],
  timeout: [
    "No whole answer came within 7 seconds.",
    "Check whether the address answers at all, and how fast.",
  ],
  certificate: [
    "No safe connection could be made: the certificate is not valid.",
    "Have the certificate of the source put right.",
  ],
  connection: ["The connection failed or broke off.", "Check whether the source is running."],
  stopped: ["The server was stopping just then.", "Try again."],
  status: ({ status = 0 }) => [`The source answered with ${status}.`, statusAdvice(status)],
  redirect: ["The source points to another address, which is not followed.", "Use that address itself."],
  "too-large": ["The answer is larger than 100 KB.", "Ask for less: one query, one number."],
  encoded: [
    "The answer came compressed, though it was asked for plainly.",
    "Have the source send plain text.",
  ],
  "not-text": ["The answer is no text in UTF-8.", "Check that the address gives JSON or Prometheus text."],
  "not-json": ["The answer is no JSON.", "Open the address yourself; it may show a sign-in page."],
  "not-prometheus": ({ at = "1" }) => [
    `Line ${at} of the answer is no Prometheus text.`,
    "Open the address yourself; it may show a sign-in page.",
  ],
  "nothing-there": ({ at }) =>
    at === undefined
      ? ["No series of the answer fits.", "Check the name and the labels."]
      : [`The answer has nothing at ${at}.`, "Check the path against what the address gives."],
  several: ({ count = 2 }) => [
    `${count} series fit, and none is chosen for you.`,
    "Narrow it down to one, or add them up.",
  ],
  "not-a-number": ({ at }) => [
    at === undefined ? "What stands there is no number." : `What stands at ${at} is no number.`,
    "Point to the number itself.",
  ],
  "not-finite": [
    "What stands there is not a finite number.",
    "Have the source leave out what it cannot compute.",
  ],
  "maker-removed": [
    "Whoever set this up is no longer in the workspace.",
    "Resume it, and its readings are recorded as you.",
  ],
  "secrets-lost": [
    "The server cannot read the address and headers any more; its key is another one.",
    "Type the address and the headers again.",
  ],
  fault: [
    "Something went wrong on the server.",
    "It is tried again; if it stays, tell whoever runs the server.",
  ],
};

export function failureWords(failure: Failure): Words {
  if (failure.why === "refused") {
    const { happened, todo } = refusalWords(failure.at ?? "unknown", "request");
    return { happened: `The reading was refused. ${happened}`, todo };
  }
  const known = words[failure.why];
  const [happened, todo] = typeof known === "function" ? known(failure) : known;
  return { happened, todo };
}

function statusAdvice(status: number): string {
  if (status === 401 || status === 403) return "Check the header that signs in.";
  if (status === 404) return "Check the address.";
  if (status === 429) return "It is asked too often; choose a longer rhythm.";
  return status >= 500
    ? "The fault is with the source; it is tried again."
    : "Check the address and the headers.";
}

/** "daily at 07:00", "Mondays at 07:00", "hourly at :15". */
export function scheduleWords({ every, weekday = 1, time }: Schedule): string {
  if (every === "hour") return `hourly at :${time.slice(3)}`;
  return every === "day" ? `daily at ${time}` : `${weekdayName(weekday)}s at ${time}`;
}

/** How it stands, as a mark with its word. */
export function connectorMark({ state, failure, failures, lastAt }: Connector): { mark: Mark; word: string } {
  if (state === "paused")
    return failure ? { mark: "bad", word: "stopped" } : { mark: "quiet", word: "paused" };
  if (failure) return { mark: "warn", word: failures === 1 ? "failed once" : `failed ${failures} times` };
  return lastAt === undefined ? { mark: "quiet", word: "not asked yet" } : { mark: "ok", word: "works" };
}

/** "today at 07:00", "in 3 days at 07:00" by the workspace's clock; "any moment" once it is past. */
export function momentWords(at: string, zone: string, now: number): string {
  if (Date.parse(at) <= now) return "any moment";
  const day = localDate(at, zone);
  const time = new Intl.DateTimeFormat("en-GB", {
    hour: "2-digit",
    minute: "2-digit",
    timeZone: zone,
  }).format(Date.parse(at));
  return `${formatDayAway(day, localDate(now, zone))} at ${time}`;
}
