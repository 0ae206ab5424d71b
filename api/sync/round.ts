import * as z from "zod/mini";
import { halfCharacterIn } from "../../shared/sync/half-character.ts";
import {
  type MutationEnvelope,
  type MutationResult,
  maxMutations,
  mutationEnvelope,
  type SyncRequest,
  syncRequest,
} from "../../shared/sync/protocol.ts";
import { Refused } from "../errors.ts";

/** A request whose mutations are not looked at yet. */
export const looseRound = z.extend(syncRequest, { mutations: z.array(z.unknown()) });
export type LooseRound = z.output<typeof looseRound>;

const named = z.object({ id: mutationEnvelope.shape.id });

/**
 * Parses each mutation for itself, so that one which no server could ever read is refused alone and the others go on.
 * Throws `Refused`: `too_large` above the limit, `invalid_request` for a mutation without an id to answer to.
 */
export function readMutations(round: LooseRound): { request: SyncRequest; unreadable: MutationResult[] } {
  if (round.mutations.length > maxMutations) throw new Refused("too_large", { field: "mutations" });
  const mutations: MutationEnvelope[] = [];
  const unreadable: MutationResult[] = [];
  for (const [i, raw] of round.mutations.entries()) {
    const parsed = mutationEnvelope.safeParse(raw);
    // Arguments are for their rule to judge; a name is stored as it is.
    const nameless = parsed.success && halfCharacterIn(parsed.data.name) !== undefined;
    if (parsed.success && !nameless) {
      mutations.push(parsed.data);
      continue;
    }
    const { data } = named.safeParse(raw);
    if (data === undefined) throw new Refused("invalid_request", { field: `mutations.${i}.id` });
    const field = nameless ? "name" : parsed.error?.issues[0]?.path.join(".");
    unreadable.push({
      id: data.id,
      outcome: "rejected",
      code: "invalid_arguments",
      ...(field && { field }),
    });
  }
  return { request: { ...round, mutations }, unreadable };
}
