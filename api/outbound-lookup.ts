import { lookup } from "node:dns/promises";
import type { LookupFunction } from "node:net";
import { isPublicAddress } from "./public-address.ts";

/** Every address of a host. */
export type Resolve = (host: string) => Promise<{ address: string; family: number }[]>;

/** The system's resolver. */
export const systemResolve: Resolve = (host) => lookup(host, { all: true });

/** A host leads to an address that is not on the public internet. Not the same as one that does not resolve. */
export class AddressRefused extends Error {}

/**
 * For the `lookup` of a connection, which then goes to exactly the address that was checked. A host with one address
 * that is not public is refused as a whole: which of several is tried first is not for us to say.
 */
export function publicLookup(resolve: Resolve): LookupFunction {
  return (host, options, done) => {
    publicAddresses(host, resolve).then(
      (found) => {
        const first = found[0]!;
        if (options.all) done(null, found);
        else done(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => done(error, "", 0),
    );
  };
}

/** The addresses of a host. Throws `AddressRefused`, or another error when there are none to be had. */
export async function publicAddresses(host: string, resolve: Resolve) {
  const found = await resolve(host);
  if (found.some((one) => !isPublicAddress(one.address))) throw new AddressRefused();
  if (found.length === 0) throw new Error("no address");
  return found;
}
