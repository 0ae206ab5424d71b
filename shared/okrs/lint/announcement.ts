import type { Doing } from "./imperative.ts";
import { activities, artefacts, measures, paperwork, people } from "./nouns.ts";
import { type Clause, has, headOf, type Title } from "./title.ts";
import { verbOf } from "./verbs.ts";
import { oneOf } from "./words.ts";

/** What a title without a verb at its head announces: "launch of the portal", "15 interviews", "two releases a month". */
export function announced(clause: Clause, title: Title): Doing | undefined {
  const { object, tokens } = clause;
  const listed = tokens.map((one) => one.word);
  if (nominals.has(listed[0]!) && (listed[1] === "of" || listed[1] === "to")) return "output";
  const head = headOf(object);
  const measured = title.changes.length > 0 || has(listed, measureWords);
  const next = tokens[tokens.indexOf(object.at(-1)!) + 1]?.word ?? "";
  if (activities.has(head) && object.length <= 4 && !measured && (next === "" || regular.has(next)))
    return "task";
  const amount = tokens[0]!.number && !tokens[0]!.percent && object.length <= 4 && isMade(head);
  if (amount && (next === "" || next === "by" || isPerTime(listed))) return "output";
  return reported(clause, title);
}

const nominals = oneOf(`
  launch release rollout roll-out completion implementation introduction migration creation redesign development
  deployment relaunch rebrand go-live set-up setup delivery publication establishment
`);
const live = oneOf(
  "live out online operation ready production running place available complete completed done finished",
);
const after = oneOf("in to by for on at with across from of into before off out over");
const regular = oneOf("with on of about for by");

/** Things somebody makes, that are not also customers. */
function isMade(word: string): boolean {
  return artefacts.has(word) && !people.has(word);
}

const times = oneOf("day week month quarter sprint year");

function isPerTime(words: readonly string[]): boolean {
  return words.some((word, at) => (word === "per" || word === "a") && times.has(words[at + 1] ?? ""));
}

const measureWords = new Set([...measures].filter((one) => !activities.has(one)));

/** "New checkout is live", "five integrations shipped". */
export function reported({ tokens }: Clause, title: Title): Doing | undefined {
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

const light = oneOf("make get have put bring take give");
const standing = oneOf("live available production");

/** "Have it live by June", "make a list": the verb says nothing, what follows does. */
export function arranged({ tokens }: Clause, { changes }: Title): Doing | undefined {
  const named = tokens.map((one) => one.word);
  if (!light.has(named[0]!) || changes.length > 0) return undefined;
  const where = named.findIndex((one, at) => at > 1 && standing.has(one));
  const next = named[where + 1] ?? "";
  if (where > 0 && (next === "" || after.has(next)) && !has(named.slice(0, where), people)) return "output";
  const stop = named.findIndex((one, at) => at > 0 && (after.has(one) || one === "that"));
  const last = (stop < 0 ? named.length : stop) - 1;
  if (last > 4) return undefined;
  const head = named[last]!;
  return paperwork.has(head) || activities.has(head) ? "task" : undefined;
}
