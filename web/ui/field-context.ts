import { createContext, useContext } from "react";

/** What a Field tells the control inside it: its id, what describes it, and whether it was refused. */
export interface FieldLinks {
  id?: string | undefined;
  describedBy?: string | undefined;
  invalid?: boolean | undefined;
}

export const FieldContext = createContext<FieldLinks>({});

/** The attributes a native control takes over from the Field around it. */
export function useFieldLinks() {
  const { id, describedBy, invalid } = useContext(FieldContext);
  return { id, "aria-describedby": describedBy, "aria-invalid": invalid || undefined } as const;
}
