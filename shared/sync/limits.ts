/** What whoever saves and sends must know of the protocol; apart from its schemas, so that neither needs a parser. */
export const protocolVersion = 1;

/** A client sends at most this much a round. */
export const roundLimits = { mutations: 250, bytes: 256 * 1024 };
