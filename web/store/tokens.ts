import { call } from "../api-client.ts";
import { here } from "./api.ts";

/** A token programs use, as its admins see it. Online only: each call answers data or throws ApiError. */
export interface ApiToken {
  id: string;
  /** Who made it; it acts as them. */
  memberId: string;
  name: string;
  /** The first characters of the secret. */
  hint: string;
  scopes: "readings.write"[];
  /** The only metrics it may touch; null: all. */
  metricIds: string[] | null;
  createdAt: string;
  expiresAt: string | null;
  lastUsedAt: string | null;
}

export interface ApiTokenDraft {
  name: string;
  metricIds?: string[];
  /** For so many days; for ever when absent. */
  days?: number;
}

const path = (which = "") => `/api/tokens${which}?${here()}`;

export const apiTokens = async () => (await call<{ tokens: ApiToken[] }>("GET", path())).tokens;

/** The secret is in this answer and nowhere else. Refused with `name_taken` while another one has the name. */
export const makeApiToken = (draft: ApiTokenDraft) =>
  call<ApiToken & { secret: string }>("POST", path(), { ...draft, scopes: ["readings.write"] });

export const revokeApiToken = (id: string) => call<void>("DELETE", path(`/${encodeURIComponent(id)}`));
