import type { Connector, Draft, Trial, Tried } from "../../shared/metrics/connector.ts";
import { ApiError, call } from "../api-client.ts";
import { here } from "./api.ts";

/** Where metrics come from by themselves: online only, for admins. Each answers data or throws ApiError. */
const path = (rest = "") => `/api/connectors${rest}?${here()}`;
const of = (id: string) => `/${encodeURIComponent(id)}`;

export const connectors = async () => (await call<{ connectors: Connector[] }>("GET", path())).connectors;
export const tryConnector = (trial: Trial) => call<Tried>("POST", path("/try"), trial);
export const pauseConnector = (id: string) => call<Connector>("POST", path(`${of(id)}/pause`));
export const resumeConnector = (id: string) => call<Connector>("POST", path(`${of(id)}/resume`));
export const removeConnector = (id: string) => call<void>("DELETE", path(of(id)));

export type SavedConnector =
  | { saved: true; connector: Connector }
  | { saved: false; code: string; field?: string };

/** Saves a new connector, or over the one with this id; a refusal says which field it is about. */
export async function saveConnector(draft: Draft, id?: string): Promise<SavedConnector> {
  try {
    const connector = await (id === undefined
      ? call<Connector>("POST", path(), draft)
      : call<Connector>("PUT", path(of(id)), draft));
    return { saved: true, connector };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const { code, field } = error;
    return { saved: false, code, ...(field === undefined ? {} : { field }) };
  }
}
