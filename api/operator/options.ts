import type { Place } from "../people/member-store.ts";
import { OperatorMistake } from "./report.ts";

/** The workspace an operator means: the one named, or the only one there is. */
export function choose(workspaces: Place[], wanted: string | undefined): Place {
  const fitting = workspaces.filter(
    (one) => wanted === undefined || one.id === wanted || one.name === wanted,
  );
  if (fitting.length === 1) return fitting[0] as Place;
  if (workspaces.length === 0)
    throw new OperatorMistake("There is no workspace yet. Open the set-up link that the server prints.");
  const names = workspaces.map((one) => one.name).join(", ");
  throw new OperatorMistake(`Say which workspace with --workspace NAME. There are: ${names}`);
}

/** What stands after an option, or undefined where it is not given. */
export function option(args: readonly string[], name: string): string | undefined {
  const at = args.indexOf(name);
  if (at >= 0) return args[at + 1] ?? "";
  return args.find((one) => one.startsWith(`${name}=`))?.slice(name.length + 1);
}
