import type { PlanningRows } from "./planning-rows.ts";
import type { SessionMay } from "./session-may.ts";

/** What every step of a session is given. */
export interface StepProps {
  rows: PlanningRows;
  may: SessionMay;
  memberId: string;
  /** This moment, and the member's day. */
  now: number;
  today: string;
}
