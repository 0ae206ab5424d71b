import * as z from "zod/mini";

/** The longest endpoint taken; real ones have 150 to 300 characters. */
export const maxEndpoint = 2048;

/** A push subscription as a browser gives it: keys in base64url without padding. */
export const subscription = z.strictObject({
  endpoint: z.string().check(z.minLength(1), z.maxLength(maxEndpoint)),
  keys: z.strictObject({
    /** 65 bytes, an uncompressed point: the first is 4, so it begins with B and a letter up to P. */
    p256dh: z.string().check(z.regex(/^B[A-P][A-Za-z0-9_-]{84}[AEIMQUYcgkosw048]$/)),
    /** 16 bytes. */
    auth: z.string().check(z.regex(/^[A-Za-z0-9_-]{21}[AQgw]$/)),
  }),
});
export type Subscription = z.output<typeof subscription>;

/** Which subscription of one's own is to be forgotten: by its address, or the one of a device. */
export const forgetRequest = z.union([
  z.strictObject({ endpoint: z.string().check(z.minLength(1), z.maxLength(maxEndpoint)) }),
  z.strictObject({ deviceId: z.uuid() }),
]);
export type Forget = z.output<typeof forgetRequest>;

/** The push services of the browsers: these hosts and everything under them. */
export const pushServices = [
  "fcm.googleapis.com",
  "jmt17.google.com",
  "push.services.mozilla.com",
  "push.apple.com",
  "notify.windows.com",
] as const;

/** An endpoint after parsing; a `URL` is one. `hostname` is lower-case, `port` is "" for the default of the scheme. */
export interface ParsedEndpoint {
  href: string;
  protocol: string;
  username: string;
  password: string;
  hostname: string;
  port: string;
}

/**
 * Whether a message may be posted to an endpoint: https, no credentials, at a known push service on its default port,
 * or at a host the operator has named (`host`, or `host:port` for another port). Hosts are compared whole: a name that
 * only contains or ends like a known one is refused.
 */
export function endpointAllowed(endpoint: ParsedEndpoint, extraHosts: readonly string[]): boolean {
  const { href, protocol, username, password, hostname, port } = endpoint;
  if (href.length > maxEndpoint || protocol !== "https:" || username !== "" || password !== "") return false;
  if (isExtraHost(endpoint, extraHosts)) return true;
  return port === "" && pushServices.some((host) => hostname === host || hostname.endsWith(`.${host}`));
}

/** True for an endpoint at a host the operator has named; only there may the address be a private one. */
export function isExtraHost(
  { hostname, port }: Pick<ParsedEndpoint, "hostname" | "port">,
  extraHosts: readonly string[],
): boolean {
  return extraHosts.includes(port === "" ? hostname : `${hostname}:${port}`);
}
