import { createTransport } from "nodemailer";
import type { Letter } from "../../shared/channels/mail.ts";

/** One e-mail to one address. */
export interface Envelope extends Letter {
  /** Also its Message-ID, the same for every try. */
  id: string;
  to: string;
  /** Where a mailbox takes its owner off by itself (RFC 8058); absent: it may not. */
  unsubscribe?: string | undefined;
  at: Date;
}

/** What the mail server said. Only `bounced` is about the address; `failed` will not get better by trying. */
export type Posted =
  | { outcome: "accepted"; status: number }
  | { outcome: "bounced" | "failed"; reason: string; status: number }
  | { outcome: "retry"; reason: "busy" | "unreachable" | "refused" | "timeout"; status?: number };

export interface MailServer {
  /** Never throws. */
  post(envelope: Envelope): Promise<Posted>;
  close(): void;
}

const patience = { one: 10_000, whole: 45_000 };
const connections = 4;

/** Hands e-mails to the mail server the operator has named, `smtp://` or `smtps://`. `host` ends each Message-ID. */
export function createMailServer(
  { url, from }: { url: string; from: string },
  { host, ca }: { host(): string; ca?: string },
): MailServer {
  const server = new URL(url);
  const isSecure = server.protocol === "smtps:";
  const [user, pass] = [decodeURIComponent(server.username), decodeURIComponent(server.password)];
  const name = server.hostname.replace(/^\[(.*)\]$/, "$1");
  const isHere = name === "localhost" || name === "::1" || name.startsWith("127.");
  const transport = createTransport({
    pool: true,
    maxConnections: connections,
    host: name,
    port: Number(server.port || (isSecure ? 465 : 587)),
    secure: isSecure,
    // A password goes out only where nobody on the way can read it.
    requireTLS: !isSecure && user !== "" && !isHere,
    ...(user === "" ? {} : { auth: { user, pass } }),
    ...(ca === undefined ? {} : { tls: { ca } }),
    connectionTimeout: patience.one,
    greetingTimeout: patience.one,
    socketTimeout: patience.one,
    dnsTimeout: patience.one,
    disableFileAccess: true,
    disableUrlAccess: true,
  });

  async function post({ id, to, unsubscribe, at, ...letter }: Envelope): Promise<Posted> {
    const sent = transport.sendMail({
      ...letter,
      from,
      to: { name: "", address: to },
      messageId: `<${id}@${host()}>`,
      date: at,
      headers: {
        "Auto-Submitted": "auto-generated",
        "X-Auto-Response-Suppress": "All",
        ...(unsubscribe === undefined ? {} : listHeaders(unsubscribe)),
      },
    });
    try {
      const { response } = await Promise.race([sent, over(patience.whole)]);
      return { outcome: "accepted", status: Number(response.slice(0, 3)) || 250 };
    } catch (error) {
      sent.catch(() => {});
      return judge(error as Fault);
    }
  }

  return { post, close: () => transport.close() };
}

function listHeaders(url: string) {
  return {
    "List-Unsubscribe": { prepared: true, foldLines: true, value: `<${url}>` },
    "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
  };
}

class TimeOver extends Error {}

function over(milliseconds: number): Promise<never> {
  const signal = AbortSignal.timeout(milliseconds);
  return new Promise((_, reject) => {
    signal.addEventListener("abort", () => reject(new TimeOver()));
  });
}

interface Fault extends Error {
  code?: string;
  responseCode?: number;
  command?: string;
}

/** 5xx to the address or to the text ends it; 5xx to the server's own name or password is the operator's to mend. */
function judge(error: Fault): Posted {
  const { code, responseCode: status, command = "" } = error;
  if (error instanceof TimeOver) return { outcome: "retry", reason: "timeout" };
  // An address that no mail server could be asked about: nothing was sent.
  if (status === undefined && code === "EENVELOPE")
    return { outcome: "bounced", reason: "address", status: 553 };
  if (status === undefined)
    return { outcome: "retry", reason: code === "ETIMEDOUT" ? "timeout" : "unreachable" };
  if (status < 500) return { outcome: "retry", reason: "busy", status };
  if (command.startsWith("RCPT")) return { outcome: "bounced", reason: "address", status };
  if (command.startsWith("DATA")) return { outcome: "bounced", reason: "message", status };
  return { outcome: "retry", reason: "refused", status };
}
