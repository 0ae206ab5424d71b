import { mayAct } from "../people/policy.ts";
import { type Context, type Definition, isRefusal, type Refusal, refuse, type Verdict } from "./mutation.ts";

/**
 * Runs one mutation's rule: arguments parsed, standing judged by the policy table, then the rule itself. The same
 * function runs on the phone and on the server. Throws `RowsMissing` when a row it reads is not loaded.
 */
export function runRule(definition: Definition, args: unknown, context: Context): Verdict {
  const parsed = definition.args.safeParse(args);
  if (!parsed.success) return refuse("invalid_arguments", parsed.error.issues[0]?.path.join("."));
  const subject = definition.subject?.(parsed.data, context) ?? {};
  if (isRefusal(subject)) return subject as Refusal;
  if (!mayAct(definition.may, subject, context)) return refuse("forbidden");
  return definition.rule(parsed.data, context);
}
