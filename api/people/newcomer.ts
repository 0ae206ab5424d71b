import type { Role } from "../../shared/people/member.ts";
import { uuidv7 } from "../../shared/sync/uuid.ts";
import { isoNow } from "../../shared/time/instant.ts";
import { Refused } from "../errors.ts";
import type { ServerMutation } from "../sync/sync.ts";
import { findWorkspace, listWorkspaces } from "./member-store.ts";
import type { PeopleDeps } from "./people-deps.ts";
import type { Signed } from "./signed.ts";
import type { InviteTerms, TokenRow } from "./token-store.ts";

/** What whoever opens a link may add to it. */
export interface Answers {
  name?: string | undefined;
  zone?: string | undefined;
  locale?: string | undefined;
  workspace?: { name: string; zone: string } | undefined;
  deviceName?: string | undefined;
}

export interface Newcomer {
  name: string;
  zone: string;
  locale: string;
  /** The workspace to be founded first. */
  founds?: { name: string; zone: string };
}

/** Link and answers together as a member to be made. Refuses with the field that is missing or wrong. */
export async function describe(
  deps: PeopleDeps,
  { purpose, workspaceId, invite }: TokenRow,
  answers: Answers,
  caller: Signed | undefined,
): Promise<Newcomer> {
  const name = answers.name ?? invite?.name ?? caller?.personName;
  if (name === undefined) throw new Refused("invalid_request", { field: "name" });
  const locale = answers.locale ?? "en";
  if (purpose === "invite") {
    const workspace = await findWorkspace(deps.database, workspaceId ?? "");
    if (!workspace) throw new Refused("token_unusable");
    return { name, zone: knownZone(answers.zone ?? workspace.zone, "zone"), locale };
  }
  const founds = answers.workspace;
  if (!founds) throw new Refused("invalid_request", { field: "workspace" });
  const others = (await listWorkspaces(deps.database)).filter((one) => one.id !== workspaceId);
  if (others.length > 0) throw new Refused("token_unusable");
  const home = knownZone(founds.zone, "workspace.zone");
  return { name, zone: knownZone(answers.zone ?? home, "zone"), locale, founds: { ...founds, zone: home } };
}

/**
 * Founds the workspace if need be and makes the member, by the mutations no phone has. A row that is there already
 * was made by a redemption that died before it was finished.
 */
export async function makeMember(deps: PeopleDeps, token: TokenRow, newcomer: Newcomer): Promise<void> {
  const { workspaceId, memberId, invite } = token;
  if (workspaceId === null || memberId === null) throw new Refused("token_unusable");
  const terms: InviteTerms = invite ?? { role: "admin" satisfies Role };
  const { name, zone, locale, founds } = newcomer;
  const apply = (name: string, args: object) => one(deps, workspaceId, memberId, name, args);
  if (founds) await apply("workspace.found", { id: workspaceId, ...founds });
  const { email, squadId, as } = terms;
  await apply("member.join", {
    id: memberId,
    name,
    role: terms.role,
    zone,
    locale,
    ...(email ? { email } : {}),
    ...(squadId ? { squadId, as: as ?? "member" } : {}),
  });
}

async function one(deps: PeopleDeps, workspaceId: string, memberId: string, name: string, args: object) {
  const mutation: ServerMutation = { id: uuidv7(deps.now(), deps.bytes(10)), name, args, at: isoNow(deps) };
  const [result] = await deps.sync.apply(workspaceId, { memberId, server: true }, [mutation]);
  if (result?.outcome === "applied" || result?.code === "id_conflict") return;
  throw new Refused("invalid_request", result?.field ? { field: result.field } : {});
}

/** Member rows are read by every phone's calendar, so a zone it does not know stops here. */
function knownZone(zone: string, field: string): string {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone && zone;
  } catch {
    throw new Refused("invalid_request", { field });
  }
}
