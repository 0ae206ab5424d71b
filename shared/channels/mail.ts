import { reminderGroups } from "../people/preferences.ts";
import { plain } from "./saying.ts";

/** What e-mails can be ended by: the groups of reminders, and the report, which is none. */
export const mailGroups = [...reminderGroups, "report"] as const;
export type MailGroup = (typeof mailGroups)[number];

/** An e-mail as it is written; every text is plain until it stands in the HTML. */
export interface Letter {
  subject: string;
  text: string;
  html: string;
}

export interface LetterParts {
  title: string;
  /** More lines, divided by line breaks. */
  body: string;
  /** What more there is to read, with headings. */
  sections?: readonly { heading: string; lines: readonly string[] }[];
  /** Where its button leads, and where its reader takes their name off: absolute addresses of this app. */
  navigate: string;
  unsubscribe: string | undefined;
  settings: string;
  workspace: string;
  group: MailGroup | "test";
}

/** What a group is called in the middle of a sentence. */
export const groupNames: Readonly<Record<MailGroup | "test", string>> = {
  "check-ins": "check-ins",
  assignments: "what you now own",
  anomalies: "anomalies",
  "metric-check": "the metric check",
  rituals: "reviews and planning",
  focus: "the daily focus",
  digest: "the weekly digest",
  report: "the report",
  test: "tests",
};

const longest = { subject: 150, line: 500, lines: 40, sections: 10 };

/** A reminder as an e-mail, in plain text and in the plainest HTML: no pictures, no styles, nothing fetched. */
export function letterOf(parts: LetterParts): Letter {
  const { title, body, sections = [], navigate, unsubscribe, settings, workspace, group } = parts;
  const subject = plain(title, longest.subject) || "Northing";
  const lines = written(body.split("\n"));
  const more = sections
    .slice(0, longest.sections)
    .map(({ heading, lines }) => ({ heading: plain(heading, longest.subject), lines: written(lines) }));
  const place = plain(workspace, longest.subject);
  const why = `You get this from ${place} on Northing because e-mails about ${groupNames[group]} are on for you.`;
  const ways = [
    ...(unsubscribe === undefined
      ? []
      : [{ label: `No more e-mails about ${groupNames[group]}`, url: unsubscribe }]),
    { label: "All settings", url: settings },
  ];
  const text = [
    ...[subject, ""],
    ...(lines.length > 0 ? [...lines, ""] : []),
    ...more.flatMap((one) => [one.heading, ...one.lines.map((line) => `- ${line}`), ""]),
    ...[`Open: ${navigate}`, "", "-- ", why],
    ...ways.map(({ label, url }) => `${label}: ${url}`),
  ];
  const html = [
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escaped(subject)}</title></head><body>`,
    `<h1>${escaped(subject)}</h1>`,
    ...lines.map((line) => `<p>${escaped(line)}</p>`),
    ...more.map(({ heading, lines }) => {
      const items = lines.map((line) => `<li>${escaped(line)}</li>`);
      return `<h2>${escaped(heading)}</h2><ul>${items.join("")}</ul>`;
    }),
    `<p><a href="${escaped(navigate)}">Open in Northing</a></p><hr>`,
    `<p>${escaped(why)}<br>`,
    ways.map(({ label, url }) => `<a href="${escaped(url)}">${escaped(label)}</a>`).join("<br>"),
    "</p></body></html>",
  ];
  return { subject, text: `${text.join("\n")}\n`, html: html.join("\n") };
}

function written(lines: readonly string[]): string[] {
  return lines
    .map((line) => plain(line, longest.line))
    .filter((line) => line !== "")
    .slice(0, longest.lines);
}

/** A text inside HTML, also between quotes. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
