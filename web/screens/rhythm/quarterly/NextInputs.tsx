import { nextInputs } from "../../../../shared/reviews/next-inputs.ts";
import type { QuarterRetro } from "../../../../shared/reviews/quarter-retro.ts";
import { ListRow } from "../../../ui/ListRow.tsx";
import { StatusMark } from "../../../ui/StatusMark.tsx";
import { proposalMarks } from "./quarter-words.ts";

/** What the look back proposes for each input, with its reason. */
export function NextInputs({ quarter }: { quarter: QuarterRetro }) {
  return (
    <ul>
      {nextInputs(quarter).map(({ metric, as, reason }) => (
        <li key={metric.id}>
          <ListRow
            title={<span dir="auto">{metric.name}</span>}
            detail={reason}
            end={<StatusMark status={proposalMarks[as].mark}>{proposalMarks[as].word}</StatusMark>}
          />
        </li>
      ))}
    </ul>
  );
}
