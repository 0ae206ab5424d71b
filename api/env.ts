import { isIP } from "node:net";
import * as z from "zod";

/** Everything the surroundings can decide about a server, parsed once. */
export type Env = Omit<
  z.output<typeof schema>,
  "PUBLIC_URL" | "VAPID_PUBLIC_KEY" | "VAPID_PRIVATE_KEY" | "SMTP_URL" | "MAIL_FROM"
> & {
  /** The origin people use; absent when it follows from the port listened on. */
  PUBLIC_URL?: string;
  /** Absent: the server makes a pair at its first start. */
  vapid?: { publicKey: string; privateKey: string };
  /** Absent: nothing goes by e-mail. `from` is "ada@example.com" or "Northing <ada@example.com>". */
  mail?: { url: string; from: string };
};

/** The start is stopped: `message` has one line for each wrong variable, with what was expected. */
export class EnvError extends Error {}

const list = (valid: (entry: string) => boolean, expected: string) =>
  z
    .string()
    .default("")
    .transform((text) => text.split(",").map((entry) => entry.trim()))
    .transform((entries) => entries.filter((entry) => entry !== ""))
    .refine((entries) => entries.every(valid), expected);

const bytes = (length: number, expected: string) =>
  z
    .string()
    .refine((text) => /^[\w-]+$/.test(text) && Buffer.from(text, "base64url").length === length, expected);

const schema = z.object({
  PORT: z
    .string()
    .refine((text) => /^\d{1,5}$/.test(text) && Number(text) <= 65535, "a port number from 0 to 65535")
    .transform(Number)
    .default(4170),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, "a host name or an address to listen on")
    .default("localhost"),
  DATA_DIR: z.string().default("./data"),
  DATABASE_URL: z
    .string()
    .regex(
      /^(file:|libsql:\/\/|https?:\/\/|wss?:\/\/)./,
      "file:PATH, or libsql://, http:// or https:// of a libSQL server",
    )
    .optional(),
  DATABASE_AUTH_TOKEN: z.string().optional(),
  PUBLIC_URL: z
    .string()
    .refine(
      isPublicOrigin,
      "the https origin people use, such as https://okr.example.com (http only for localhost)",
    )
    .transform((text) => new URL(text).origin)
    .optional(),
  TRUST_PROXY: list(isAddress, "addresses or networks of proxies, such as 10.0.0.2,172.16.0.0/12"),
  VAPID_SUBJECT: z
    .string()
    .regex(/^(mailto:[^\s@]+@[^\s@]+|https:\/\/\S+)$/, "mailto:ADDRESS or an https address")
    .optional(),
  VAPID_PUBLIC_KEY: bytes(65, "an uncompressed P-256 point of 65 bytes in base64url").optional(),
  VAPID_PRIVATE_KEY: bytes(32, "a P-256 key of 32 bytes in base64url").optional(),
  PUSH_EXTRA_HOSTS: list(
    (entry) => /^[a-z0-9.-]+(:\d{1,5})?$/i.test(entry),
    "hosts as host or host:port, with commas",
  ),
  WEBHOOK_EXTRA_HOSTS: list(
    (entry) => /^(\[[0-9a-f:.]+\]|[a-z0-9.-]+)(:\d{1,5})?$/i.test(entry),
    "hosts as host or host:port, with commas",
  ),
  SMTP_URL: z
    .string()
    .refine(isMailServer, "smtp://HOST:PORT or smtps://HOST:PORT, with USER:PASSWORD@ where it wants them")
    .optional(),
  MAIL_FROM: z
    .string()
    .regex(
      /^([\w .,'()-]{1,80} <[^\s@<>"]{1,64}@[\w.-]{1,180}>|[^\s@<>"]{1,64}@[\w.-]{1,180})$/,
      "an address, or NAME <ADDRESS>",
    )
    .optional(),
  SECRET_KEY: bytes(
    32,
    "32 random bytes in base64url, such as `openssl rand -base64 32 | tr '+/' '-_' | tr -d =`",
  ).optional(),
  METRICS_TOKEN: z
    .string()
    .regex(/^[\x21-\x7e]{16,200}$/, "at least 16 characters without spaces")
    .optional(),
  LOG_LEVEL: z
    .enum(["debug", "info", "warn", "error"], { error: "debug, info, warn or error" })
    .default("info"),
});

const secret = new Set([
  "DATABASE_AUTH_TOKEN",
  "VAPID_PRIVATE_KEY",
  "SECRET_KEY",
  "SMTP_URL",
  "METRICS_TOKEN",
]);

/** Reads the variables Northing knows, by default the process's; an empty one counts as absent. Throws `EnvError`. */
export function parseEnv(variables: Record<string, string | undefined> = process.env): Env {
  const given = Object.fromEntries(
    Object.keys(schema.shape).flatMap((name) => (variables[name] ? [[name, variables[name]]] : [])),
  );
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    const lines = parsed.error.issues.map(({ path, message }) => complaint(String(path[0]), message, given));
    throw new EnvError([...new Set(lines)].join("\n"));
  }
  const { VAPID_PUBLIC_KEY: publicKey, VAPID_PRIVATE_KEY: privateKey, ...others } = parsed.data;
  const { PUBLIC_URL, SMTP_URL: url, MAIL_FROM: from, ...env } = others;
  if ((publicKey === undefined) !== (privateKey === undefined))
    throw new EnvError("VAPID_PUBLIC_KEY and VAPID_PRIVATE_KEY: expected both or neither");
  if ((url === undefined) !== (from === undefined))
    throw new EnvError("SMTP_URL and MAIL_FROM: expected both or neither");
  return {
    ...env,
    ...(PUBLIC_URL === undefined ? {} : { PUBLIC_URL }),
    ...(publicKey && privateKey ? { vapid: { publicKey, privateKey } } : {}),
    ...(url && from ? { mail: { url, from } } : {}),
  };
}

function complaint(name: string, expected: string, given: Record<string, string | undefined>): string {
  return `${name}: expected ${expected}${secret.has(name) ? "" : `; got ${JSON.stringify(given[name])}`}`;
}

function isPublicOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  if (url.pathname !== "/" || url.search || url.hash || url.username) return false;
  return url.protocol === "https:" || (url.protocol === "http:" && isLoopbackName(url.hostname));
}

function isLoopbackName(name: string): boolean {
  return name === "localhost" || name.endsWith(".localhost") || name === "127.0.0.1" || name === "[::1]";
}

function isMailServer(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  const bare = url.search === "" && url.hash === "" && (url.pathname === "" || url.pathname === "/");
  return (url.protocol === "smtp:" || url.protocol === "smtps:") && url.hostname !== "" && bare;
}

function isAddress(entry: string): boolean {
  const [address = "", bits, ...rest] = entry.split("/");
  const family = isIP(address);
  if (family === 0 || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128));
}
