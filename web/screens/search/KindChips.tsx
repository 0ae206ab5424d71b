import { type RememberedAs, rememberedAs } from "../../../shared/search/remembered.ts";
import { ChipFilter } from "../../ui/ChipFilter.tsx";
import { kindNames } from "./words.ts";

/** What was found, by kind; one of them alone when it is chosen. */
export function KindChips({
  counts,
  chosen,
  onChoose,
}: {
  counts: ReadonlyMap<RememberedAs, number>;
  chosen: RememberedAs | undefined;
  onChoose: (as: RememberedAs | undefined) => void;
}) {
  const offered = rememberedAs.filter((one) => one === chosen || counts.has(one));
  if (offered.length < 2 && chosen === undefined) return null;
  const choices = offered.map((one) => ({
    value: one,
    label: `${kindNames[one].many} ${counts.get(one) ?? 0}`,
  }));
  return (
    <ChipFilter
      label="What kind"
      choices={choices}
      chosen={chosen}
      onChange={(one) => onChoose(one === chosen ? undefined : one)}
    />
  );
}
