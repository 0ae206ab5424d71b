import type { KeyResult } from "../../../shared/okrs/key-result.ts";
import { equal } from "../../../shared/sync/write.ts";
import type { Version } from "../../store/history.ts";
import type { HistoryEntry } from "../../ui/HistoryList.tsx";
import { fieldLabels, valueWords } from "../../ui/overwrite-words.ts";
import type { Place } from "./key-result-place.ts";

type Names = Readonly<Record<string, string>>;

/** Versions, the newest first, as who changed what; what a version says beside the one before it. */
export function historyEntries(
  versions: readonly Version<"key-result">[],
  place: Place,
  more: boolean,
): HistoryEntry[] {
  const names = namesIn(place);
  const whole = more ? versions.slice(0, -1) : versions;
  return whole.map((version, index) => {
    const before = versions[index + 1];
    return {
      ...{ key: version.revision, at: version.at, who: names[version.actorId] ?? "Somebody" },
      deed: deedOf(version.body, before?.body ?? null),
      changes: before?.body && version.body ? changesOf(before.body, version.body, names) : [],
    };
  });
}

/** Names of everybody and everything a key result points at, by id. */
function namesIn({ plan }: Place): Names {
  const named = [...plan.members, ...plan.metrics].map((one) => [one.id, one.name]);
  return Object.fromEntries([...named, ...plan.objectives.map((one) => [one.id, one.title])]);
}

function deedOf(after: KeyResult | null, before: KeyResult | null): string {
  if (before === null) return "drafted it";
  if (after === null) return "deleted it";
  if (after.state !== before.state)
    return { draft: "drew it back", committed: "committed it", dropped: "dropped it", graded: "graded it" }[
      after.state
    ];
  return after.ownerId === before.ownerId ? "changed it" : "handed it over";
}

function changesOf(before: KeyResult, after: KeyResult, names: Names): HistoryEntry["changes"] {
  const [was, is] = [flat(before), flat(after)];
  return Object.entries(fieldLabels).flatMap(([field, label]) => {
    if (equal(was[field], is[field])) return [];
    const words = (value: unknown, unit: KeyResult["unit"]) =>
      value === undefined ? undefined : (valueWords(value, { field, unit, names }) ?? "a list");
    return [{ label, before: words(was[field], before.unit), after: words(is[field], after.unit) }];
  });
}

/** What it moves and why are two fields to people. */
function flat({ moves, ...body }: KeyResult): Record<string, unknown> {
  return { ...body, "moves.metricId": moves?.metricId, "moves.because": moves?.because };
}
