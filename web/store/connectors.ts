import type { Connector, Draft, Trial, Tried } from "../../shared/metrics/connector.ts";
import { call } from "../api-client.ts";
import { here } from "./api.ts";
import { serverSave } from "./server-save.ts";

/** Where metrics come from by themselves: online only, for admins. Each answers data or throws ApiError. */
const path = (rest = "") => `/api/connectors${rest}?${here()}`;
const of = (id: string) => `/${encodeURIComponent(id)}`;

export const connectors = async () => (await call<{ connectors: Connector[] }>("GET", path())).connectors;
export const tryConnector = (trial: Trial) => call<Tried>("POST", path("/try"), trial);
export const pauseConnector = (id: string) => call<Connector>("POST", path(`${of(id)}/pause`));
export const resumeConnector = (id: string) => call<Connector>("POST", path(`${of(id)}/resume`));
export const removeConnector = (id: string) => call<void>("DELETE", path(of(id)));

/** Saves a new connector, or over the one with this id. */
export const saveConnector = (draft: Draft, id?: string) =>
  serverSave(
    id === undefined ? call<Connector>("POST", path(), draft) : call<Connector>("PUT", path(of(id)), draft),
  );
