import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from "node:crypto";
import { isoCBOR } from "@simplewebauthn/server/helpers";

/** A phone's passkeys as WebAuthn sees them: ES256, found without a name, the user verified. */
export interface Authenticator {
  /** What `navigator.credentials.create` would answer to these options. */
  create(options: { challenge: string; rp: { id?: string }; user: { id: string } }, wrong?: Wrong): object;
  /** What `navigator.credentials.get` would answer. */
  get(options: { challenge: string; rpId?: string }, wrong?: Wrong): { id: string; response: object };
}

/** What a test may bend. */
export interface Wrong {
  origin?: string;
  challenge?: string;
  /** The user was present and not verified. */
  unverified?: boolean;
  /** The signature is of something else. */
  forged?: boolean;
  /** The counter stays where it was, as that of a cloned key would. */
  counter?: number;
}

const present = 0x01;
const verified = 0x04;
const attested = 0x40;
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64url");
const sha256 = (bytes: string | Uint8Array) => createHash("sha256").update(bytes).digest();

export function authenticator(origin: string): Authenticator {
  const id = randomBytes(32);
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  let counter = 0;
  let userHandle = "";

  const clientData = (type: string, challenge: string, wrong: Wrong) =>
    Buffer.from(
      JSON.stringify({
        type,
        challenge: wrong.challenge ?? challenge,
        origin: wrong.origin ?? origin,
        crossOrigin: false,
      }),
    );

  function data(rpId: string, wrong: Wrong, credential?: Uint8Array): Buffer {
    counter += 1;
    const count = Buffer.alloc(4);
    count.writeUInt32BE(wrong.counter ?? counter);
    const flags = present | (wrong.unverified ? 0 : verified) | (credential ? attested : 0);
    return Buffer.concat([sha256(rpId), Buffer.from([flags]), count, credential ?? Buffer.alloc(0)]);
  }

  return {
    create({ challenge, rp, user }, wrong = {}) {
      userHandle = user.id;
      const length = Buffer.alloc(2);
      length.writeUInt16BE(id.length);
      const credential = Buffer.concat([Buffer.alloc(16), length, id, coseKey(publicKey)]);
      const attestation = new Map<string, unknown>([
        ["fmt", "none"],
        ["attStmt", new Map()],
        ["authData", new Uint8Array(data(rp.id ?? "", wrong, credential))],
      ]);
      return {
        ...named(id),
        response: {
          clientDataJSON: base64(clientData("webauthn.create", challenge, wrong)),
          attestationObject: base64(isoCBOR.encode(attestation as never)),
          transports: ["internal"],
        },
      };
    },
    get({ challenge, rpId }, wrong = {}) {
      const said = clientData("webauthn.get", challenge, wrong);
      const authenticatorData = data(rpId ?? "", wrong);
      const signed = Buffer.concat([authenticatorData, sha256(wrong.forged ? "something else" : said)]);
      return {
        ...named(id),
        response: {
          clientDataJSON: base64(said),
          authenticatorData: base64(authenticatorData),
          signature: base64(sign("sha256", signed, privateKey)),
          userHandle,
        },
      };
    },
  };
}

function named(id: Uint8Array) {
  return { id: base64(id), rawId: base64(id), type: "public-key", clientExtensionResults: {} };
}

function coseKey(publicKey: KeyObject): Uint8Array {
  const { x = "", y = "" } = publicKey.export({ format: "jwk" });
  const bytes = (text: string) => new Uint8Array(Buffer.from(text, "base64url"));
  const key = new Map<number, unknown>([
    [1, 2],
    [3, -7],
    [-1, 1],
    [-2, bytes(x)],
    [-3, bytes(y)],
  ]);
  return isoCBOR.encode(key as never);
}
