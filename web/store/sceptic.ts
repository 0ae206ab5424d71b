import type { Candidate } from "../../shared/metrics/candidate.ts";
import { call } from "../api-client.ts";
import { here } from "./api.ts";

/** All that somebody from outside reads of a workspace. */
export interface Asked {
  company: string;
  name: string;
  definition: string;
}
export type ScepticAnswer = Omit<NonNullable<Candidate["sceptic"]>, "at">;

/** What a sceptic's link asks about; nothing is used up. Needs nobody signed in. Throws ApiError. */
export const previewSceptic = (token: string) => call<Asked>("POST", "/api/sceptic/preview", { token });
/** The one answer to it. Throws ApiError, "token_unusable" when there was one, or the link is no longer good. */
export const answerSceptic = (token: string, answer: ScepticAnswer) =>
  call<void>("POST", "/api/sceptic/answer", { token, ...answer });

/** A link that waits for its answer. */
export interface ScepticLink {
  id: string;
  candidateId: string;
  createdBy: string;
  createdAt: string;
  expiresAt: string;
}
export const scepticLinks = async () =>
  (await call<{ links: ScepticLink[] }>("GET", `/api/sceptic-links?${here()}`)).links;
export const createScepticLink = (candidateId: string) =>
  call<{ id: string; url: string; expiresAt: string }>("POST", `/api/sceptic-links?${here()}`, {
    candidateId,
  });
export const revokeScepticLink = (id: string) =>
  call<void>("DELETE", `/api/sceptic-links/${encodeURIComponent(id)}?${here()}`);
