import type { ReactNode } from "react";
import { Button } from "./Button.tsx";
import { RefusalNote } from "./RefusalNote.tsx";
import type { Where } from "./refusal.ts";
import type { Refused } from "./task.ts";

/** What a form ends with: why it was refused, and its deed, which is the one that is owed on its screen. */
export function FormEnd({
  task: { busy, refused },
  where = "form",
  children,
}: {
  task: { busy: boolean; refused: Refused | undefined };
  where?: Where;
  /** What the button does: "Save the bet". */
  children: ReactNode;
}) {
  return (
    <>
      <RefusalNote refused={refused} where={where} />
      <Button kind="owed" big type="submit" busy={busy}>
        {children}
      </Button>
    </>
  );
}
