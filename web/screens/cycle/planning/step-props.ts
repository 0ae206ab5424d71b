import type { GateFinding } from "../../../../shared/okrs/gate.ts";
import type { PlanFinding } from "../../../../shared/okrs/plan-lint.ts";
import type { PlanningRows } from "./planning-rows.ts";
import type { SessionMay } from "./session-may.ts";

/** What every step of a session is given. */
export interface StepProps {
  rows: PlanningRows;
  may: SessionMay;
  memberId: string;
  /** What the gate and lint say of the plan as it stands. */
  findings: readonly GateFinding[];
  lint: readonly PlanFinding[];
  /** This moment, and the member's day. */
  now: number;
  today: string;
}
