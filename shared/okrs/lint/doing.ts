import { announced, arranged, reported } from "./announcement.ts";
import { commanded, type Doing, type Kind } from "./imperative.ts";
import { flows } from "./nouns.ts";
import { has, type Title } from "./title.ts";
import { oneOf } from "./words.ts";

/** Whether a title says what somebody will do or make, rather than what will be different. */
export function doing(title: Title, kind: Kind): Doing | undefined {
  const [first] = title.clauses;
  if (first === undefined || title.changes.some((one) => one.pair)) return undefined;
  if (isPromptly(title) || (kind === "objective" && isPromise(title))) return undefined;
  const found = commanded(first, title, kind) ?? arranged(first, title);
  if (found !== undefined || first.verb !== undefined) return found;
  const isSentence = kind === "objective" && title.tokens.length > 4;
  return isSentence ? reported(first, title) : announced(first, title);
}

const timely = oneOf("within time promised same-day next-day first-time without day hour hours");

/** "95 % of orders within a day": work that arrives all day, done well. */
function isPromptly({ words, tokens }: Title): boolean {
  const share = tokens.some((one) => one.percent) || words.includes("every") || words.includes("all");
  return share && has(words, timely) && (has(words, flows) || tokens.some((one) => one.window));
}

const moments = oneOf("minute minutes second seconds hour hours click clicks tap taps afternoon");

const contrasts = oneOf("less more");

/** An objective that contrasts, or says how quickly somebody will be able to: "read a contract in a minute". */
function isPromise({ words }: Title): boolean {
  if (words.includes("not") || (contrasts.has(words[1] ?? "") && words[2] === ",")) return true;
  return words.some(
    (one, at) => (one === "in" || one === "within") && has(words.slice(at + 1, at + 4), moments),
  );
}
