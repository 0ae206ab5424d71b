import { artefacts, measures, people } from "./nouns.ts";
import { verbOf } from "./verbs.ts";
import { oneOf } from "./words.ts";

export interface Token {
  /** In lower case; a mark such as "," or "->" is a token too. */
  word: string;
  /** A number that may be a target: not of a date, a name, a version or a window of time. */
  number: boolean;
  percent: boolean;
  /** A number of a window of time, as in "within 3 days". */
  window: boolean;
  /** What the number says, where it is written in digits. */
  value?: number;
}

const longest = 300;
const piece =
  /->|[<>]=?|[≤≥~]|[€$£¥]?\d+(?:[.,:/-]\d+)*[\p{L}%°]*\+?(?:-\p{L}+)?|\p{L}[\p{L}\p{N}'’&/_+-]*(?:\.\d+)*|[,;:()&+|]/gu;

/** The tokens of a title, with every number told from dates, versions, names and windows. */
export function read(title: string): Token[] {
  const raw = phrased(tidy(title).match(piece) ?? []);
  const tokens = raw.map((one) => tokenOf(one));
  for (const [at, token] of tokens.entries()) {
    if (!token.number) continue;
    if (isWindow(tokens, at)) token.window = true;
    if (token.window || isDate(tokens, at) || isName(raw, tokens, at)) token.number = false;
  }
  qualify(tokens);
  return tokens;
}

/** One spelling of quotes, dashes and arrows, no "KR 1:" in front, no more than one looks at. */
function tidy(title: string): string {
  return title
    .slice(0, longest)
    .normalize("NFKC")
    .replace(/[‘’ʼ]/g, "'")
    .replace(/[‐‑−]/g, "-")
    .replace(/→|⇒|➔|➜|=>|–>|-->/g, " -> ")
    .replace(/[–—]/g, " : ")
    .replace(/(\d) ?(?:%|percent\b|per cent\b|pct\b)/gi, "$1%")
    .replace(/^\s*(?:KR|O|OKR)?\s?\d{0,2}\s?[:.)]\s/i, "");
}

/** Verbs of two words as one: "roll out" is "roll-out". */
function phrased(raw: readonly string[]): string[] {
  const joined: string[] = [];
  for (const [at, piece] of raw.entries()) {
    const before = raw[at - 1];
    const both = `${before}-${piece}`;
    if (before !== undefined && verbOf(both.toLowerCase()) !== undefined) joined.splice(-1, 1, both);
    else joined.push(piece);
  }
  return joined;
}

const units = oneOf(`
  % k m mn mio bn b x s sec secs ms min mins h hr hrs d pp pt pts kg g km t gb mb tb kb l ml eur usd gbp € °c c f w kw kwh
`);

function tokenOf(raw: string): Token {
  const word = raw.toLowerCase();
  const token: Token = { word, number: false, percent: false, window: false };
  const digits = /^[€$£¥]?(\d+(?:[.,:/-]\d+)*)([\p{L}%°]*)\+?(-\p{L}+)?$/u.exec(word);
  if (digits === null) return countWords.has(word) ? { ...token, number: true } : token;
  const [, figure = "", suffix = "", hyphened] = digits;
  const parts = figure.split(/[:/-]/);
  const ratio = /^\d+:\d$/.test(figure) && figure !== "1:1" && suffix === "";
  const strange =
    (figure.includes(":") && !ratio) || parts.length > 2 || figure === "24/7" || /\.\d+\./.test(figure);
  if (strange || hyphened !== undefined || (suffix !== "" && !units.has(suffix))) return token;
  return { ...token, number: true, percent: suffix.startsWith("%"), ...valued(figure, suffix) };
}

const powers: Record<string, number> = { k: 1e3, m: 1e6, mn: 1e6, mio: 1e6, bn: 1e9, b: 1e9 };

function valued(figure: string, suffix: string): { value?: number } {
  const value = Number(figure.replace(/,(?=\d{3}\b)/g, "").replace(",", "."));
  return Number.isFinite(value) ? { value: value * (powers[suffix] ?? 1) } : {};
}

