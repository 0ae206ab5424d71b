import type { AlignmentMap } from "../../../shared/okrs/map.ts";
import { useMay } from "../../store/may.ts";
import { Button } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { usePrinting } from "../../ui/printing.ts";
import { useWide } from "../../ui/wide.ts";
import { Drawing } from "./Drawing.tsx";
import type { SeenRows } from "./map-rows.ts";
import { Outline } from "./Outline.tsx";
import type { Asked } from "./use-asked.ts";
import { useFolds, usePassingFolds } from "./use-folds.ts";

interface Seen {
  map: AlignmentMap;
  rows: SeenRows;
  shown: ReadonlySet<string> | undefined;
  asked: Asked;
  ask: (patch: Partial<Asked>) => void;
}

/** A drawing where there is room and on paper, an outline elsewhere and for whoever asks for it. */
export function MapBody({ map, rows, shown, asked, ask }: Seen) {
  const wide = useWide();
  const printing = usePrinting();
  const folds = useFolds(map);
  const { squadId = "every", status = "", text } = asked;
  const passing = usePassingFolds(`${squadId} ${status} ${text}`);
  if (map.nodes.size === 0) return <NothingYet />;
  if (shown?.size === 0)
    return (
      <EmptyState
        title="Nothing fits"
        body="No objective and no key result fits all of what is asked for."
        action={
          <Button onClick={() => ask({ squadId: undefined, status: undefined, text: "" })}>
            Show everything
          </Button>
        }
      />
    );
  if (printing || (wide && asked.as !== "outline"))
    return (
      <Drawing
        map={map}
        rows={rows}
        shown={shown}
        focus={asked.node}
        onFocus={(node) => ask({ node })}
        paper={printing}
      />
    );
  if (folds === undefined) return null;
  return <Outline map={map} rows={rows} shown={shown} folds={folds} passing={passing} />;
}

function NothingYet() {
  const [mayDefine] = useMay([["metric.define", {}]]);
  return (
    <EmptyState
      title="Nothing to connect yet"
      body="First comes the North Star, then three to five inputs, then a cycle with its objectives. Every line of the map ends in the star."
      action={
        mayDefine ? (
          <Button kind="owed" href="/metrics/new?kind=north-star">
            Define the North Star
          </Button>
        ) : (
          "An admin defines it."
        )
      }
    />
  );
}
