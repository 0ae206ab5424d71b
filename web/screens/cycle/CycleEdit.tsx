import { useParams } from "wouter";
import { useLive } from "../../store/live.ts";
import { useMay } from "../../store/may.ts";
import { mutate } from "../../store/mutate.ts";
import { Button } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Page } from "../../ui/Page.tsx";
import { CycleForm } from "./CycleForm.tsx";

/** The name and days of a cycle that is not closed. */
export function CycleEdit() {
  const { id = "" } = useParams<{ id: string }>();
  const loaded = useLive(async (read) => ({ cycle: await read.get("cycle", id) }), [id]);
  const [mayRevise] = useMay([["cycle.revise", { cycleId: id }]]);
  if (loaded === undefined || mayRevise === undefined) return null;
  const { cycle } = loaded;
  const back = { href: `/cycle?cycle=${id}`, label: "the cycle" };
  return (
    <Page title="Change the cycle" detail={cycle?.name} back={back}>
      {cycle && mayRevise && cycle.state !== "closed" ? (
        <CycleForm
          label="Save the cycle"
          draftKey={`cycle.revise ${id}`}
          fresh={{ name: cycle.name, startsOn: cycle.startsOn, endsOn: cycle.endsOn }}
          datesFixed={cycle.state === "grading"}
          save={({ name, startsOn, endsOn }) =>
            mutate(
              "cycle.revise",
              cycle.state === "grading" ? { cycleId: id, name } : { cycleId: id, name, startsOn, endsOn },
            )
          }
          back={back.href}
        />
      ) : (
        <EmptyState
          title="Nothing to change here"
          body="The cycle is closed or gone, or it takes an admin."
          action={<Button href="/cycle">See the cycle</Button>}
        />
      )}
    </Page>
  );
}
