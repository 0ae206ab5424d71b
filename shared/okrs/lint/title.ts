import { type Change, changesOf, joints, nowadays } from "./change.ts";
import { measures, people } from "./nouns.ts";
import { isAim, read, type Token } from "./text.ts";
import { type Verb, verbOf } from "./verbs.ts";
import { oneOf } from "./words.ts";

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

/** What follows is a condition of the change, not a second one. */
const conditions = oneOf("while without whilst although but");

export function parse(title: string): Title {
  const tokens = read(title);
  const clauses = split(tokens).map((part, index) => clauseOf(part, index === 0));
  const [first, second] = clauses;
  // "Track and field clubs": a verb that is joined to a noun is one itself.
  if (first?.tokens.length === 1 && second !== undefined && second.verb === undefined) delete first.verb;
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
    else if (joints.has(token.word) && !within && !goesOn(tokens, at)) parts.push([]);
    else parts.at(-1)!.push(token);
  }
  return parts.filter((part) => part.length > 0);
}

/** ", now 97 %", ", up from 5": the same change. */
function goesOn(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1]?.word ?? "";
  return tokens[at]!.word === "," && (nowadays.has(next) || next === "from");
}

/** "Between 5 and 8". */
function isRange(tokens: readonly Token[], at: number): boolean {
  return tokens[at - 2]?.word === "between" && tokens[at - 1]!.number && tokens[at + 1]?.number === true;
}

function isAsWellAs(tokens: readonly Token[], at: number): boolean {
  return tokens[at]!.word === "as" && tokens[at - 1]?.word === "well" && tokens[at - 2]?.word === "as";
}

const leads = oneOf(`
  to we will we'll also successfully fully finally must should please let's need want continue not and
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
  if (verb.form !== "base" && (!determined || tokens.some((one) => copulas.has(one.word)))) return true;
  if (determined) return false;
  if (verb.base === "share" && next?.word === "of") return true;
  if (nounish.has(verb.base) && next !== undefined && (measures.has(next.word) || companions.has(next.word)))
    return true;
  if (nounish.has(verb.base) && (isHeld(tokens) || isSubject(tokens, at))) return true;
  return first && verb.class !== "change" && (hasPredicate(tokens, at) || isCompound(tokens, at));
}

const copulas = oneOf("is are feels feel takes becomes");

/** "Review turnaround below a day": something that stays where it is. */
function isHeld(tokens: readonly Token[]): boolean {
  return tokens.some(
    (one, at) => held.has(one.word) && tokens.slice(at + 1, at + 4).some((next) => next.number),
  );
}

/** "Call centre agents end …", "plan B is …": the verb of the sentence comes after. */
function isSubject(tokens: readonly Token[], at: number): boolean {
  const words = tokens.map((one) => one.word);
  const after = words[at + 3];
  if (words.slice(at + 2, at + 4).some((one) => copulas.has(one))) return true;
  return people.has(words[at + 2] ?? "") && after !== undefined && !ends.has(after) && !joints.has(after);
}

/** Verbs of what people do and how they are, which come after whoever does it. */
const sayings = oneOf(`
  know feel become come find get go keep leave make need pay see sleep spend take tell think trust understand use want
  earn have do start stop stay return rest end discover learn love choose finish save help live work eat answer
`);

/** "Train passengers know …", "post offices become …". */
function isCompound(tokens: readonly Token[], at: number): boolean {
  return [at + 2, at + 3].some(
    (index) => sayings.has(tokens[index]?.word ?? "") && /[^s]s$/.test(tokens[index - 1]!.word),
  );
}

const held = oneOf("below under above");
const interrupts = oneOf("to and or , & ; will that who which then");

/** "Review time for pull requests falls from …": the sentence has its own verb further on. */
function hasPredicate(tokens: readonly Token[], at: number): boolean {
  return tokens.some((token, index) => {
    if (index < at + 2 || interrupts.has(tokens[index - 1]!.word)) return false;
    const verb = verbOf(token.word);
    return verb?.class === "change" && verb.form !== "gerund" && isAim(tokens, index);
  });
}

/** The noun that a phrase is about: its last word. */
export function headOf(object: readonly Token[]): string {
  return object.at(-1)?.word ?? "";
}
