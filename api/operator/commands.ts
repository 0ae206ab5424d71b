import { role } from "../../shared/people/role.ts";
import { Refused } from "../errors.ts";
import type { Northing } from "../northing.ts";
import { invite } from "../people/invites.ts";
import { signInLink } from "../people/links.ts";
import { findMembersCalled, listWorkspaces, type Place } from "../people/member-store.ts";
import { check } from "./check-store.ts";

/** What the operator typed cannot be done; the message says what to type instead. */
export class OperatorMistake extends Error {}

/** What a command prints, and whether all is well. */
export interface Report {
  lines: string[];
  ok: boolean;
}

type Parts = Pick<Northing, "database" | "people">;

/** Runs one command on an open database, inside the running server or in the command's own process. */
export async function run(parts: Parts, command: string, args: readonly string[]): Promise<Report> {
  if (command === "backup") return backUp(parts, args);
  if (command === "check") return check(parts.database);
  if (command === "invite") return inviteSomebody(parts, args);
  if (command === "reset-link") return resetLink(parts, args.join(" ").trim());
  throw new OperatorMistake(`There is no command "${command}".`);
}

async function backUp({ database, people }: Parts, [path]: readonly string[]): Promise<Report> {
  if (!path) throw new OperatorMistake("Say where to: backup FILE");
  if (database.file === null)
    throw new OperatorMistake(
      "The data is on a libSQL server (DATABASE_URL); back it up with that server's tools.",
    );
  await database.backup(path);
  people.log.info("operator.backup");
  return { lines: [`Backed up to ${path}, and the copy passes its check.`], ok: true };
}

async function inviteSomebody({ database, people }: Parts, args: readonly string[]): Promise<Report> {
  const asked = option(args, "--role") ?? "member";
  const known = role.safeParse(asked);
  if (!known.success)
    throw new OperatorMistake(`--role is admin, director, member or viewer, not "${asked}".`);
  const workspace = choose(await listWorkspaces(database), option(args, "--workspace"));
  try {
    const { url } = await invite(people, workspace.id, { role: known.data }, null);
    return { lines: [`Invite as ${known.data} to ${workspace.name}: ${url}`], ok: true };
  } catch (error) {
    if (error instanceof Refused)
      throw new OperatorMistake("Too many invites are open. Withdraw some first.");
    throw error;
  }
}

async function resetLink({ database, people }: Parts, called: string): Promise<Report> {
  if (called === "") throw new OperatorMistake("Say for whom: reset-link EMAIL-OR-NAME");
  const found = (await findMembersCalled(database, called)).filter((one) => one.personId !== null);
  const persons = new Set(found.map((one) => one.personId));
  if (persons.size === 0) throw new OperatorMistake(`Nobody here is called "${called}".`);
  if (persons.size > 1)
    throw new OperatorMistake(
      `"${called}" is the name of ${persons.size} people. Use an e-mail address: ` +
        found.map((one) => one.email ?? "(none)").join(", "),
    );
  const [{ name, role: as, workspaceId, personId }] = found as [(typeof found)[number]];
  const { url } = await signInLink(people, { personId: personId ?? "", workspaceId });
  people.log.info("operator.reset_link", { personId });
  return { lines: [`${name} (${as}): ${url}`], ok: true };
}

function choose(workspaces: Place[], wanted: string | undefined): Place {
  const fitting = workspaces.filter(
    (one) => wanted === undefined || one.id === wanted || one.name === wanted,
  );
  if (fitting.length === 1) return fitting[0] as Place;
  if (workspaces.length === 0)
    throw new OperatorMistake("There is no workspace yet. Open the set-up link that the server prints.");
  const names = workspaces.map((one) => one.name).join(", ");
  throw new OperatorMistake(`Say which workspace with --workspace NAME. There are: ${names}`);
}

function option(args: readonly string[], name: string): string | undefined {
  const at = args.indexOf(name);
  if (at >= 0) return args[at + 1] ?? "";
  return args.find((one) => one.startsWith(`${name}=`))?.slice(name.length + 1);
}
