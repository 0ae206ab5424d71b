import { type RememberedAs, rememberedAs } from "../../../shared/search/remembered.ts";
import { Chip } from "../../ui/Chip.tsx";
import styles from "./Search.module.css";
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
  return (
    <fieldset className={styles.chips}>
      <legend className="visually-hidden">What kind</legend>
      <Chip pressed={chosen === undefined} onClick={() => onChoose(undefined)}>
        All
      </Chip>
      {offered.map((one) => (
        <Chip key={one} pressed={chosen === one} onClick={() => onChoose(one === chosen ? undefined : one)}>
          {kindNames[one].many} {counts.get(one) ?? 0}
        </Chip>
      ))}
    </fieldset>
  );
}
