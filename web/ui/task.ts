import { useState } from "react";

/** What a piece of work may answer instead of throwing: the shape `mutate` gives. */
type Answered = { saved: true } | { saved: false; code: string; field?: string };

export interface Refused {
  code: string;
  /** The argument it is about, where one is named. */
  field?: string | undefined;
}

/**
 * One thing at a time, and why the last one failed. `run` answers true when the work was done; a second tap meanwhile
 * does nothing. Work fails by throwing something with a `code`, or by answering `{saved: false, code}`.
 */
export function useTask() {
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refused>();

  async function run(work: () => Promise<unknown>): Promise<boolean> {
    if (busy) return false;
    setBusy(true);
    setRefused(undefined);
    try {
      const outcome = await work();
      if (!isRefused(outcome)) return true;
      setRefused(outcome);
      return false;
    } catch (error) {
      setRefused({ code: codeOf(error) });
      return false;
    } finally {
      setBusy(false);
    }
  }
  return { busy, refused, run, forget: () => setRefused(undefined) };
}

/** The code an `ApiError` or a `NotSaved` carries. An error without one is a bug of ours and is logged. */
export function codeOf(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  if (typeof code === "string") return code;
  console.error(error);
  return "internal";
}

function isRefused(outcome: unknown): outcome is Extract<Answered, { saved: false }> {
  return (outcome as Answered | undefined)?.saved === false;
}
