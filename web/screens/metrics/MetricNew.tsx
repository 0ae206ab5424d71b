import { lazy, Suspense } from "react";
import { useSearch } from "wouter";
import type { Metric } from "../../../shared/metrics/metric.ts";
import { standing } from "../../../shared/okrs/line.ts";
import { useLive } from "../../store/live.ts";
import { may } from "../../store/may.ts";
import { useMemberId } from "../../store/me.ts";
import { Button } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Page } from "../../ui/Page.tsx";
import { MetricDefine } from "./MetricDefine.tsx";
import { metricChoices } from "./metric-choices.ts";
import { kinds } from "./words.ts";

const MetricFrom = lazy(async () => ({ default: (await import("./MetricFrom.tsx")).MetricFrom }));

/** Defines a metric of any kind; a North Star is proposed in the same step. */
export function MetricNew() {
  const query = new URLSearchParams(useSearch());
  const asked = query.get("kind");
  const from = query.get("from");
  const memberId = useMemberId();
  const loaded = useLive(
    async (read) => ({
      choices: await metricChoices(read, memberId),
      hasStar: standing(await read.list("north-star")).length > 0,
      mayPropose: await may(read, memberId, ["north-star.propose", {}]),
    }),
    [memberId],
  );
  if (loaded === undefined) return null;
  const { choices, hasStar, mayPropose } = loaded;
  const mayDefine = choices.forCompany || choices.squads.length > 0;
  const offered = kinds.filter((one) => one.value !== "north-star" || (mayPropose && !hasStar));
  const first: Metric["kind"] = offered.find((one) => one.value === asked)?.value ?? "input";
  return (
    <Page title="Define a metric" back={{ href: "/star", label: "the North Star" }}>
      {mayDefine ? (
        <>
          {from === null ? (
            <Button href="/metrics/library">Choose from growth metrics others use</Button>
          ) : null}
          <Suspense>
            {from === null ? (
              <MetricDefine key={first} {...{ first, choices, memberId }} kinds={offered} />
            ) : (
              <MetricFrom key={from} id={from} {...{ first, choices, memberId }} kinds={offered} />
            )}
          </Suspense>
        </>
      ) : (
        <EmptyState
          title="Metrics are defined by PMs and admins"
          body="Tell one of them what should be measured, and why."
          action={<Button href="/star">See the North Star</Button>}
        />
      )}
    </Page>
  );
}
