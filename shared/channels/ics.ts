import { plain } from "./saying.ts";

/** One entry of a calendar. Instants are ISO in UTC, which is right over every change of clocks; days are whole days. */
export interface CalendarEvent {
  /** The same for the same event whenever the calendar is read. */
  uid: string;
  when: { at: string; minutes: number } | { on: string; lastOn: string };
  summary: string;
  description?: string;
  url?: string;
}

export interface Calendar {
  name: string;
  /** When the calendar was made: RFC 5545 wants a time on every event, and it must not change with every look. */
  madeAt: string;
  events: readonly CalendarEvent[];
}

const longest = { summary: 200, description: 2000, url: 2000 };
/** Octets of a line without its break (RFC 5545, 3.1). */
const widest = 75;

/** A calendar as RFC 5545 writes it: lines that end in CRLF and fold at 75 octets, texts escaped, times in UTC. */
export function calendarText({ name, madeAt, events }: Calendar): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Northing//Rhythm//EN",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    `NAME:${escaped(name, longest.summary)}`,
    `X-WR-CALNAME:${escaped(name, longest.summary)}`,
    "REFRESH-INTERVAL;VALUE=DURATION:PT6H",
    "X-PUBLISHED-TTL:PT6H",
    ...events.flatMap((one) => eventLines(one, stampOf(madeAt))),
    "END:VCALENDAR",
  ];
  return `${lines.map(folded).join("\r\n")}\r\n`;
}

function eventLines({ uid, when, summary, description, url }: CalendarEvent, stamp: string): string[] {
  return [
    "BEGIN:VEVENT",
    `UID:${escaped(uid, longest.url)}`,
    `DTSTAMP:${stamp}`,
    ...("at" in when
      ? [
          `DTSTART:${stampOf(when.at)}`,
          `DTEND:${stampOf(new Date(Date.parse(when.at) + when.minutes * 60_000).toISOString())}`,
        ]
      : // The end of a whole-day event is the first day that is no longer of it.
        [`DTSTART;VALUE=DATE:${dateOf(when.on)}`, `DTEND;VALUE=DATE:${dateOf(dayAfter(when.lastOn))}`]),
    `SUMMARY:${escaped(summary, longest.summary)}`,
    ...(description === undefined ? [] : [`DESCRIPTION:${lined(description)}`]),
    ...(url === undefined ? [] : [`URL:${plain(url, longest.url)}`]),
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ];
}

/** A text whose line breaks are meant. */
function lined(text: string): string {
  const lines = text.split("\n").map((line) => escaped(line, longest.summary));
  return lines.join("\\n").slice(0, longest.description);
}

/** A text on one line: `\`, `;` and `,` would end a value or begin another (RFC 5545, 3.3.11). */
function escaped(text: string, most: number): string {
  return plain(text, most).replace(/[\\;,]/g, "\\$&");
}

/** "20260309T080000Z". */
function stampOf(at: string): string {
  return at.replace(/\.\d+(?=Z$)/, "").replace(/[-:]/g, "");
}

function dateOf(on: string): string {
  return on.replaceAll("-", "");
}

function dayAfter(on: string): string {
  return new Date(Date.parse(on) + 86_400_000).toISOString().slice(0, 10);
}

/** Cut between whole characters; each further line begins with a space that counts. */
function folded(line: string): string {
  const lines: string[] = [];
  let current = "";
  let octets = 0;
  for (const character of line) {
    const size = octetsOf(character);
    if (octets + size > widest) {
      lines.push(current);
      current = " ";
      octets = 1;
    }
    current += character;
    octets += size;
  }
  return [...lines, current].join("\r\n");
}

/** How many octets a character takes in UTF-8. */
function octetsOf(character: string): number {
  const point = character.codePointAt(0) ?? 0;
  if (point < 0x80) return 1;
  if (point < 0x800) return 2;
  return point < 0x10000 ? 3 : 4;
}
