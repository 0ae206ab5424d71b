import { abstracts, activities, artefacts, flows, paperwork, people } from "./nouns.ts";
import type { Token } from "./text.ts";
import { type Clause, has, headOf, type Title } from "./title.ts";
import { qualities } from "./vague.ts";
import type { Verb } from "./verbs.ts";
import { oneOf } from "./words.ts";

export type Doing = "output" | "task";
export type Kind = "key-result" | "objective";

/** What a verb at the head of a title makes of it; nothing where it is about a change, or about a feeling. */
export function commanded({ verb, object }: Clause, title: Title, kind: Kind): Doing | undefined {
  if (verb === undefined || verb.class === "feel") return undefined;
  const named = object.map((one) => one.word);
  if (verb.class === "change" || verb.class === "keep") {
    const numbered = title.tokens.some((one) => one.number);
    return !numbered && has(named, certain) ? "output" : undefined;
  }
  if (verb.class === "task") return isAchieved(verb, named, title, kind) ? undefined : "task";
  if (title.tokens.some((one) => one.percent) && has(named, flows)) return undefined;
  if (verb.class === "output") return isSoft(verb, named, kind) ? undefined : put(verb.base, object, kind);
  return made(verb.base, named, title, kind);
}

const certain = oneOf("certification certificate certified compliance compliant audit accreditation");
const promises = oneOf(`
  demand target targets sla slas deadline deadlines promise promises need needs goal goals standard standards
  expectations requirements where
`);
const better = oneOf("smarter better faster harder more as together efficiently closely hard");
const limits = oneOf("below under above over at within steady to");
const bars = oneOf("standard standards pace tone bar");
const all = oneOf("every each all more");

/** "Work smarter", "meet demand", "hold churn under 2 %", "set the standard": activities by their verb alone. */
function isAchieved({ base }: Verb, named: readonly string[], title: Title, kind: Kind): boolean {
  const { words, changes } = title;
  if (base === "work") return has(named, better);
  if (base === "meet") return has(words, promises);
  if (base === "hold" && changes.length > 0) return has(words, limits);
  if (kind === "key-result") return false;
  if (!business.has(base) && !isInternal(named)) return true;
  if (base === "set" && has(named, bars)) return true;
  return (base === "prepare" && has(named, all)) || hasOutcome(title.tokens);
}

/** Tasks of the office, whatever they are done to; to share, ask or follow may as well be what people come for. */
const business = oneOf(`
  hire recruit prepare review hold meet interview write analyse analyze conduct evaluate assess decide define audit
  organise organize plan schedule draft document research investigate appoint negotiate benchmark train
`);
const softened = oneOf("fix automate post standardise standardize centralise centralize code integrate");

/** In an objective a soft verb counts only with a thing of the company's own behind it. */
function isSoft({ base }: Verb, named: readonly string[], kind: Kind): boolean {
  return kind === "objective" && softened.has(base) && !isInternal(named);
}

function isInternal(named: readonly string[]): boolean {
  return has(named, artefacts) || has(named, paperwork) || has(named, activities);
}

/** Launched, shipped: an output, but "launch every new seller" and "ship with confidence" are aims. */
function put(base: string, object: readonly Token[], kind: Kind): Doing | undefined {
  const named = object.map((one) => one.word);
  const head = headOf(object);
  const served = people.has(head) && (has(named, all) || (kind === "objective" && base === "introduce"));
  if (named.length === 0 || served) return kind === "objective" ? undefined : "output";
  const fresh = named.includes("new") || named[0] === "a" || named[0] === "an";
  return abstracts.has(head) && !fresh ? undefined : "output";
}

/** What one does by holding it: a workshop, an interview. */
const held = oneOf("run do complete finish set-up start begin establish pilot create");
const help = oneOf("service services support care advice help work product products solutions");
const gaining = oneOf(
  "add enable activate onboard connect offer provide support start translate certify obtain",
);
const movers = oneOf("move switch convert enable activate start complete finish");
const count = oneOf("number share percentage proportion rate amount");
const founding = oneOf("build create open set-up establish start develop design construct enter");
const another = oneOf("new second third another");
/** Of the things somebody makes, those that are not also customers. */
const fixtures = new Set([...artefacts].filter((one) => !people.has(one)));

/** Built, created, delivered: an output where it is a thing, and not where it is trust, or customers. */
function made(base: string, named: readonly string[], title: Title, kind: Kind): Doing | undefined {
  const head = named.at(-1) ?? "";
  const numbered = title.tokens.some((one) => one.number);
  const percent = title.tokens.some((one) => one.percent);
  if (kind === "objective" && hasOutcome(title.tokens)) return undefined;
  if (held.has(base) && has(named, activities) && !has(named, artefacts)) return "task";
  if (base === "do" || abstracts.has(head) || has(named, count)) return undefined;
  if (help.has(head) && has(named, qualities)) return undefined;
  const thing = has(named, artefacts) || has(named, paperwork);
  if (kind === "objective")
    return thing || (founding.has(base) && has(named, another)) ? handed(base, named) : undefined;
  if (percent && movers.has(base) && !thing) return undefined;
  if (numbered && gaining.has(base) && has(named, people) && !has(named, fixtures)) return undefined;
  return handed(base, named);
}

const finishing = oneOf("deliver complete finish");

function handed(base: string, named: readonly string[]): Doing {
  if (base === "onboard") return "task";
  return has(named, paperwork) && !finishing.has(base) ? "task" : "output";
}

const outcomes = oneOf(`
  that which so people love loves trust trusts enjoy enjoys recommend need want wants rely where without
  nobody everybody everyone anybody anyone
`);

/** "A product teachers love": it says what it is good for. */
function hasOutcome(tokens: readonly Token[]): boolean {
  return tokens.some(({ word }, index) => {
    if (index < 2 || index === tokens.length - 1) return false;
    return outcomes.has(word) || (people.has(word) && artefacts.has(tokens[index - 1]!.word));
  });
}
