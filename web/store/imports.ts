import type { ImportKindName } from "../../shared/imports/fields.ts";
import type { ImportJob, ImportReport } from "../../shared/imports/report.ts";
import { call } from "../api-client.ts";
import { here } from "./api.ts";
import { currentPhone } from "./signed-in.ts";

/** How a file is to be read, as a person chose it; "" leaves it to the server. */
export interface ImportTerms {
  /** The heading of the column for a field; "" for none. */
  columns: Readonly<Record<string, string>>;
  /** One value for all rows. */
  fixed: Readonly<Record<string, string>>;
  dates: string;
  decimals: string;
  delimiter: string;
  encoding: string;
  percent: boolean;
  commit: boolean;
}

export interface Told {
  import: ImportJob;
  report: ImportReport;
}

/** A large file over a slow network, and a long look at it. */
const patience = 110_000;
const path = (rest: string, params: URLSearchParams = new URLSearchParams()) =>
  `/api/${rest}?${[here(), params].join("&")}`;

/** What the server makes of a file, with nothing changed. Throws ApiError. */
export async function checkImport(
  kind: ImportKindName,
  file: Blob,
  terms: ImportTerms,
): Promise<ImportReport> {
  const params = paramsOf(terms);
  params.set("dry-run", "1");
  return (await call<{ report: ImportReport }>("POST", path(`v1/import/${kind}`, params), file, patience))
    .report;
}

/**
 * Hands a file over to be applied. `id` makes it the same import when it is sent twice. Throws ApiError, code
 * "import_refused" when something is wrong with it by now.
 */
export function startImport(kind: ImportKindName, file: File, terms: ImportTerms, id: string): Promise<Told> {
  const params = paramsOf(terms);
  params.set("id", id);
  params.set("name", file.name.slice(0, 200));
  return call<Told>("POST", path(`v1/import/${kind}`, params), file, patience);
}

export const importJobs = async () => (await call<{ imports: ImportJob[] }>("GET", path("imports"))).imports;
export const importTold = (id: string) => call<Told>("GET", path(`imports/${encodeURIComponent(id)}`));
export const cancelImport = (id: string) => call<Told>("DELETE", path(`imports/${encodeURIComponent(id)}`));

let held: { workspaceId: string; kind: ImportKindName; file: File } | undefined;

/** Keeps a chosen file while the person looks elsewhere in the app. A reload forgets it: files are not stored. */
export function holdFile(kind: ImportKindName, file: File | undefined): void {
  const workspaceId = currentPhone()?.who.workspaceId;
  held = file === undefined || workspaceId === undefined ? undefined : { workspaceId, kind, file };
}

export function heldFile(kind: ImportKindName): File | undefined {
  return held?.kind === kind && held.workspaceId === currentPhone()?.who.workspaceId ? held.file : undefined;
}

function paramsOf(terms: ImportTerms): URLSearchParams {
  const params = new URLSearchParams();
  for (const [field, header] of Object.entries(terms.columns)) params.set(`column.${field}`, header);
  for (const [field, value] of Object.entries(terms.fixed))
    if (value !== "") params.set(`fixed.${field}`, value);
  for (const name of ["dates", "decimals", "delimiter", "encoding"] as const)
    if (terms[name] !== "") params.set(name, terms[name]);
  if (terms.percent) params.set("percent", "1");
  if (terms.commit) params.set("commit", "1");
  return params;
}
