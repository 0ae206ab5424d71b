import type { Topic } from "./webhook.ts";

/** Something to be said to a channel, before it takes the form of one. Texts are plain and may hold anything. */
export interface Saying {
  says: Topic | "test";
  title: string;
  parts: { heading?: string; lines: string[] }[];
  /** Where a tap leads: an absolute https address of this app, made of ids alone. */
  link: { label: string; url: string };
}

/** A channel takes so many lines, and so many characters, before it cuts or refuses. */
const most = { parts: 8, lines: 12, title: 140, line: 300, part: 2400, whole: 6000 };

/** The saying with every text escaped and short enough for any channel; what is left out is counted in words. */
export function fitted(saying: Saying, escaped: (text: string) => string): Saying {
  let room = most.whole;
  const parts = saying.parts.slice(0, most.parts).flatMap(({ heading, lines }) => {
    const taken: string[] = [];
    let part = Math.min(most.part, room);
    for (const line of lines.slice(0, most.lines)) {
      const text = escaped(plain(line, most.line));
      if (text.length > part) break;
      part -= text.length;
      room -= text.length;
      taken.push(text);
    }
    if (taken.length < lines.length) taken.push(`and ${lines.length - taken.length} more`);
    if (taken.length === 0 && heading === undefined) return [];
    return [
      { ...(heading === undefined ? {} : { heading: escaped(plain(heading, most.title)) }), lines: taken },
    ];
  });
  const { label, url } = saying.link;
  return {
    says: saying.says,
    title: escaped(plain(saying.title, most.title)),
    parts,
    link: { label: escaped(plain(label, most.title)), url },
  };
}

/**
 * A text on one line, cut at whole characters: without line breaks that would begin a quote or a list, control
 * characters, marks that turn the direction of what follows, and halves of characters.
 */
export function plain(text: string, longest: number): string {
  const line = text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ")
    .replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "")
    .replace(/\p{Surrogate}/gu, "\ufffd")
    .trim();
  const characters = [...line];
  return characters.length > longest ? `${characters.slice(0, longest - 1).join("")}…` : line;
}

/** Calls nobody: what some client may read as a mention of a whole room gets a joiner nobody sees. */
export function withoutCalls(text: string): string {
  return text.replace(/@(?=(?:channel|here|everyone|group|all|team)\b)/gi, "@\u2060");
}
