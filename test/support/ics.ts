/** A strict reader of RFC 5545 as calendars are written here: whatever breaks a rule throws. */
export interface IcsEvent {
  uid: string;
  summary: string;
  description?: string;
  url?: string;
  /** "20260309T080000Z", or "20260331" for a whole day. */
  start: string;
  end: string;
}

const encoder = new TextEncoder();

export function readIcs(text: string): { properties: Map<string, string>; events: IcsEvent[] } {
  if (!text.endsWith("\r\n")) throw new Error("the last line has no end");
  if (/[^\r]\n|\r[^\n]/.test(text)) throw new Error("a line ends in something other than CRLF");
  const raw = text.slice(0, -2).split("\r\n");
  for (const line of raw) {
    if (encoder.encode(line).length > 75) throw new Error(`longer than 75 octets: ${line}`);
    if (/\p{Cc}/u.test(line)) throw new Error(`a control character: ${JSON.stringify(line)}`);
    if (/\p{Surrogate}/u.test(line)) throw new Error("half a character");
  }
  const lines = raw
    .join("\r\n")
    .replace(/\r\n[ \t]/g, "")
    .split("\r\n");
  const first = lines.shift();
  const last = lines.pop();
  if (first !== "BEGIN:VCALENDAR" || last !== "END:VCALENDAR") throw new Error("no calendar");
  const properties = new Map<string, string>();
  const events: IcsEvent[] = [];
  let event: Map<string, string> | undefined;
  for (const line of lines) {
    const [, name = "", parameters = "", value = ""] =
      /^([A-Z][A-Z0-9-]*)((?:;[A-Z-]+=[^:;,]+)*):(.*)$/.exec(line) ?? [];
    if (name === "") throw new Error(`no property: ${line}`);
    if (line === "BEGIN:VEVENT" && event === undefined) event = new Map();
    else if (line === "END:VEVENT" && event !== undefined) {
      events.push(eventOf(event));
      event = undefined;
    } else if (name === "BEGIN" || name === "END") throw new Error(`out of place: ${line}`);
    else {
      const into = event ?? properties;
      if (into.has(name)) throw new Error(`twice: ${name}`);
      into.set(name, name.startsWith("DT") ? `${parameters}:${value}` : value);
    }
  }
  if (event !== undefined) throw new Error("an event without an end");
  for (const name of ["VERSION", "PRODID"]) if (!properties.has(name)) throw new Error(`no ${name}`);
  const ids = events.map((one) => one.uid);
  if (new Set(ids).size !== ids.length) throw new Error("a UID twice");
  return { properties, events };
}

function eventOf(found: Map<string, string>): IcsEvent {
  const { UID: uid, SUMMARY: summary, DESCRIPTION: description, URL: url } = Object.fromEntries(found);
  if (uid === undefined || summary === undefined) throw new Error("an event without a UID or a summary");
  if (!/^:\d{8}T\d{6}Z$/.test(found.get("DTSTAMP") ?? "")) throw new Error("no DTSTAMP in UTC");
  const [start, end] = [timeOf(found.get("DTSTART")), timeOf(found.get("DTEND"))];
  if (start.length !== end.length || start >= end) throw new Error(`from ${start} to ${end}`);
  return {
    ...{ uid: textOf(uid), summary: textOf(summary), start, end },
    ...(description === undefined ? {} : { description: textOf(description) }),
    ...(url === undefined ? {} : { url: new URL(url).href }),
  };
}

function timeOf(value = ""): string {
  const [, instant, day] = /^:(\d{8}T\d{6}Z)$|^;VALUE=DATE:(\d{8})$/.exec(value) ?? [];
  const time = instant ?? day;
  if (time === undefined) throw new Error(`no time: ${value}`);
  return time;
}

function textOf(value: string): string {
  const bare = value.replace(/\\[\\;,nN]/g, "");
  if (/[\\;,]/.test(bare)) throw new Error(`not escaped: ${value}`);
  return value.replace(/\\([\\;,nN])/g, (_, sign: string) => (/n/i.test(sign) ? "\n" : sign));
}
