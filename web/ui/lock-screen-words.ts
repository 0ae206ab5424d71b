import type { Workspace } from "../../shared/people/workspace.ts";

/** How much a notification says on a locked phone. */
export const lockScreenWords: Record<Workspace["lockScreen"], { label: string; detail: string }> = {
  private: { label: "Only counts", detail: "“2 check-ins due”, nothing else" },
  titles: { label: "Titles", detail: "Key result titles, never values or notes" },
  full: { label: "Everything", detail: "Titles, values and notes" },
};
