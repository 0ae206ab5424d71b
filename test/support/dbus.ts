/** As much of the D-Bus wire format as a notification daemon needs: little-endian, every basic and container type. */

export interface DbusMessage {
  /** 1 call, 2 return, 3 error, 4 signal. */
  type: number;
  flags: number;
  serial: number;
  path?: string;
  interface?: string;
  member?: string;
  errorName?: string;
  replySerial?: number;
  destination?: string;
  sender?: string;
  signature?: string;
  body: unknown[];
}

const fields = [
  ["path", "o"],
  ["interface", "s"],
  ["member", "s"],
  ["errorName", "s"],
  ["replySerial", "u"],
  ["destination", "s"],
  ["sender", "s"],
  ["signature", "g"],
] as const;

/** One message as bytes; `body` must fit `signature`. */
export function encodeDbus(message: Omit<DbusMessage, "flags"> & { flags?: number }): Buffer {
  const body = writer();
  typesOf(message.signature ?? "").forEach((type, i) => {
    body.put(type, message.body[i]);
  });
  const head = writer();
  const given = fields.flatMap(([name, type], i) => {
    const value = message[name];
    return value === undefined ? [] : [[i + 1, [type, value]]];
  });
  for (const byte of [108, message.type, message.flags ?? 1, 1]) head.put("y", byte);
  head.put("u", body.bytes().length);
  head.put("u", message.serial);
  head.put("a(yv)", given);
  head.align(8);
  return Buffer.concat([head.bytes(), body.bytes()]);
}

/** The first message in a buffer and what is left of it; undefined while it is incomplete. */
export function decodeDbus(buffer: Buffer): { message: DbusMessage; rest: Buffer } | undefined {
  if (buffer.length < 16) return undefined;
  const bodyLength = buffer.readUInt32LE(4);
  const bodyAt = 16 + Math.ceil(buffer.readUInt32LE(12) / 8) * 8;
  if (buffer.length < bodyAt + bodyLength) return undefined;
  const head = reader(buffer, 12);
  const found: Partial<DbusMessage> = {};
  for (const [code, value] of head.take("a(yv)") as [number, unknown][]) {
    const field = fields[code - 1];
    if (field) Object.assign(found, { [field[0]]: value });
  }
  const body = reader(buffer.subarray(bodyAt, bodyAt + bodyLength), 0);
  const message = {
    ...found,
    type: buffer[1]!,
    flags: buffer[2]!,
    serial: buffer.readUInt32LE(8),
    body: typesOf(found.signature ?? "").map((type) => body.take(type)),
  };
  return { message, rest: buffer.subarray(bodyAt + bodyLength) };
}

const sizes: Record<string, number> = {
  ...{ y: 1, b: 4, n: 2, q: 2, i: 4, u: 4, h: 4, x: 8, t: 8, d: 8 },
  ...{ s: 4, o: 4, g: 1, v: 1, a: 4, "(": 8, "{": 8 },
};

/** The complete types of a signature: "su(ii)a{sv}" is s, u, (ii), a{sv}. */
function typesOf(signature: string): string[] {
  const types: string[] = [];
  for (let at = 0; at < signature.length; ) {
    const end = endOf(signature, at);
    types.push(signature.slice(at, end));
    at = end;
  }
  return types;
}

function endOf(signature: string, at: number): number {
  if (signature[at] === "a") return endOf(signature, at + 1);
  if (signature[at] !== "(" && signature[at] !== "{") return at + 1;
  const close = signature[at] === "(" ? ")" : "}";
  let inner = at + 1;
  while (signature[inner] !== close) inner = endOf(signature, inner);
  return inner + 1;
}

function reader(buffer: Buffer, start: number) {
  let at = start;
  const align = (size: number) => {
    at = Math.ceil(at / size) * size;
  };
  const number = (type: string): number | bigint => {
    const from = at;
    at += sizes[type]!;
    switch (type) {
      case "y":
        return buffer.readUInt8(from);
      case "n":
        return buffer.readInt16LE(from);
      case "q":
        return buffer.readUInt16LE(from);
      case "i":
        return buffer.readInt32LE(from);
      case "x":
        return buffer.readBigInt64LE(from);
      case "t":
        return buffer.readBigUInt64LE(from);
      case "d":
        return buffer.readDoubleLE(from);
      default:
        return buffer.readUInt32LE(from);
    }
  };
  function take(type: string): unknown {
    align(sizes[type[0]!]!);
    if (type === "v") return take(String(take("g")));
    if (type === "b") return number("u") !== 0;
    if (type === "s" || type === "o" || type === "g") {
      const length = Number(number(type === "g" ? "y" : "u"));
      at += length + 1;
      return buffer.toString("utf8", at - length - 1, at - 1);
    }
    if (type[0] === "a") {
      const length = Number(number("u"));
      align(sizes[type[1]!]!);
      const end = at + length;
      const items: unknown[] = [];
      while (at < end) items.push(take(type.slice(1)));
      return items;
    }
    if (type[0] === "(" || type[0] === "{") return typesOf(type.slice(1, -1)).map((inner) => take(inner));
    return number(type);
  }
  return { take };
}

function writer() {
  let bytes: number[] = [];
  const align = (size: number) => {
    while (bytes.length % size !== 0) bytes.push(0);
  };
  const word = (value: number) => {
    const four = Buffer.alloc(4);
    four.writeInt32LE(value | 0);
    bytes.push(...four);
  };
  function put(type: string, value: unknown): void {
    align(sizes[type[0]!]!);
    if (type === "y") bytes.push(Number(value));
    else if (type === "u" || type === "i") word(Number(value));
    else if (type === "b") word(value === true ? 1 : 0);
    else if (type === "s" || type === "o" || type === "g") {
      const text = Buffer.from(String(value));
      if (type === "g") bytes.push(text.length);
      else word(text.length);
      bytes.push(...text, 0);
    } else if (type === "v") {
      const [inner, content] = value as [string, unknown];
      put("g", inner);
      put(inner, content);
    } else if (type[0] === "a") {
      const lengthAt = bytes.length;
      word(0);
      align(sizes[type[1]!]!);
      const from = bytes.length;
      for (const item of value as unknown[]) put(type.slice(1), item);
      const length = Buffer.alloc(4);
      length.writeUInt32LE(bytes.length - from);
      bytes = [...bytes.slice(0, lengthAt), ...length, ...bytes.slice(lengthAt + 4)];
    } else {
      typesOf(type.slice(1, -1)).forEach((inner, i) => {
        put(inner, (value as unknown[])[i]);
      });
    }
  }
  return { put, align, bytes: () => Buffer.from(bytes) };
}
