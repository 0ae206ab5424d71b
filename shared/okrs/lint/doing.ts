import { abstracts, activities, artefacts, flows, measures, paperwork, people } from "./nouns.ts";
import type { Token } from "./text.ts";
import { type Clause, has, type Title } from "./title.ts";
import { qualities } from "./vague.ts";
import { verbOf } from "./verbs.ts";
import { oneOf } from "./words.ts";

export type Doing = "output" | "task";

/** Whether a title says what somebody will do or make, rather than what will be different. */
export function doing(title: Title, kind: "key-result" | "objective"): Doing | undefined {
  const [first] = title.clauses;
  if (first === undefined || title.changes.some((one) => one.pair)) return undefined;
  if (isPromptly(title)) return undefined;
  const found = byVerb(first, title, kind) ?? byLightVerb(first, title);
  return found ?? (first.verb === undefined ? byNoun(first, title) : undefined);
}

const timely = oneOf("within time promised same-day next-day first-time without day hour hours");

/** "95 % of orders within a day": work that arrives all day, done well. */
function isPromptly({ words, tokens }: Title): boolean {
  const share = tokens.some((one) => one.percent) || words.includes("every") || words.includes("all");
  return share && has(words, timely) && (has(words, flows) || tokens.some((one) => one.window));
}

const count = oneOf("number share percentage proportion rate amount");
const certain = oneOf("certification certificate certified compliance compliant audit accreditation");
const promises =
  oneOf(`demand target targets sla slas deadline deadlines promise promises need needs goal goals standard
  standards expectations requirements where`);
const better = oneOf("smarter better faster harder more as together efficiently closely hard");
const limits = oneOf("below under above over at within steady to");

function byVerb({ verb, object, tokens }: Clause, title: Title, kind: "key-result" | "objective") {
  if (verb === undefined) return undefined;
  const named = object.map((one) => one.word);
  const head = headOf(object);
  const numbered = title.tokens.some((one) => one.number);
  const percent = title.tokens.some((one) => one.percent);
  if (verb.class === "change" || verb.class === "keep")
    return !numbered && has(named, certain) ? "output" : undefined;
  if (verb.class === "task") {
    if (verb.base === "work" && has(named, better)) return undefined;
    if (verb.base === "meet" && has(title.words, promises)) return undefined;
    if (verb.base === "hold" && title.changes.length > 0 && has(title.words, limits)) return undefined;
    return "task";
  }
  if (verb.class === "feel") return undefined;
  if (percent && has(named, flows)) return undefined;
  if (kind === "objective" && verb.class === "make" && hasOutcome(tokens)) return undefined;
  if (has(named, activities) && !has(named, artefacts)) return "task";
  if (verb.base === "do") return undefined;
  const fresh = named.includes("new") || named[0] === "a" || named[0] === "an";
  if (verb.class === "output") {
    const served = people.has(head) && has(named, all);
    if (object.length === 0 || served) return kind === "objective" ? undefined : "output";
    return abstracts.has(head) && !fresh ? undefined : "output";
  }
  if (abstracts.has(head) || (head === "service" && has(named, qualities))) return undefined;
  if (has(named, count)) return undefined;
  if (kind === "objective") return isThing(named) ? made(verb.base, named) : undefined;
  if (percent && movers.has(verb.base) && !isThing(named)) return undefined;
  if (numbered && has(named, people) && !has(named, fixtures)) return undefined;
  return made(verb.base, named);
}

const all = oneOf("every each all more");
const light = oneOf("make get have put bring take give");
const standing = oneOf("live available production");

