import { syncTag } from "../store/background.ts";
import { flushInWorker } from "../store/worker-round.ts";

/** The browser believes there is network again. Rejecting asks it to try once more later. */
export async function onSync({ tag }: { tag: string }): Promise<void> {
  if (tag !== syncTag) return;
  if (!(await flushInWorker())) throw new Error("not everything was sent");
}
