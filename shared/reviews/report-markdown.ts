import { plain } from "../channels/saying.ts";
import type { ReportLine, ReportText } from "./report-text.ts";

const longest = 600;

/** The report to paste: headings and nested lists, with every text of people's own taken as text. */
export function reportMarkdown({ title, detail, lead, star, parts }: ReportText): string {
  const lines = [
    `# ${escaped(title)}`,
    "",
    escaped(detail),
    ...lead.flatMap((one) => ["", escaped(one)]),
    ...(star === undefined
      ? []
      : [
          "",
          `## North Star: ${escaped(star.name)}`,
          "",
          `**${escaped([star.number, star.unit].filter(Boolean).join(" "))}** (${escaped(star.mark.word)})`,
          ...star.lines.flatMap((one) => ["", escaped(one)]),
        ]),
    ...parts.flatMap(({ heading, none, lines, note }) => [
      ...["", `## ${escaped(heading)}`, ""],
      ...(lines.length === 0 && none !== "" ? [escaped(none)] : lines.flatMap((one) => listed(one, ""))),
      ...(note ? ["", escaped(note)] : []),
    ]),
  ];
  return `${lines.join("\n")}\n`;
}

function listed({ text, mark, detail, below = [] }: ReportLine, indent: string): string[] {
  const said = [`**${escaped(text)}**`, mark && escaped(mark.word), detail && escaped(detail)];
  const line = detail === undefined && mark === undefined ? escaped(text) : said.filter(Boolean).join("; ");
  return [`${indent}- ${line}`, ...below.flatMap((one) => listed(one, `${indent}  `))];
}

/** On one line, with nothing in it that Markdown or HTML inside it would take for a sign. */
export function escaped(text: string): string {
  return plain(text, longest)
    .replace(/[\\`*_[\]<>#|~&!$@]/g, "\\$&")
    .replace(/^([-+=:])/, "\\$1")
    .replace(/^(\d+)([.)])(?=\s|$)/, "$1\\$2")
    .replace(/\b(https?|ftp|mailto):/gi, "$1\\:")
    .replace(/\bwww\./gi, "www\\.");
}
