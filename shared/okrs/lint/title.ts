import { measures } from "./nouns.ts";
import { isAim, read, type Token } from "./text.ts";
import { type Verb, verbOf } from "./verbs.ts";
import { oneOf } from "./words.ts";

/** A measured change: from one number to another, or a number that something is to reach. */
export interface Change {
  at: number;
  end: number;
  /** Two numbers that belong together: "from 3 to 5", "5 -> 8", "below 4 % (now 7 %)". */
  pair: boolean;
}

/** A part of a title that says one thing. */
export interface Clause {
  tokens: Token[];
  changes: Change[];
  /** The verb it begins with, where it tells somebody to do something. */
  verb?: Verb;
  /** What that verb is done to; of a clause without one, its first words. */
  object: Token[];
}

export interface Title {
  tokens: Token[];
  words: string[];
  clauses: Clause[];
  changes: Change[];
}

const joints = oneOf(", ; & + and plus then |");
/** What follows is a condition of the change, not a second one. */
const conditions = oneOf("while without whilst although but");

export function parse(title: string): Title {
  const tokens = read(title);
  const clauses = split(tokens).map((part, index) => clauseOf(part, index === 0));
  return { tokens, words: tokens.map((one) => one.word), clauses, changes: changesOf(tokens) };
}

export function has(words: readonly string[], set: ReadonlySet<string>): boolean {
  return words.some((word) => set.has(word));
}

function split(tokens: readonly Token[]): Token[][] {
  const parts: Token[][] = [[]];
  for (const [at, token] of tokens.entries()) {
    const within = token.word === "and" && isRange(tokens, at);
    if (conditions.has(token.word) && at > 0) break;
    if (isAsWellAs(tokens, at)) parts.push([]);
    else if (joints.has(token.word) && !within) parts.push([]);
    else parts.at(-1)!.push(token);
  }
  return parts.filter((part) => part.length > 0);
}

/** "Between 5 and 8". */
function isRange(tokens: readonly Token[], at: number): boolean {
  return tokens[at - 2]?.word === "between" && tokens[at - 1]!.number && tokens[at + 1]?.number === true;
}

function isAsWellAs(tokens: readonly Token[], at: number): boolean {
  return tokens[at]!.word === "as" && tokens[at - 1]?.word === "well" && tokens[at - 2]?.word === "as";
}

const leads = oneOf(`
  to we will we'll also successfully fully finally must should please our let's need want continue not and
`);
const ends = oneOf(`
  for with in on at by to from among between into who that which whose where so as via through across within during
  under over below above until before after than per ( ) : ->
`);

function clauseOf(tokens: Token[], first: boolean): Clause {
  const start = tokens.findIndex((one) => !leads.has(one.word) && !/ly$/.test(one.word));
  const from = Math.max(0, start);
  const verb = isNoun(tokens, from, first) ? undefined : verbOf(tokens[from]?.word);
  const after = tokens.slice(verb === undefined ? from : from + 1);
  const stop = after.findIndex((one, index) => ends.has(one.word) && index > 0);
  const object = stop < 0 ? after : after.slice(0, stop);
  return { tokens, changes: changesOf(tokens), object, ...(verb === undefined ? {} : { verb }) };
}

const determiners = oneOf("the a an our all every each new this these their its another your more any both");
/** Verbs that are as often the first half of a noun: "release frequency", "call time". */
const nounish = oneOf(`
  launch release build ship design test review call email visit research plan draft document survey record report update
  check contact work open run train book host study share support offer start switch move benchmark audit interview list
  map print demo read code fix set post pilot brand train 
`);

/** The other half of such a noun, where nothing is measured. */
const companions = oneOf("day days night notes party crew journey journeys room rooms manager managers");

/** Whether what looks like a verb at the head is a noun, or the subject of a sentence. */
function isNoun(tokens: readonly Token[], at: number, first: boolean): boolean {
  const verb = verbOf(tokens[at]?.word);
  if (verb === undefined) return true;
  const next = tokens[at + 1];
  const determined = next !== undefined && (next.number || determiners.has(next.word));
  if (verb.form !== "base" && !determined) return true;
  if (determined) return false;
  if (verb.base === "share" && next?.word === "of") return true;
  if (nounish.has(verb.base) && next !== undefined && (measures.has(next.word) || companions.has(next.word)))
    return true;
  return first && verb.class !== "change" && hasPredicate(tokens, at);
}

const interrupts = oneOf("to and or , & ; will that who which then");

/** "Review time for pull requests falls from …": the sentence has its own verb further on. */
function hasPredicate(tokens: readonly Token[], at: number): boolean {
  return tokens.some((token, index) => {
    if (index < at + 2 || interrupts.has(tokens[index - 1]!.word)) return false;
    const verb = verbOf(token.word);
    return verb?.class === "change" && verb.form !== "gerund" && isAim(tokens, index);
  });
}

const markers = oneOf(`
  to by below under above over least most than reach reaches reached hit hits exceed exceeds pass passes achieve achieves
  -> < > <= >= ≤ ≥ ~ at from get gets within up about approximately around
`);
const nowadays = oneOf("now currently today was were instead against vs versus up down previously before");

/** Every measured change among the tokens, in their order. */
export function changesOf(tokens: readonly Token[]): Change[] {
  const found: Change[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    if (!tokens[at]!.number) continue;
    const end = partner(tokens, at);
    const marked = tokens[at]!.percent || isMarked(tokens, at);
    if (end !== undefined || marked) found.push({ at, end: end ?? at, pair: end !== undefined });
    at = end ?? at;
  }
  return found;
}

/** The second number of a pair that begins here. */
function partner(tokens: readonly Token[], at: number): number | undefined {
  let bridge: number | undefined;
  let beside = false;
  for (let next = at + 1; next < Math.min(tokens.length, at + 11); next += 1) {
    const { word, number } = tokens[next]!;
    if (number) return beside || (bridge !== undefined && next - bridge <= 4) ? next : undefined;
    if (nowadays.has(word)) beside = true;
    else if (joints.has(word) && word !== ",") return undefined;
    else if ((word === "to" || word === "->") && next - at <= 6) bridge ??= next;
  }
  return undefined;
}

function isMarked(tokens: readonly Token[], at: number): boolean {
  for (let back = at - 1; back >= 0 && back >= at - 3; back -= 1) {
    const { word } = tokens[back]!;
    if (markers.has(word)) return true;
    if (joints.has(word) || verbOf(word) !== undefined) return false;
  }
  return false;
}