/** "Have it live by June", "make a list": the verb says nothing, what follows does. */
function byLightVerb({ tokens }: Clause, { changes }: Title): Doing | undefined {
  const named = tokens.map((one) => one.word);
  if (!light.has(named[0]!) || changes.length > 0) return undefined;
  const where = named.findIndex((one, at) => at > 1 && standing.has(one));
  const next = named[where + 1] ?? "";
  if (where > 0 && (next === "" || after.has(next)) && !has(named.slice(0, where), people)) return "output";
  const stop = named.findIndex((one, at) => at > 0 && (after.has(one) || one === "that"));
  const head = named[(stop < 0 ? named.length : stop) - 1]!;
  return paperwork.has(head) || activities.has(head) ? "task" : undefined;
}

const movers = oneOf("move switch convert enable activate start complete finish");
/** Of the things somebody makes, those that are not also customers. */
const fixtures = new Set([...artefacts].filter((one) => !people.has(one)));

const handedOver = oneOf("deliver complete finish");

function made(base: string, named: readonly string[]): Doing {
  if (base === "onboard") return "task";
  return has(named, paperwork) && !handedOver.has(base) ? "task" : "output";
}

function isThing(named: readonly string[]): boolean {
  return has(named, artefacts) || has(named, paperwork);
}

const outcomes = oneOf(
  "that which so people love loves trust trusts enjoy enjoys recommend need want wants rely where",
);

function hasOutcome(tokens: readonly Token[]): boolean {
  return tokens.some((one, index) => index > 1 && outcomes.has(one.word));
}

const nominals = oneOf(`
  launch release rollout roll-out completion implementation introduction migration creation redesign development
  deployment relaunch rebrand go-live set-up setup delivery publication establishment
`);
const live = oneOf("live ready production running place available complete completed done finished");
const after = oneOf("in to by for on at with across from of into before off out over");
const regular = oneOf("with on of about for by");

function byNoun({ object, tokens }: Clause, title: Title): Doing | undefined {
  const listed = tokens.map((one) => one.word);
  if (nominals.has(listed[0]!) && (listed[1] === "of" || listed[1] === "to")) return "output";
  const head = headOf(object);
  const measured = title.changes.length > 0 || has(listed, measureWords);
  const next = tokens[tokens.indexOf(object.at(-1)!) + 1]?.word ?? "";
  if (activities.has(head) && object.length <= 4 && !measured && (next === "" || regular.has(next)))
    return "task";
  const amount = tokens[0]!.number && !tokens[0]!.percent && object.length <= 4 && fixtures.has(head);
  if (amount && (next === "" || next === "by" || isPerTime(listed))) return "output";
  return byPredicate(tokens, title);
}

const times = oneOf("day week month quarter sprint year");

function isPerTime(words: readonly string[]): boolean {
  return words.some((word, at) => (word === "per" || word === "a") && times.has(words[at + 1] ?? ""));
}

const measureWords = new Set([...measures].filter((one) => !activities.has(one)));

/** "New checkout is live", "five integrations shipped". */
function byPredicate(tokens: readonly Token[], title: Title): Doing | undefined {
  const named = tokens.map((one) => one.word);
  const share = title.tokens.some((one) => one.percent);
  for (const [at, { word }] of tokens.entries()) {
    if (at === 0) continue;
    const next = named[at + 1] ?? "";
    const subject = named.slice(0, at);
    const closes = next === "" || after.has(next) || /ly$/.test(next);
    const inside = named[at - 1] === "in" && has(subject, artefacts) && !has(subject, measures);
    const isOn = named[at - 1] === "is" || named[at - 1] === "are" || inside;
    if (isOn && live.has(word) && closes && !has(subject, people)) return "output";
    const verb = verbOf(word);
    if (verb?.form !== "past" || !closes || (share && has(subject, people))) continue;
    if (has(subject, relatives)) return undefined;
    if (verb.class === "task" || (has(subject, activities) && verb.class === "make")) return "task";
    if (verb.class === "output" || (verb.class === "make" && has(subject, artefacts))) return "output";
  }
  return undefined;
}

const relatives = oneOf("who that which");

function headOf(object: readonly Token[]): string {
  return object.at(-1)?.word ?? "";
}
