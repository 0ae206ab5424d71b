/** A client sends at most this much a round. Apart from the protocol's schemas, so that saving needs no parser. */
export const roundLimits = { mutations: 250, bytes: 256 * 1024 };
