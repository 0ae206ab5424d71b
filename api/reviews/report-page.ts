import { createHash } from "node:crypto";
import { escaped } from "../../shared/channels/mail.ts";
import { plain } from "../../shared/channels/saying.ts";
import { svgPlot } from "../../shared/charts/svg-plot.ts";
import { gapOf } from "../../shared/metrics/stretch.ts";
import type { Report } from "../../shared/reviews/report.ts";
import type { ReportLine, ReportMark, ReportPart, ReportText } from "../../shared/reviews/report-text.ts";
import { dayWords } from "../../shared/time/day-words.ts";
import { reportLook } from "./report-look.ts";

/** A report ready to be written, and the last day its link works. */
export interface Told {
  report: Report;
  text: ReportText;
  expiresOn: string;
}

/** Nothing on the page may run, load or be framed; its one stylesheet is known by its hash. */
export const reportPolicy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash("sha256").update(reportLook).digest("base64")}'`,
  "img-src data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "sandbox",
].join("; ");

/** The whole report as a page without script. */
export function reportHtml({ report, text, expiresOn }: Told): string {
  const { title, detail, lead, parts } = text;
  return page(
    title,
    `<header><p class="mark">Northing</p><h1 dir="auto">${said(title)}</h1><p class="soft">${said(detail)}</p></header>
<section class="lead">${lead.map((one) => `<p dir="auto">${said(one)}</p>`).join("")}</section>
${starHtml(report, text)}
<div class="parts">${parts.map(partHtml).join("\n")}</div>
<footer><p>Read-only. This link shows the cycle as it ${report.asOf === undefined ? "stands when it is opened" : `stood on ${said(dayWords(report.asOf, ""))}`}, and works until ${said(dayWords(expiresOn, ""))}.</p></footer>`,
  );
}

/** What used, revoked, expired and invented links show alike. */
export function goneHtml(): string {
  return page(
    "This link opens nothing",
    `<header><p class="mark">Northing</p><h1>This link opens nothing</h1></header>
<p>It ran out, was withdrawn, or is not whole. Ask whoever sent it for a new one.</p>`,
  );
}

function starHtml({ star, cycle }: Report, { star: words }: ReportText): string {
  if (star === undefined || words === undefined) return "";
  const plot = svgPlot({
    ...{ points: star.points, band: star.band, marks: [cycle.startsOn], label: said(words.plot.label) },
    gapDays: gapOf(star.metric.cadence, "weeks"),
  });
  const figure =
    plot === ""
      ? ""
      : `<figure>${plot}<figcaption><span>${said(words.plot.from)}</span><span>${said(words.plot.to)}</span></figcaption></figure><p class="soft">${said(words.plot.legend)}</p>`;
  return `<section class="star"><h2 dir="auto">${said(words.name)}</h2>
<p class="now"><strong>${said(words.number)}</strong> ${said(words.unit)} ${markHtml(words.mark)}</p>
${figure}${words.lines.map((one) => `<p dir="auto">${said(one)}</p>`).join("")}</section>`;
}

function partHtml({ heading, none, lines, note }: ReportPart): string {
  const body = lines.length === 0 ? `<p class="soft">${said(none)}</p>` : listHtml(lines);
  return `<section><h2>${said(heading)}</h2>${body}${note ? `<p class="soft">${said(note)}</p>` : ""}</section>`;
}

function listHtml(lines: readonly ReportLine[]): string {
  const items = lines.map(({ text, mark, detail, below = [] }) => {
    const more = detail ? `<span class="soft" dir="auto">${said(detail)}</span>` : "";
    return `<li><span class="line"><span dir="auto">${said(text)}</span>${mark ? ` ${markHtml(mark)}` : ""}</span>${more}${below.length > 0 ? listHtml(below) : ""}</li>`;
  });
  return `<ul>${items.join("")}</ul>`;
}

const shapes: Record<ReportMark, { tone: "ok" | "warn" | "bad" | "quiet"; sign: string }> = {
  done: { tone: "ok", sign: "✓" },
  "on-pace": { tone: "ok", sign: "✓" },
  ok: { tone: "ok", sign: "✓" },
  behind: { tone: "warn", sign: "▲" },
  warn: { tone: "warn", sign: "▲" },
  "off-pace": { tone: "bad", sign: "◆" },
  bad: { tone: "bad", sign: "◆" },
  stale: { tone: "quiet", sign: "◌" },
  "no-data": { tone: "quiet", sign: "–" },
  "too-early": { tone: "quiet", sign: "○" },
  quiet: { tone: "quiet", sign: "•" },
};

function markHtml({ as, word }: { as: ReportMark; word: string }): string {
  const { tone, sign } = shapes[as];
  return `<span class="state ${tone}"><span aria-hidden="true">${sign}</span> ${said(word)}</span>`;
}

/** One text of the report inside HTML: on one line, and nothing in it is a sign of HTML's. */
function said(text: string): string {
  return escaped(plain(text, 1000));
}

function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${said(title)}</title>
<link rel="icon" href="data:,">
<style>${reportLook}</style>
</head>
<body><main>
${body}
</main></body>
</html>
`;
}
