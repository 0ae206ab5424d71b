import { fitted, type Saying, withoutCalls } from "./saying.ts";

/** A body for an incoming webhook of Slack (Block Kit). */
export interface SlackBody {
  /** What a notification shows. */
  text: string;
  unfurl_links: false;
  unfurl_media: false;
  blocks: SlackBlock[];
}
interface SlackBlock {
  type: "section";
  /** `verbatim`: nothing in it becomes a link, a mention or a channel by itself. */
  text: { type: "mrkdwn"; text: string; verbatim: true };
}

export function slackBody(saying: Saying): SlackBody {
  const { title, parts, link } = fitted(saying, slackText);
  const blocks = [
    section(`*${title}*`),
    ...parts.map(({ heading, lines }) =>
      section(
        [...(heading === undefined ? [] : [`*${heading}*`]), ...lines.map((one) => `• ${one}`)].join("\n"),
      ),
    ),
    section(`<${linked(link.url)}|${link.label}>`),
  ];
  return { text: title, unfurl_links: false, unfurl_media: false, blocks };
}

/** A text as Slack shows it and nothing more: with `&`, `<` and `>` escaped, no link, mention or command is left. */
export function slackText(text: string): string {
  return withoutCalls(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** Inside `<…|…>` an address ends at `|` and `>`. */
function linked(url: string): string {
  return url.replaceAll("|", "%7C").replaceAll(">", "%3E").replaceAll("<", "%3C").replaceAll("&", "&amp;");
}

function section(text: string): SlackBlock {
  return { type: "section", text: { type: "mrkdwn", text, verbatim: true } };
}
