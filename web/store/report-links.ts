import { call } from "../api-client.ts";
import { here } from "./api.ts";

/** A link that shows a cycle's report to somebody from outside. */
export interface ReportLink {
  id: string;
  cycleId: string;
  /** The past day it tells; null where it tells the day it is opened. */
  toldOn: string | null;
  createdBy: string;
  createdAt: string;
  expiresAt: string;
  opened: number;
  openedAt: string | null;
}

/** Those that still work. Throws ApiError. */
export const reportLinks = async () =>
  (await call<{ links: ReportLink[] }>("GET", `/api/report-links?${here()}`)).links;
/** Of a past day with `on`. Its address is told only now. Throws ApiError. */
export const createReportLink = (cycleId: string, on?: string) =>
  call<{ id: string; url: string; expiresAt: string }>("POST", `/api/report-links?${here()}`, {
    cycleId,
    on,
  });
export const revokeReportLink = (id: string) =>
  call<void>("DELETE", `/api/report-links/${encodeURIComponent(id)}?${here()}`);
