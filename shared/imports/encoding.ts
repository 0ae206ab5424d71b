/** Encodings a file may come in; the names are those `TextDecoder` knows. */
export const encodings = ["utf-8", "utf-16le", "utf-16be", "windows-1252"] as const;
export type Encoding = (typeof encodings)[number];

/** How many bytes of the head are looked at. */
export const headBytes = 512;

/**
 * The encoding of a file by its first bytes: a byte order mark, else where every other byte is zero. Windows-1252 is
 * never guessed, since any bytes are text in it: somebody has to say so.
 */
export function encodingOf(head: Uint8Array, said?: Encoding): Encoding {
  const [a, b, c] = head;
  if (a === 0xff && b === 0xfe) return "utf-16le";
  if (a === 0xfe && b === 0xff) return "utf-16be";
  if (a === 0xef && b === 0xbb && c === 0xbf) return "utf-8";
  if (said !== undefined) return said;
  const some = head.subarray(0, headBytes);
  const zeros = [0, 0];
  some.forEach((byte, place) => {
    if (byte === 0) zeros[place % 2]! += 1;
  });
  const most = some.length / 2;
  if (some.length >= 4 && zeros[0] === 0 && zeros[1]! > most * 0.6) return "utf-16le";
  if (some.length >= 4 && zeros[1] === 0 && zeros[0]! > most * 0.6) return "utf-16be";
  return "utf-8";
}

/** A workbook or another packed file that was given the wrong name. */
export function isPacked([a, b, c, d]: Uint8Array): boolean {
  const zip = a === 0x50 && b === 0x4b && (c === 0x03 || c === 0x05) && (d === 0x04 || d === 0x06);
  return zip || (a === 0x1f && b === 0x8b) || (a === 0xd0 && b === 0xcf && c === 0x11);
}
