import { useState } from "react";
import { useSearch } from "wouter";
import { useLive, useNow, useToday } from "../../store/live.ts";
import { may, useMay } from "../../store/may.ts";
import { useMemberId } from "../../store/me.ts";
import { isOlder } from "../../store/older-cycle.ts";
import { Button } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Page } from "../../ui/Page.tsx";
import { SearchDoor } from "../../ui/SearchDoor.tsx";
import { BetsDoor } from "./BetsDoor.tsx";
import { CycleManage } from "./CycleManage.tsx";
import { CyclePhase } from "./CyclePhase.tsx";
import { cycleRows } from "./cycle-rows.ts";
import { cycleView, grouped } from "./cycle-view.ts";
import { mayDraft } from "./may-draft.ts";
import { ObjectiveList } from "./ObjectiveList.tsx";
import { OlderCycle } from "./OlderCycle.tsx";
import { OpenBlockers } from "./OpenBlockers.tsx";
import { OtherCycles } from "./OtherCycles.tsx";
import { RhythmDoors } from "./RhythmDoors.tsx";
import { SquadFilter } from "./SquadFilter.tsx";
import { SquadMetrics } from "./SquadMetrics.tsx";
import { StarLine } from "./StarLine.tsx";
import { otherCycles, shownCycle } from "./shown-cycle.ts";
import { countLine } from "./words.ts";

/** A cycle: its objectives and key results with the evidence, what needs a look, and the way to the next phase. */
export function Cycle() {
  const asked = new URLSearchParams(useSearch()).get("cycle") ?? undefined;
  const memberId = useMemberId();
  const now = useNow();
  const today = useToday();
  const [squadId, setSquadId] = useState<string>();
  const [mayOpen, mayWrite] = useMay([
    ["cycle.open", {}],
    ["objective.draft", {}],
  ]);
  const loaded = useLive(
    async (read) => {
      const cycles = await read.list("cycle");
      const cycle = shownCycle(cycles, today, asked);
      const rows = cycle && (await cycleRows(read, cycle));
      const drafts = new Set<string>();
      if (rows && cycle.state === "planning")
        for (const { id } of rows.objectives) if ((await mayDraft(read, memberId, id)).any) drafts.add(id);
      const squads = rows?.squads.filter((one) => one.state === "active") ?? [];
      const pms = await Promise.all(
        squads.map((one) => may(read, memberId, ["objective.draft", { squadId: one.id }])),
      );
      return { cycles, cycle, rows, drafts, writes: pms.some(Boolean) };
    },
    [asked, memberId, today],
  );
  if (loaded === undefined) return null;
  const { cycles, cycle, rows, drafts } = loaded;
  if (cycle === undefined || rows === undefined)
    return (
      <Page title="Cycle">
        <EmptyState
          title="No cycle yet"
          body="A cycle is the quarter your objectives belong to. Open one, write what should change, commit it."
          action={
            mayOpen ? (
              <Button kind="owed" href="/cycle/new">
                Open a cycle
              </Button>
            ) : (
              "An admin opens it."
            )
          }
        />
      </Page>
    );
  const all = cycleView(rows, now);
  const open = cycle.state === "planning" || cycle.state === "running";
  const writes = open && (mayWrite || loaded.writes);
  const empty =
    all.length > 0 ? null : (
      <EmptyState
        title={open ? "No objective yet" : "Nothing was planned in it"}
        body={
          open
            ? "Say what should be true by the end, then how it will show."
            : "Its key results would stand here."
        }
      />
    );
  return (
    <Page
      title={cycle.name}
      detail={countLine(cycle, all, today)}
      action={<SearchDoor />}
      aside={
        <>
          <OpenBlockers objectives={all} members={rows.members} today={today} />
          <BetsDoor />
          <RhythmDoors />
          <SquadMetrics rows={rows} squadId={squadId} />
          <CycleManage cycle={cycle} today={today} />
          <OtherCycles cycles={otherCycles(cycles, cycle.id)} mayOpen={mayOpen === true} />
        </>
      }
    >
      <StarLine />
      <CyclePhase key={cycle.id} rows={rows} objectives={all} today={today} />
      <SquadFilter objectives={all} squads={rows.squads} chosen={squadId} onChange={setSquadId} />
      <ObjectiveList groups={grouped(all, squadId)} rows={rows} drafts={drafts} />
      {isOlder(cycles, cycle) ? (
        <OlderCycle key={cycle.id} cycleId={cycle.id} known={all.length > 0}>
          {empty}
        </OlderCycle>
      ) : (
        empty
      )}
      {writes ? <Button href={`/cycle/objectives/new?cycle=${cycle.id}`}>New objective</Button> : null}
    </Page>
  );
}
