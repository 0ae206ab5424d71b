import type { RequestCode } from "../shared/sync/codes.ts";
import type { ErrorResponse } from "../shared/sync/protocol.ts";

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

/** What came back. Status 0: nothing did. `body` is undefined when it was not JSON; `retryAfter` is in seconds. */
export interface Reply {
  status: number;
  body?: unknown;
  retryAfter?: number;
}

/**
 * One request to our own server; a file goes as it is, with its own type, everything else as JSON. Never rejects: no
 * network, a timeout and a redirect elsewhere are status 0.
 */
export async function request(
  method: string,
  path: string,
  body?: unknown,
  timeoutMs = 15_000,
): Promise<Reply> {
  const isFile = body instanceof Blob;
  try {
    const response = await fetch(path, {
      method,
      headers: {
        accept: "application/json",
        ...(body === undefined || isFile ? {} : { "content-type": "application/json" }),
      },
      ...(body === undefined ? {} : { body: isFile ? body : JSON.stringify(body) }),
      credentials: "same-origin",
      cache: "no-store",
      // A captive portal answers with a redirect to its own page.
      redirect: "error",
      signal: AbortSignal.timeout(timeoutMs),
    });
    const after = Number(response.headers.get("retry-after") ?? Number.NaN);
    return {
      status: response.status,
      body: parsed(await response.text()),
      ...(after >= 0 ? { retryAfter: after } : {}),
    };
  } catch {
    return { status: 0 };
  }
}

/** One request that answers data. Throws ApiError. */
export async function call<T>(method: string, path: string, body?: unknown, timeoutMs?: number): Promise<T> {
  const reply = await request(method, path, body, timeoutMs);
  if (reply.status >= 200 && reply.status < 300 && (reply.status === 204 || reply.body !== undefined))
    return reply.body as T;
  throw refusal(reply);
}

/** The bytes of a file. Throws ApiError. */
export async function download(path: string, timeoutMs: number): Promise<ArrayBuffer> {
  try {
    const response = await fetch(path, {
      credentials: "same-origin",
      cache: "no-store",
      redirect: "error",
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (response.ok) return await response.arrayBuffer();
    throw refusal({ status: response.status, body: parsed(await response.text()) });
  } catch (error) {
    throw error instanceof ApiError ? error : new ApiError("offline");
  }
}

/** Reads an endless answer as it comes. Resolves when it ends, was refused or cannot be had; never rejects. */
export async function follow(
  path: string,
  heard: (text: string) => void,
  signal: AbortSignal,
): Promise<void> {
  try {
    const response = await fetch(path, { credentials: "same-origin", cache: "no-store", signal });
    if (!response.ok || response.body === null) return;
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    for (let read = await reader.read(); !read.done; read = await reader.read()) heard(read.value);
  } catch {
    // Aborted, or the network went: whoever listens tries again.
  }
}

function refusal({ status, body }: Reply): ApiError {
  if (status === 0) return new ApiError("offline");
  const told = toldBy(body);
  if (told === undefined) return new ApiError("unreadable", status);
  return new ApiError(told.code as ApiErrorCode, status, told.field, told.message);
}

/** Read by hand: this is in the first load, and the schemas' parser is not. Anything else did not come from us. */
export function toldBy(body: unknown): ErrorResponse["error"] | undefined {
  const { error } = (body ?? {}) as { error?: Record<string, unknown> };
  if (typeof error?.code !== "string" || typeof error.message !== "string") return undefined;
  const { code, message, field } = error;
  return { code, message, ...(typeof field === "string" ? { field } : {}) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
