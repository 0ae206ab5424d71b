import type { SyncResponse, WireRow } from "../../shared/sync/protocol.ts";
import { isUuid } from "../../shared/sync/uuid.ts";
import { toldBy } from "../api-client.ts";
import type { Pause } from "./storage.ts";
import type { Reply } from "./world.ts";

/** What a reply means for the phone. Everything not named by the server is transient. */
export type Answer =
  | { is: "answer"; response: SyncResponse }
  | { is: "pause"; why: Pause }
  /** `choked`: it may be the batch that the server could not take. */
  | { is: "transient"; offline?: boolean; choked?: "large" | "fault"; retryAfter?: number };

export function read(reply: Reply): Answer {
  const retry = reply.retryAfter === undefined ? {} : { retryAfter: reply.retryAfter };
  const { status, body } = reply;
  if (status === 0) return { is: "transient", offline: true };
  if (status === 200)
    return isAnswer(body) ? { is: "answer", response: body } : { is: "transient", ...retry };
  const pause = pauseOf(reply);
  if (pause) return { is: "pause", why: pause };
  if (status === 413) return { is: "transient", choked: "large", ...retry };
  const fault = status === 500 || status === 400 || status === 422;
  return { is: "transient", ...(fault ? { choked: "fault" as const } : {}), ...retry };
}

/** Only a code of ours decides what is wiped or purged: a proxy's 401 or 403 merely pauses. */
function pauseOf({ status, body }: Reply): Pause | undefined {
  const code = isText(asRecord(body).requestId) ? toldBy(body)?.code : undefined;
  if (code === "protocol_unsupported") return "update-needed";
  if (status === 401) return code === "device_revoked" ? "revoked" : "signed-out";
  if (status === 403) return code === "not_a_member" ? "removed" : "refused";
  return undefined;
}

/**
 * Whether a body is what `syncResponse` describes. By hand, because the worker reads answers too and carries no parser.
 * Of a row only what we rely on is checked, so that everything else of it is kept.
 */
function isAnswer(body: unknown): body is SyncResponse {
  const { results, reset, wanted, rows, cursor, more, now, retryAfter } = asRecord(body);
  return (
    isList(results, isResult) &&
    (reset === undefined || reset === "epoch" || reset === "ahead" || reset === "tag") &&
    (wanted === undefined || isList(wanted, isText)) &&
    isList(rows, isRow) &&
    isCursor(cursor) &&
    typeof more === "boolean" &&
    isText(now) &&
    (retryAfter === undefined || Number.isFinite(retryAfter))
  );
}

function isResult(result: unknown): boolean {
  const { id, outcome, code, message, field, revision, flags } = asRecord(result);
  return (
    isUuid(id) &&
    (outcome === "applied" || outcome === "rejected") &&
    [code, message, field].every((one) => one === undefined || isText(one)) &&
    (revision === undefined || Number.isFinite(revision)) &&
    (flags === undefined || isList(flags, isText))
  );
}

function isCursor(cursor: unknown): boolean {
  const { epoch, revision, tag, catalogVersion, ...more } = asRecord(cursor);
  return (
    isText(epoch) &&
    epoch.length <= 64 &&
    isText(tag) &&
    tag.length <= 32 &&
    [revision, catalogVersion].every((one) => Number.isSafeInteger(one) && Number(one) >= 0) &&
    Object.keys(more).length === 0
  );
}

function isRow(row: unknown): boolean {
  const { kind, id, revision, deleted, body } = asRecord(row) as Partial<WireRow>;
  const addressed = typeof kind === "string" && typeof id === "string" && typeof revision === "number";
  return addressed && (deleted === true || (typeof body === "object" && body !== null));
}

function isList(value: unknown, is: (one: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every((one) => is(one));
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}
