import type { RowOf } from "../../../shared/sync/mutation.ts";
import { mutate, newId, type Saved } from "../../store/mutate.ts";
import { showToast } from "../../ui/Toast.tsx";

type Anomaly = RowOf<"anomaly">;
type Given = NonNullable<Anomaly["answer"]>;

/** What somebody says an anomaly is. */
export type Said = Pick<Given, "as" | "text"> & Partial<Pick<Given, "rebaseline" | "keyResultId">>;

const told = {
  explained: "Explained; your squad sees it",
  blocker: "Blocker opened",
  "false-alarm": "Called a false alarm",
} as const;

/** Answers, and offers the way back: to the answer before, or to none. */
export async function giveAnswer(anomaly: Anomaly, said: Said): Promise<Saved> {
  const blockerId = said.as === "blocker" ? newId() : undefined;
  const saved = await mutate("anomaly.answer", {
    anomalyId: anomaly.id,
    ...said,
    ...(blockerId === undefined ? {} : { id: blockerId }),
  });
  if (saved.saved)
    showToast({
      text: told[said.as],
      action: { label: "Undo", onTap: () => void takeBack(anomaly, blockerId) },
    });
  return saved;
}

/** Without an answer again, with the same way back. */
export async function reopen(anomaly: Anomaly): Promise<Saved> {
  const saved = await mutate("anomaly.reopen", { anomalyId: anomaly.id });
  if (saved.saved)
    showToast({
      text: "Open again",
      action: { label: "Undo", onTap: () => void restore(anomaly) },
    });
  return saved;
}

async function takeBack(anomaly: Anomaly, blockerId: string | undefined): Promise<void> {
  await restore(anomaly);
  if (blockerId !== undefined)
    await mutate("blocker.resolve", { blockerId, resolution: "Opened by mistake" });
}

/** As it stood on this row. */
async function restore({ id: anomalyId, answer }: Anomaly): Promise<void> {
  if (answer === undefined) await mutate("anomaly.reopen", { anomalyId });
  else {
    const { by: _by, at: _at, blockerId, ...said } = answer;
    await mutate("anomaly.answer", { anomalyId, ...said, ...(blockerId ? { id: blockerId } : {}) });
  }
}
