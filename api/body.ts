import type * as z from "zod";
import type * as mini from "zod/mini";
import { halfCharacterIn } from "../shared/sync/half-character.ts";
import { Refused } from "./errors.ts";

const smallBody = 64 * 1024;
const deepest = 20;
/** Objects and lists in one body: millions of empty ones would be parsed for seconds, with nobody else having a turn. */
const mostOpened = 200_000;
/** Decoded text holds no half of a character, so only an escape can bring one. */
const halved = /\\u[dD][89a-fA-F]/;

/**
 * The parsed body of a request. Counts bytes while they arrive, so that no claim about the length is believed, and
 * measures the nesting before parsing. Refuses with `too_large`, `malformed_json` or `invalid_request` and its field.
 * Half a character in a text is `malformed_json`, but where whoever reads on has an answer to it (`halves`).
 */
export async function readJson<T extends z.ZodType | mini.ZodMiniType>(
  request: Request,
  schema: T,
  limit = smallBody,
  halves: "refused" | "passed on" = "refused",
): Promise<z.output<T>> {
  const text = await readText(request, limit);
  const body = parse(text);
  if (halves === "refused" && halved.test(text) && halfCharacterIn(body) !== undefined)
    throw new Refused("malformed_json");
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data as z.output<T>;
  const field = parsed.error.issues[0]?.path.join(".");
  throw new Refused("invalid_request", field ? { field } : {});
}

async function readText(request: Request, limit: number): Promise<string> {
  if (Number(request.headers.get("content-length") ?? 0) > limit) throw new Refused("too_large");
  const reader = request.body?.getReader();
  if (!reader) return "";
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > limit) {
      await reader.cancel();
      throw new Refused("too_large");
    }
    chunks.push(value);
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    throw new Refused("malformed_json");
  }
}

function parse(text: string): unknown {
  const { depth, opened } = nesting(text);
  if (depth > deepest) throw new Refused("malformed_json");
  if (opened > mostOpened) throw new Refused("too_large");
  try {
    return JSON.parse(text);
  } catch {
    throw new Refused("malformed_json");
  }
}

/** How deep brackets are nested outside strings, and how many are opened; stops counting once it is too much. */
function nesting(text: string): { depth: number; opened: number } {
  let depth = 0;
  let most = 0;
  let opened = 0;
  let quoted = false;
  for (let i = 0; i < text.length && most <= deepest && opened <= mostOpened; i += 1) {
    const code = text.charCodeAt(i);
    if (quoted) {
      if (code === 92) i += 1;
      else if (code === 34) quoted = false;
    } else if (code === 34) quoted = true;
    else if (code === 123 || code === 91) {
      opened += 1;
      most = Math.max(most, ++depth);
    } else if (code === 125 || code === 93) depth -= 1;
  }
  return { depth: most, opened };
}
