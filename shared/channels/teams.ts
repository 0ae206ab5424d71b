import { fitted, type Saying, withoutCalls } from "./saying.ts";

/** A body for an incoming webhook of Teams: one Adaptive Card in the wrapper it expects. */
export interface TeamsBody {
  type: "message";
  attachments: [
    {
      contentType: "application/vnd.microsoft.card.adaptive";
      contentUrl: null;
      content: {
        $schema: "http://adaptivecards.io/schemas/adaptive-card.json";
        type: "AdaptiveCard";
        version: "1.4";
        fallbackText: string;
        body: TeamsBlock[];
        actions: [{ type: "Action.OpenUrl"; title: string; url: string }];
      };
    },
  ];
}
interface TeamsBlock {
  type: "RichTextBlock";
  separator?: true;
  spacing?: "Small";
  inlines: [{ type: "TextRun"; text: string; weight?: "Bolder"; size?: "Large" }];
}

/** Texts stand in text runs: a `TextBlock` would read Markdown, a run reads nothing. */
export function teamsBody(saying: Saying): TeamsBody {
  const { title, parts, link } = fitted(saying, teamsText);
  const body: TeamsBlock[] = [
    { type: "RichTextBlock", inlines: [{ type: "TextRun", text: title, weight: "Bolder", size: "Large" }] },
    ...parts.flatMap(({ heading, lines }) => [
      ...(heading === undefined ? [] : [headed(heading)]),
      ...lines.map((one): TeamsBlock => {
        return { type: "RichTextBlock", spacing: "Small", inlines: [{ type: "TextRun", text: `• ${one}` }] };
      }),
    ]),
  ];
  const content = {
    $schema: "http://adaptivecards.io/schemas/adaptive-card.json",
    type: "AdaptiveCard",
    version: "1.4",
    fallbackText: title,
    body,
    actions: [{ type: "Action.OpenUrl", title: link.label, url: link.url }],
  } as const satisfies TeamsBody["attachments"][0]["content"];
  return {
    type: "message",
    attachments: [{ contentType: "application/vnd.microsoft.card.adaptive", contentUrl: null, content }],
  };
}

/** A text for a card: `<at>` names nobody, and no line of it begins a Markdown that some client may still look for. */
export function teamsText(text: string): string {
  return withoutCalls(text)
    .replace(/<(?=\/?at\b)/gi, "<\u2060")
    .replace(/\](?=\()/g, "]\u2060");
}

function headed(heading: string): TeamsBlock {
  return {
    type: "RichTextBlock",
    separator: true,
    inlines: [{ type: "TextRun", text: heading, weight: "Bolder" }],
  };
}
