import { type AddressInfo, createServer, type Socket } from "node:net";
import { onTestFinished } from "vitest";

/** An e-mail as it came: envelope, unfolded headers by lower-case name, and the parts of its body decoded. */
export interface ReceivedMail {
  from: string;
  to: string[];
  headers: Map<string, string[]>;
  text: string;
  html: string;
  raw: string;
}

export interface MailReceiver {
  /** For SMTP_URL. */
  url: string;
  received: ReceivedMail[];
  /** Every command line so far. */
  commands: string[];
  /** Answers a command by the status and text given, "hang" with silence, "reset" by closing; undefined: as usual. */
  reply: (command: string) => string | undefined;
}

/** A mail server on loopback that takes what is right and says what a test tells it to; gone when the test is over. */
export async function startMailReceiver(): Promise<MailReceiver> {
  const sockets = new Set<Socket>();
  const receiver: MailReceiver = { url: "", received: [], commands: [], reply: () => undefined };
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => {});
    serve(socket, receiver);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  receiver.url = `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`;
  onTestFinished(() => {
    for (const one of sockets) one.destroy();
    server.close();
  });
  return receiver;
}

function serve(socket: Socket, receiver: MailReceiver): void {
  let [from, to, body]: [string, string[], string | undefined] = ["", [], undefined];
  let rest = "";
  const say = (line: string) => socket.write(`${line}\r\n`);
  const answer = (command: string, usual: string): boolean => {
    const told = receiver.reply(command);
    if (told === "hang") return false;
    if (told === "reset") {
      socket.destroy();
      return false;
    }
    say(told ?? usual);
    return told === undefined;
  };
  answer("GREETING", "220 receiver");
  socket.setEncoding("utf8");
  socket.on("data", (chunk: string) => {
    rest += chunk;
    for (let end = rest.indexOf("\r\n"); end >= 0; end = rest.indexOf("\r\n")) {
      const line = rest.slice(0, end);
      rest = rest.slice(end + 2);
      if (body === undefined) take(line);
      else if (line !== ".") body += `${line.startsWith("..") ? line.slice(1) : line}\r\n`;
      else {
        const raw = body;
        body = undefined;
        if (answer("END", "250 2.0.0 taken")) receiver.received.push(read(from, to, raw));
        [from, to] = ["", []];
      }
    }
  });
  function take(line: string): void {
    receiver.commands.push(line);
    const command = line.toUpperCase();
    if (command.startsWith("EHLO")) answer(line, "250-receiver\r\n250-8BITMIME\r\n250 SMTPUTF8");
    else if (command.startsWith("MAIL FROM:")) {
      if (answer(line, "250 ok")) from = between(line);
    } else if (command.startsWith("RCPT TO:")) {
      if (answer(line, "250 ok")) to.push(between(line));
    } else if (command === "DATA") {
      if (answer(line, "354 go on")) body = "";
    } else if (command === "QUIT") {
      answer(line, "221 bye");
      socket.end();
    } else answer(line, "250 ok");
  }
}

const between = (line: string) => /<([^>]*)>/.exec(line)?.[1] ?? "";

function read(from: string, to: string[], raw: string): ReceivedMail {
  const { headers, body } = split(raw);
  const boundary = /boundary="?([^";]+)"?/.exec(headers.get("content-type")?.[0] ?? "")?.[1];
  const parts = boundary === undefined ? [raw] : body.split(`--${boundary}`).slice(1, -1);
  const decoded = parts
    .map((part) => split(part.replace(/^\r\n/, "")))
    .map((part) => ({
      type: part.headers.get("content-type")?.[0] ?? "",
      text: decode(part.body, part.headers.get("content-transfer-encoding")?.[0] ?? "7bit"),
    }));
  const find = (type: string) => decoded.find((one) => one.type.startsWith(type))?.text ?? "";
  return { from, to, headers, text: find("text/plain"), html: find("text/html"), raw };
}

/** Headers end at the first empty line; a line that begins with a space goes on the one before. */
function split(raw: string): { headers: Map<string, string[]>; body: string } {
  const at = raw.indexOf("\r\n\r\n");
  const headers = new Map<string, string[]>();
  for (const line of raw
    .slice(0, at)
    .replace(/\r\n[ \t]+/g, " ")
    .split("\r\n")) {
    const [, name = "", value = ""] = /^([!-9;-~]+):\s*(.*)$/.exec(line) ?? [];
    if (name === "") throw new Error(`no header: ${line}`);
    headers.set(name.toLowerCase(), [...(headers.get(name.toLowerCase()) ?? []), value]);
  }
  return { headers, body: raw.slice(at + 4) };
}

function decode(body: string, encoding: string): string {
  if (encoding === "base64") return Buffer.from(body, "base64").toString();
  if (encoding !== "quoted-printable") return body;
  const bytes = body
    .replace(/=\r\n/g, "")
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString();
}

/** A header with its encoded words (RFC 2047) as people read it. */
export function readable(header: string | undefined): string {
  return (header ?? "")
    .replace(/\?=\s+=\?/g, "?==?")
    .replace(/=\?utf-8\?([BQ])\?([^?]*)\?=/gi, (_, how: string, text: string) =>
      how.toUpperCase() === "B"
        ? Buffer.from(text, "base64").toString()
        : decode(text.replaceAll("_", " "), "quoted-printable"),
    );
}
