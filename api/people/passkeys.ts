import type {
  AuthenticationResponseJSON,
  AuthenticatorTransport,
  RegistrationResponseJSON,
} from "@simplewebauthn/server";
import { isoNow } from "../../shared/time/instant.ts";
import { DatabaseError } from "../db/database-error.ts";
import { Refused } from "../errors.ts";
import { firstMembership } from "./member-store.ts";
import * as store from "./passkey-store.ts";
import { minute, type PeopleDeps } from "./people-deps.ts";
import { type SignedIn, signIn } from "./sign-in.ts";
import type { Signed } from "./signed.ts";

const challengeLife = 5 * minute;
const mostPasskeys = 20;
/** The library costs half a second at start, so it is loaded by the first who needs it. */
const webauthn = () => import("@simplewebauthn/server");

export async function listPasskeys(deps: PeopleDeps, { personId }: Signed) {
  const rows = await store.listPasskeys(deps.database, personId);
  return rows.map(({ id, name, createdAt, lastUsedAt }) => ({
    id,
    name,
    createdAt,
    ...(lastUsedAt === null ? {} : { lastUsedAt }),
  }));
}

/** What the browser is asked to make: a key the phone itself keeps and unlocks, found without typing a name. */
export async function registrationOptions(deps: PeopleDeps, { personId, personName }: Signed) {
  const { generateRegistrationOptions } = await webauthn();
  const known = await store.listPasskeys(deps.database, personId);
  if (known.length >= mostPasskeys) throw new Refused("passkey_refused");
  const options = await generateRegistrationOptions({
    rpName: "Northing",
    rpID: relyingParty(deps),
    userName: personName,
    userID: new Uint8Array(Buffer.from(personId)),
    challenge: new Uint8Array(deps.bytes(32)),
    attestationType: "none",
    excludeCredentials: known.map(({ id }) => ({ id })),
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
  });
  await keepChallenge(deps, options.challenge, personId);
  return options;
}

export async function register(
  deps: PeopleDeps,
  { personId, deviceName }: Signed,
  response: RegistrationResponseJSON,
  name: string | undefined,
): Promise<{ id: string; name: string }> {
  const expectedChallenge = await spentChallenge(deps, response.response.clientDataJSON, personId);
  const { verifyRegistrationResponse } = await webauthn();
  const verified = await orRefused(
    verifyRegistrationResponse({
      response,
      expectedChallenge,
      expectedOrigin: deps.origin(),
      expectedRPID: relyingParty(deps),
      requireUserVerification: true,
    }),
  );
  if (!verified.verified) throw new Refused("passkey_refused");
  const { id, publicKey, counter, transports } = verified.registrationInfo.credential;
  const passkey = {
    id,
    personId,
    counter,
    name: name ?? deviceName,
    createdAt: isoNow(deps),
    lastUsedAt: null,
  };
  const key = Buffer.from(publicKey).toString("base64url");
  try {
    await store.insertPasskey(deps.database, { ...passkey, publicKey: key, transports: transports ?? [] });
  } catch (error) {
    if (error instanceof DatabaseError && error.code === "constraint") throw new Refused("passkey_refused");
    throw error;
  }
  deps.log.info("passkey.registered", { personId });
  return { id, name: passkey.name };
}

/** No name is asked and no key is listed, so that nobody learns who has one. */
export async function signInOptions(deps: PeopleDeps) {
  const { generateAuthenticationOptions } = await webauthn();
  const options = await generateAuthenticationOptions({
    rpID: relyingParty(deps),
    challenge: new Uint8Array(deps.bytes(32)),
    userVerification: "required",
  });
  await keepChallenge(deps, options.challenge, null);
  return options;
}

export async function signInWithPasskey(
  deps: PeopleDeps,
  response: AuthenticationResponseJSON,
  deviceName: string | undefined,
  caller: Signed | undefined,
): Promise<SignedIn> {
  const expectedChallenge = await spentChallenge(deps, response.response.clientDataJSON, null);
  const passkey = await store.findPasskey(deps.database, response.id);
  const { userHandle } = response.response;
  const owner = passkey && Buffer.from(passkey.personId).toString("base64url");
  if (!passkey || (userHandle && userHandle !== owner)) throw new Refused("passkey_refused");
  const { verifyAuthenticationResponse } = await webauthn();
  const verified = await orRefused(
    verifyAuthenticationResponse({
      response,
      expectedChallenge,
      expectedOrigin: deps.origin(),
      expectedRPID: relyingParty(deps),
      requireUserVerification: true,
      credential: {
        id: passkey.id,
        publicKey: new Uint8Array(Buffer.from(passkey.publicKey, "base64url")),
        counter: passkey.counter,
        transports: passkey.transports as AuthenticatorTransport[],
      },
    }),
  );
  if (!verified.verified) throw new Refused("passkey_refused");
  const home = await firstMembership(deps.database, passkey.personId, null);
  if (!home) throw new Refused("not_a_member");
  return signIn(deps, { personId: passkey.personId, ...home }, deviceName, caller, "passkey", [
    store.usePasskey(passkey.id, verified.authenticationInfo.newCounter, isoNow(deps)),
  ]);
}

export async function removePasskey(deps: PeopleDeps, { personId }: Signed, id: string): Promise<void> {
  const own = await store.listPasskeys(deps.database, personId);
  if (!own.some((one) => one.id === id)) throw new Refused("not_found");
  deps.revocations.append(isoNow(deps), "passkey", [id]);
  await store.removePasskey(deps.database, id, personId);
  deps.log.info("passkey.removed", { personId });
}

function keepChallenge(deps: PeopleDeps, challenge: string, personId: string | null): Promise<void> {
  return store.saveChallenge(deps.database, challenge, personId, isoNow(deps), isoNow(deps, challengeLife));
}

/** The challenge an answer claims to be for, once we know that we gave it out and that it was not answered before. */
async function spentChallenge(
  deps: PeopleDeps,
  clientData: string,
  personId: string | null,
): Promise<string> {
  const challenge = await orRefused(async () => {
    const said = JSON.parse(Buffer.from(clientData, "base64url").toString()) as { challenge?: unknown };
    return String(said.challenge);
  });
  if (!(await store.takeChallenge(deps.database, challenge, personId, isoNow(deps))))
    throw new Refused("passkey_refused");
  return challenge;
}

/** Whatever the library finds wrong with an answer, the caller hears the same. */
async function orRefused<T>(work: Promise<T> | (() => Promise<T>)): Promise<T> {
  try {
    return await (typeof work === "function" ? work() : work);
  } catch {
    throw new Refused("passkey_refused");
  }
}

function relyingParty(deps: PeopleDeps): string {
  return new URL(deps.origin()).hostname;
}
