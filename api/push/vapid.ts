import { createPrivateKey, type KeyObject, sign } from "node:crypto";

export interface VapidKeys {
  /** `mailto:` or `https:`; a push service writes there when something is wrong. */
  subject: string;
  /** The uncompressed point, base64url. */
  publicKey: string;
  /** The scalar, base64url. */
  privateKey: string;
}

const lifetime = 12 * 3600;
const renewBefore = 6 * 3600;

/**
 * Makes `Authorization` headers (RFC 8292), one for each push service and half a day: signing each message anew is half
 * the cost of sending it.
 */
export function createVapid({ subject, publicKey, privateKey }: VapidKeys, now: () => number) {
  const key = keyOf(publicKey, privateKey);
  const known = new Map<string, { header: string; expires: number }>();
  return (endpoint: URL): string => {
    const seconds = Math.floor(now() / 1000);
    const ready = known.get(endpoint.origin);
    if (ready && ready.expires - seconds > renewBefore && ready.expires - seconds <= lifetime)
      return ready.header;
    const expires = seconds + lifetime;
    const token = signed(key, { aud: endpoint.origin, exp: expires, sub: subject });
    const header = `vapid t=${token}, k=${publicKey}`;
    known.set(endpoint.origin, { header, expires });
    return header;
  };
}

function signed(key: KeyObject, claims: object): string {
  const text = `${encode({ typ: "JWT", alg: "ES256" })}.${encode(claims)}`;
  const signature = sign("sha256", Buffer.from(text), { key, dsaEncoding: "ieee-p1363" });
  return `${text}.${signature.toString("base64url")}`;
}

function keyOf(publicKey: string, d: string): KeyObject {
  const point = Buffer.from(publicKey, "base64url");
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((part) => part.toString("base64url"));
  return createPrivateKey({ key: { kty: "EC", crv: "P-256", d, x: x!, y: y! }, format: "jwk" });
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}
