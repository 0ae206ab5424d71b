import * as z from "zod/mini";
import { errorResponse, type SyncResponse, syncResponse, type WireRow } from "../../shared/sync/protocol.ts";
import type { Pause } from "./storage.ts";
import type { Reply } from "./world.ts";

/** What a reply means for the phone. Everything not named by the server is transient. */
export type Answer =
  | { is: "answer"; response: SyncResponse }
  | { is: "pause"; why: Pause }
  /** `choked`: it may be the batch that the server could not take. */
  | { is: "transient"; offline?: boolean; choked?: "large" | "fault"; retryAfter?: number };

/** The envelope is parsed; of a row only what we rely on is checked, so that everything else of it is kept. */
const envelope = z.object({ ...syncResponse.shape, rows: z.array(z.custom<WireRow>(isRow)) });

export function read(reply: Reply): Answer {
  const retry = reply.retryAfter === undefined ? {} : { retryAfter: reply.retryAfter };
  if (reply.status === 0) return { is: "transient", offline: true };
  if (reply.status === 200) {
    const parsed = envelope.safeParse(reply.body);
    return parsed.success ? { is: "answer", response: parsed.data } : { is: "transient", ...retry };
  }
  const pause = pauseOf(reply);
  if (pause) return { is: "pause", why: pause };
  if (reply.status === 413) return { is: "transient", choked: "large", ...retry };
  const fault = reply.status === 500 || reply.status === 400 || reply.status === 422;
  return { is: "transient", ...(fault ? { choked: "fault" as const } : {}), ...retry };
}

/** Only a code of ours decides what is wiped or purged: a proxy's 401 or 403 merely pauses. */
function pauseOf({ status, body }: Reply): Pause | undefined {
  const code = errorResponse.safeParse(body).data?.error.code;
  if (code === "protocol_unsupported") return "update-needed";
  if (status === 401) return code === "device_revoked" ? "revoked" : "signed-out";
  if (status === 403) return code === "not_a_member" ? "removed" : "refused";
  return undefined;
}

function isRow(row: unknown): boolean {
  const { kind, id, revision, deleted, body } = (row ?? {}) as Partial<WireRow>;
  const addressed = typeof kind === "string" && typeof id === "string" && typeof revision === "number";
  return addressed && (deleted === true || (typeof body === "object" && body !== null));
}