/** Words that count; "one" is no target but in "one in four". */
const countWords = oneOf(`
  two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty seventy eighty
  ninety hundred thousand million dozen half thirds zero twice double doubles doubled triple triples tripled quadruple
  halve halves halved
`);

const months = oneOf(`
  january february march april may june july august september october november december jan feb mar apr jun jul aug sep
  sept oct nov dec
`);
const aims = oneOf(
  "from to reach reaches below under above over than least most exceed exceeds pass passes hit -> ( ~",
);

function isDate(tokens: readonly Token[], at: number): boolean {
  const { word, percent } = tokens[at]!;
  const [before, after] = [tokens[at - 1]?.word, tokens[at + 1]?.word];
  if (percent) return false;
  if (/^\d{1,2}$/.test(word) && (months.has(before ?? "") || months.has(after ?? ""))) return true;
  if (/^\d{1,2}$/.test(word) && (after === "am" || after === "pm")) return true;
  if (!/^20[0-4]\d$/.test(word)) return false;
  return !aims.has(before ?? "") || months.has(tokens[at - 2]?.word ?? "");
}

/** Words that a number belongs to like a name: "phase 2", "ISO 27001". */
const labels = oneOf(`
  version phase tier level step top day week month sprint release part round stage type wave milestone section iso soc
  article fortune pillar category zone class option series chapter quarter cycle epic room gate route gen generation
  group cohort wcag pci act rule form block unit track
`);
const determined = oneOf("per a an each every the");

function isName(raw: readonly string[], tokens: readonly Token[], at: number): boolean {
  const { word, percent } = tokens[at]!;
  if (percent || at === 0 || !/^\d[\d.]*$/.test(word)) return false;
  const before = tokens[at - 1]!.word;
  const own = raw[at - 1]!;
  if (labels.has(before)) return !determined.has(tokens[at - 2]?.word ?? "");
  if (/^\p{Ll}+\p{Lu}/u.test(own)) return true;
  const plain = measures.has(before) || people.has(before) || artefacts.has(before) || aims.has(before);
  const spoken = plain || verbOf(before) !== undefined || before.length < 3;
  return at > 1 && !spoken && /^\p{Lu}/u.test(own) && /^\p{Lu}\p{Ll}/u.test(own);
}

/** Units of time. */
export const spans = oneOf(`
  day days week weeks month months hour hours minute minutes min mins year years quarter quarters sprint sprints second
  seconds h hrs d
`);
const ordinals = oneOf("first next last past coming following initial");
const between = oneOf("the their its his her our a an only just about");
const around = oneOf("within in over after during for every inside since throughout last");

/** "Within 3 days", "in their first 30 days": when, not how much. */
function isWindow(tokens: readonly Token[], at: number): boolean {
  const suffix = /\d(h|d|hrs?|min)$/.test(tokens[at]!.word);
  if (!suffix && !spans.has(tokens[at + 1]?.word ?? "")) return false;
  let back = at - 1;
  let ordinal = false;
  for (; back >= 0 && back > at - 4; back -= 1) {
    const word = tokens[back]!.word;
    if (ordinals.has(word)) ordinal = true;
    else if (!between.has(word)) break;
  }
  if (ordinal) return true;
  return around.has(tokens[back]?.word ?? "") && tokens[back - 1]?.word !== "to";
}

const relatives = oneOf("who that which whose with having whom");
const turns = oneOf("from to by -> : ( , is are now");

/** "Shows that have 3 or more seasons": a number in there says which ones, not how many. */
function qualify(tokens: readonly Token[]): void {
  let inside = false;
  for (const [at, token] of tokens.entries()) {
    const verb = verbOf(token.word);
    const predicate = verb?.class === "change" && verb.base !== "get" && verb.base !== "win";
    if (relatives.has(token.word))
      inside = token.word !== "that" || verbOf(tokens[at - 1]?.word) === undefined;
    else if (turns.has(token.word) || (predicate && isAim(tokens, at))) inside = false;
    else if (inside && token.number && !token.percent && tokens[at + 1]?.word !== "->") token.number = false;
  }
}

/** A verb that a number, or the way to one, follows: "rises to", "reaches 40". */
export function isAim(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  return next !== undefined && (next.number || goals.has(next.word));
}
const goals = oneOf("from to by below above under over at within -> up down");
