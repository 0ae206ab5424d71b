import { role } from "../../shared/people/role.ts";
import { uuidv7 } from "../../shared/sync/uuid.ts";
import { Refused } from "../errors.ts";
import { invite } from "../people/invites.ts";
import { enrol, signInLink } from "../people/links.ts";
import { findMembersCalled, listWorkspaces } from "../people/member-store.ts";
import { check } from "./check-store.ts";
import { exportTo, importFrom } from "./exports.ts";
import { choose, option } from "./options.ts";
import { OperatorMistake, type Parts, type Report } from "./report.ts";

/** Runs one command on an open database, inside the running server or in the command's own process. */
export async function run(parts: Parts, command: string, args: readonly string[]): Promise<Report> {
  if (command === "backup") return backUp(parts, args);
  if (command === "check") return check(parts.database);
  if (command === "invite") return inviteSomebody(parts, args);
  if (command === "reset-link") return resetLink(parts, args.join(" ").trim());
  if (command === "export") return exportTo(parts, args);
  if (command === "import") return importFrom(parts, args);
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
  const found = await findMembersCalled(database, called);
  const persons = new Set(found.map((one) => one.personId ?? one.id));
  if (persons.size === 0) throw new OperatorMistake(`Nobody here is called "${called}".`);
  if (persons.size > 1)
    throw new OperatorMistake(
      `"${called}" is the name of ${persons.size} people. Use an e-mail address: ` +
        found.map((one) => one.email ?? "(none)").join(", "),
    );
  const [{ id: memberId, name, role: as, workspaceId, ...known }] = found as [(typeof found)[number]];
  // Whoever came with an export has not signed in here yet.
  const newcomer = () =>
    enrol(people, { id: uuidv7(people.now(), people.bytes(10)), name, workspaceId, memberId });
  const personId = known.personId ?? (await newcomer());
  const { url } = await signInLink(people, { personId, workspaceId });
  people.log.info("operator.reset_link", { personId });
  return { lines: [`${name} (${as}): ${url}`], ok: true };
}
