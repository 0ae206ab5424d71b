import { describe, expect, test } from "vitest";
import { genericBody, genericOf } from "../../../shared/channels/generic.ts";
import type { Saying } from "../../../shared/channels/saying.ts";
import { slackBody, slackText } from "../../../shared/channels/slack.ts";
import { teamsBody } from "../../../shared/channels/teams.ts";

const url = "https://okr.example.com/focus/0198";
const saying = (title: string, lines: string[] = [], heading = "Bets"): Saying => ({
  ...{ says: "focus", title, parts: [{ heading, lines }], link: { label: "Open", url } },
});
const about = { id: "1", at: "2026-03-02T08:30:00.000Z", workspace: { id: "w", name: "Northwind" } };

/** What somebody may have called a key result, and how Slack is given it. */
const golden: [text: string, slack: string][] = [
  ["Plain words", "Plain words"],
  ["R&D < 5 > 3", "R&amp;D &lt; 5 &gt; 3"],
  ["<!channel> look", "&lt;!channel&gt; look"],
  ["<!here|here>", "&lt;!here|here&gt;"],
  ["<@U012AB3CD> hello", "&lt;@U012AB3CD&gt; hello"],
  ["<https://evil.example|our wiki>", "&lt;https://evil.example|our wiki&gt;"],
  ["&lt;!everyone&gt;", "&amp;lt;!everyone&amp;gt;"],
  ["@everyone @here @channel", "@\u2060everyone @\u2060here @\u2060channel"],
  ["@EVERYONE, ada@here.example", "@\u2060EVERYONE, ada@\u2060here.example"],
  ["@hereby is a word", "@hereby is a word"],
];

describe("Slack", () => {
  test.each(golden)("is given %j as %j", (text, expected) => {
    expect(slackText(text)).toBe(expected);
    const body = slackBody(saying(text, [text]));
    expect(body.text).toBe(expected);
    expect(body.blocks.map((one) => one.text.text)).toEqual([
      ...[`*${expected}*`, `*Bets*\n• ${expected}`, `<${url}|Open>`],
    ]);
    expect(body.blocks.every((one) => one.text.verbatim && one.text.type === "mrkdwn")).toBe(true);
  });

  test("is given no line that a text began by itself", () => {
    const body = slackBody(saying("a\n> quote\r\n• forged\u2028<!here>", ["1\n\n2"], "h\n*x*"));
    expect(body.blocks[0]?.text.text).toBe("*a &gt; quote • forged &lt;!here&gt;*");
    expect(body.blocks[1]?.text.text).toBe("*h *x**\n• 1 2");
  });

  test("is given one link, which nothing of its address can leave", () => {
    const link = { label: "a|b>c", url: "https://okr.example.com/x?a=1&b=<2>|3" };
    expect(slackBody({ ...saying("t"), link }).blocks.at(-1)?.text.text).toBe(
      "<https://okr.example.com/x?a=1&amp;b=%3C2%3E%7C3|a|b&gt;c>",
    );
  });
});

describe("Teams", () => {
  test("is given texts in runs, which read no Markdown, and a button", () => {
    const text = "**bold** [wiki](https://evil.example) <at>Ada</at> # head @team";
    const [{ content }] = teamsBody(saying(text, [text])).attachments;
    const runs = content.body.map((one) => one.inlines[0].text);
    const kept = "**bold** [wiki]\u2060(https://evil.example) <\u2060at>Ada<\u2060/at> # head @\u2060team";
    expect(runs).toEqual([kept, "Bets", `• ${kept}`]);
    expect(new Set(content.body.map((one) => one.type))).toEqual(new Set(["RichTextBlock"]));
    expect(content.actions).toEqual([{ type: "Action.OpenUrl", title: "Open", url }]);
    expect([content.type, content.version]).toEqual(["AdaptiveCard", "1.4"]);
  });
});

describe("any channel", () => {
  const many = Array.from({ length: 60 }, (_, i) => ({
    heading: `Part ${i}`,
    lines: Array.from({ length: 60 }, () => "<&>".repeat(300)),
  }));
  const huge: Saying = { ...saying("<&>".repeat(500)), parts: many };

  test("is given no more than it takes, with what was left out counted", () => {
    const slack = slackBody(huge);
    expect(slack.blocks.length).toBeLessThanOrEqual(50);
    for (const block of slack.blocks) expect(block.text.text.length).toBeLessThanOrEqual(3000);
    expect(Buffer.byteLength(JSON.stringify(slack))).toBeLessThan(28_000);
    expect(Buffer.byteLength(JSON.stringify(teamsBody(huge)))).toBeLessThan(28_000);
    const body = genericBody.parse(genericOf(huge, about));
    expect(Buffer.byteLength(JSON.stringify(body))).toBeLessThan(28_000);
    expect(body.parts[0]?.lines.at(-1)).toMatch(/^and \d+ more$/);
  });

  test("is given whole characters that go one way", () => {
    const text = `${"😀".repeat(400)} \ud83d \u202egnp.exe\u202c \0\x07\x1b[31m`;
    const { title, parts } = genericOf(saying(text, [text]), about);
    expect(title).toBe(`${"😀".repeat(139)}…`);
    expect(JSON.stringify(parts)).not.toMatch(/\\u/);
    expect(genericOf(saying("a\u202eb \ud83d c\0d"), about).title).toBe("ab \ufffd c d");
  });

  test("says the same to all of them", () => {
    const one = saying("Podcasts today: Finish a show", ["Shorter intros (Ben)"]);
    for (const body of [slackBody(one), teamsBody(one), genericOf(one, about)]) {
      const text = JSON.stringify(body);
      for (const said of ["Podcasts today: Finish a show", "Shorter intros (Ben)", url])
        expect(text).toContain(said);
    }
  });
});
