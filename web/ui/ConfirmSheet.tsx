import type { ReactNode } from "react";
import { Button } from "./Button.tsx";
import { RefusalNote } from "./RefusalNote.tsx";
import type { Where } from "./refusal.ts";
import { Sheet } from "./Sheet.tsx";
import { useTask } from "./task.ts";

/**
 * Asks once before something that cannot be undone: what will happen, the deed by its own name, and the way out. It
 * closes when the deed is done and stays with the reason when it was refused.
 */
export function ConfirmSheet({
  open,
  title,
  children,
  deed,
  where = "request",
  onConfirm,
  onClose,
}: {
  open: boolean;
  title: string;
  children: ReactNode;
  /** What the button does: "Sign it out", never "OK". */
  deed: string;
  where?: Where;
  onConfirm: () => Promise<unknown>;
  onClose: () => void;
}) {
  const task = useTask();
  const close = () => {
    task.forget();
    onClose();
  };
  return (
    <Sheet open={open} onClose={close} title={title}>
      <div>{children}</div>
      <RefusalNote refused={task.refused} where={where} />
      <Button kind="danger" big busy={task.busy} onClick={async () => (await task.run(onConfirm)) && close()}>
        {deed}
      </Button>
      <Button big onClick={close}>
        Cancel
      </Button>
    </Sheet>
  );
}
