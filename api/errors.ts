import type { Context, ErrorHandler } from "hono";
import type { RequestCode } from "../shared/sync/codes.ts";
import type { ErrorResponse } from "../shared/sync/protocol.ts";
import type { Log } from "./log.ts";

/** A request that is answered with a closed code. `status` follows from the code, `retryAfter` is in seconds. */
export class Refused extends Error {
  readonly code: RequestCode;
  readonly status: RefusedStatus;
  readonly field: string | undefined;
  readonly retryAfter: number | undefined;

  /** `expected` ends the sentence "Expected …" that a program's author reads. */
  constructor(code: RequestCode, detail: { field?: string; retryAfter?: number; expected?: string } = {}) {
    super(sentences[code] + (detail.expected === undefined ? "" : ` Expected ${detail.expected}.`));
    this.code = code;
    this.status = statuses[code];
    this.field = detail.field;
    this.retryAfter = detail.retryAfter;
  }
}

const statuses = {
  signed_out: 401,
  device_revoked: 401,
  not_a_member: 403,
  forbidden: 403,
  origin_refused: 403,
  https_required: 403,
  json_expected: 415,
  malformed_json: 400,
  invalid_request: 400,
  too_large: 413,
  rate_limited: 429,
  not_found: 404,
  token_unusable: 410,
  token_refused: 401,
  name_taken: 409,
  already_member: 409,
  passkey_refused: 403,
  push_endpoint_refused: 400,
  push_not_sent: 502,
  address_refused: 400,
  source_unreachable: 502,
  source_unreadable: 502,
  import_refused: 422,
  file_differs: 422,
  files_full: 409,
  protocol_unsupported: 426,
  unavailable: 503,
  internal: 500,
} as const satisfies Record<RequestCode, number>;
export type RefusedStatus = (typeof statuses)[RequestCode];

const sentences: Record<RequestCode, string> = {
  signed_out: "Nobody is signed in on this device.",
  device_revoked: "This device was signed out from another one.",
  not_a_member: "This person is not a member here.",
  forbidden: "This role does not allow it.",
  origin_refused: "The request did not come from this Northing.",
  https_required: "Northing answers over https only.",
  json_expected: "Send application/json.",
  malformed_json: "The body is not JSON.",
  invalid_request: "A field is missing, unknown or of the wrong form.",
  too_large: "The body is too large.",
  rate_limited: "Too many tries. Wait a little.",
  not_found: "There is nothing here.",
  token_unusable: "This link was used, ran out or was withdrawn. Ask for a new one.",
  token_refused: "This token is missing, unknown, out of date or withdrawn.",
  name_taken: "That name is in use.",
  already_member: "This device is signed in as a member here already.",
  passkey_refused: "The passkey was not accepted.",
  push_endpoint_refused: "This push address is not on the list of known push services.",
  push_not_sent: "The push service did not take the message.",
  address_refused: "This address is not a public https address.",
  source_unreachable: "The address did not answer.",
  source_unreadable: "The answer holds no number where one was expected.",
  import_refused:
    "Something is wrong with some of the rows, so none was taken. The report says what, by line.",
  file_differs: "What arrived is not the file that was announced.",
  files_full: "The files of this workspace have reached what it may hold.",
  protocol_unsupported: "This version of the app is too old. Reload it.",
  unavailable: "Northing cannot answer right now. Try again.",
  internal: "Something went wrong on the server.",
};

/** The only place where an error becomes a response: a closed code and a sentence, never a stack, SQL or a path. */
export function answerErrors(log: Log): ErrorHandler {
  return (error, c) => {
    const refused = error instanceof Refused ? error : new Refused(codeOf(error));
    const requestId = c.get("requestId");
    if (refused.code === "internal")
      log.error("request.failed", {
        requestId,
        error: error.name,
        cause: causeOf(error),
        stack: error.stack,
      });
    else if (refused.code === "unavailable")
      log.warn("request.unavailable", { requestId, error: error.name });
    else log.info("request.refused", { requestId, code: refused.code, field: refused.field });
    return refusal(c, refused);
  };
}

/** The response of a refusal, for the handlers Hono asks directly. */
export function refusal(c: Context, refused: Refused): Response {
  const { code, message, field, retryAfter, status } = refused;
  if (retryAfter !== undefined) c.header("Retry-After", String(retryAfter));
  if (code === "token_refused") c.header("WWW-Authenticate", "Bearer");
  if (code === "unavailable") c.header("Retry-After", String(retryAfter ?? 1));
  return c.json(
    errorBody({ code, message, ...(field === undefined ? {} : { field }) }, c.get("requestId")),
    status,
  );
}

/** The body of every error, also for those the HTTP parser answers before there is a request. */
export function errorBody(error: ErrorResponse["error"], requestId: string): ErrorResponse {
  return { error, requestId };
}

/** Whatever was thrown, as an error. What is none is not repeated: it may hold anything. */
export function errorOf(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error("not an error");
}

const transient = new Set(["unavailable", "full"]);

/** Database errors carry a code; everything else unforeseen is our fault. */
function codeOf(error: Error): RequestCode {
  const code = (error as { code?: unknown }).code;
  return error.name === "DatabaseError" && transient.has(String(code)) ? "unavailable" : "internal";
}

function causeOf({ cause }: Error): string | undefined {
  return cause instanceof Error ? cause.message : undefined;
}
