import type { RequestCode } from "../shared/sync/codes.ts";

/** Why a request gave no answer: a code of the server's closed list, no network, or an answer nobody can read. */
export type ApiErrorCode = RequestCode | "offline" | "unreadable";

/** Thrown by every online-only call. `field` names the argument a refusal is about. */
export class ApiError extends Error {
  readonly code: ApiErrorCode;
  readonly status: number;
  readonly field: string | undefined;
  constructor(code: ApiErrorCode, status = 0, field?: string, message: string = code) {
    super(message);
    this.code = code;
    this.status = status;
    this.field = field;
  }
}
