import { Refused } from "../errors.ts";

/** Small enough for a statement to a database elsewhere; a multiple of three, so that base64 of pieces can be joined. */
export const pieceSize = 192 * 1024;

/** A body cut into pieces as it comes; refuses `file_differs` as soon as there is more of it than `most`. */
export async function* pieces(
  body: ReadableStream<Uint8Array> | null,
  most: number,
): AsyncGenerator<Uint8Array> {
  if (body === null) return;
  let held: Uint8Array[] = [];
  let size = 0;
  let all = 0;
  const reader = body.getReader();
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      all += read.value.length;
      if (all > most) throw new Refused("file_differs");
      held.push(read.value);
      size += read.value.length;
      if (size < pieceSize) continue;
      const together = Buffer.concat(held);
      const cut = size - (size % pieceSize);
      for (let start = 0; start < cut; start += pieceSize) yield together.subarray(start, start + pieceSize);
      held = cut < size ? [together.subarray(cut)] : [];
      size -= cut;
    }
    if (size > 0) yield Buffer.concat(held);
  } finally {
    // Whoever stops half-way leaves nothing to be read on.
    await reader.cancel().catch(() => {});
  }
}
