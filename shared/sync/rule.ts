import { mayAct } from "../people/policy.ts";
import { halfCharacterIn } from "./half-character.ts";
import { type Context, type Definition, isRefusal, refuse, type Verdict, type When } from "./mutation.ts";

/**
 * Runs one mutation's rule: arguments parsed, the moment clamped, standing judged by the policy table, then the rule
 * itself. The same function runs on the phone and on the server. Throws `RowsMissing` when a row it reads is not loaded.
 */
export function runRule(definition: Definition, args: unknown, given: Context): Verdict {
  const parsed = definition.args.safeParse(args);
  if (!parsed.success)
    return refuse("invalid_arguments", parsed.error.issues[0]?.path.join(".") || undefined);
  const halved = halfCharacterIn(parsed.data);
  if (halved !== undefined) return refuse("invalid_arguments", halved || undefined);
  const context = { ...given, when: clamped(given.when) };
  const subject = definition.subject?.(parsed.data, context) ?? {};
  if (isRefusal(subject)) return subject;
  if (!mayAct(definition.may, subject, context)) return refuse("forbidden");
  return definition.rule(parsed.data, context);
}

/** A clock that runs ahead claims no moment after the arrival. Both instants in one spelling, so that they compare. */
function clamped(when: When): When {
  const received = Date.parse(when.receivedAt);
  return {
    ...when,
    at: new Date(Math.min(Date.parse(when.at), received)).toISOString(),
    receivedAt: new Date(received).toISOString(),
  };
}
