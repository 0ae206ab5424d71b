import type { ReactNode } from "react";
import { useLive } from "../../store/live.ts";
import { Page } from "../../ui/Page.tsx";
import { planningRows } from "./planning/planning-rows.ts";
import { stepsOf } from "./planning/planning-view.ts";
import { SessionFrame } from "./planning/SessionFrame.tsx";
import { stepAddress, useSessionStep } from "./planning/step-address.ts";

export interface WayBack {
  href: string;
  label: string;
}

/** Where a form leads back to: the step of the session it was opened from, else the page it belongs to. */
export function useWayBack(cycleId: string | undefined, otherwise: WayBack): WayBack {
  const step = useSessionStep();
  if (step === undefined || cycleId === undefined) return otherwise;
  return { href: stepAddress(cycleId, step), label: "the planning session" };
}

/** The page of a form of a cycle; opened from a planning session, it stands in the session's frame. */
export function FormPage({
  cycleId,
  title,
  detail,
  back,
  children,
}: {
  cycleId: string | undefined;
  title: string;
  detail?: ReactNode;
  back: WayBack;
  children: ReactNode;
}) {
  const step = useSessionStep();
  const rows = useLive(
    async (read) => (step === undefined ? undefined : await planningRows(read, cycleId)),
    [step === undefined, cycleId],
  );
  if (step === undefined || cycleId === undefined)
    return (
      <Page title={title} detail={detail} back={back}>
        {children}
      </Page>
    );
  return (
    <SessionFrame
      cycleId={cycleId}
      step={step}
      states={rows ? stepsOf(rows) : []}
      title={title}
      detail={detail}
      back={back}
    >
      {children}
    </SessionFrame>
  );
}
