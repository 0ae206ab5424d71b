import { isIP } from "node:net";
import { isPublicAddress } from "./public-address.ts";

/** Why an address is not asked at all. */
export type AddressFault =
  | "form"
  | "scheme"
  | "port"
  | "credentials"
  | "too-long"
  | "spelling"
  | "not-public";

/** An address that may be asked; `trusted`: at a host the operator has named, where any scheme and address will do. */
export type Outgoing = { url: URL; trusted: boolean } | { fault: AddressFault };

const longest = 2048;
/** Scheme, host and port as they are written: no user, no escapes, nothing a parser would drop or turn into something else. */
const written = /^(https?):\/\/(\[[0-9a-f:.]+\]|[a-z0-9.-]+)(?::(\d{1,5}))?(?=[/?#]|$)\P{Cc}*$/iu;
/** Names that lead into a network and not onto the internet (RFC 6761, 6762, 8375, 9476 and common practice). */
const inside =
  /(^|\.)(localhost|local|localdomain|internal|intranet|private|corp|home|lan|arpa|onion|alt|test|invalid|example)$/;

/**
 * Whether the server may send a request to an address, as far as its text tells: https on port 443 at a name, or an
 * address, of the public internet, spelled the one usual way. What the name leads to is checked when it is looked up.
 */
export function outgoing(text: string, extraHosts: readonly string[]): Outgoing {
  if (text.length > longest) return { fault: "too-long" };
  if (!URL.canParse(text)) return { fault: "form" };
  const url = new URL(text);
  if (url.protocol !== "https:" && url.protocol !== "http:") return { fault: "scheme" };
  if (url.username !== "" || url.password !== "") return { fault: "credentials" };
  const host = written.exec(text)?.[2]?.toLowerCase();
  if (host === undefined) return { fault: "spelling" };
  // A parser turns 0x7f.1, 017700000001 and 127.1 into 127.0.0.1: only what stays as written is taken.
  if (!host.startsWith("[") && host !== url.hostname) return { fault: "spelling" };
  if (isOpened(url, extraHosts)) return { url, trusted: true };
  if (url.protocol !== "https:") return { fault: "scheme" };
  if (url.port !== "") return { fault: "port" };
  const numeric = bare(url.hostname);
  if (isIP(numeric)) return isPublicAddress(numeric) ? { url, trusted: false } : { fault: "not-public" };
  if (host.endsWith(".") || host.includes("..")) return { fault: "spelling" };
  if (!host.includes(".") || inside.test(host)) return { fault: "not-public" };
  return { url, trusted: false };
}

/** By its name alone on the port of its scheme, or by name and port. */
function isOpened({ protocol, hostname, host, port }: URL, extraHosts: readonly string[]): boolean {
  const full = `${hostname}:${port || (protocol === "https:" ? 443 : 80)}`;
  return extraHosts.some((one) => [host, full].includes(one.toLowerCase()));
}

function bare(hostname: string): string {
  return hostname.replace(/^\[(.*)\]$/, "$1");
}
