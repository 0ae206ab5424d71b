import { expect, test } from "vitest";
import type { KeyResult } from "../../../../shared/okrs/key-result.ts";
import { bodyOf } from "../../../../shared/sync/mutation.ts";
import { historyEntries } from "../../../../web/screens/cycle/key-result-history.ts";
import { keyResultPlace } from "../../../../web/screens/cycle/key-result-place.ts";
import type { Version } from "../../../../web/store/history.ts";
import { finishes, ours, planned } from "../../../support/cast.ts";
import { ask, readerOf } from "../../../support/reader.ts";
import { idOf, type Rules } from "../../../support/rules.ts";

/** Does it and answers the versions so far, as the server would: the newest first. */
async function told(rules: Rules, deeds: [who: string, name: string, args: object][]) {
  const kept: Version<"key-result">[] = [];
  const keep = (who: string) =>
    kept.unshift({
      ...{ revision: kept.length + 1, at: rules.now, actorId: idOf(who), deleted: false },
      body: bodyOf<"key-result">(rules.get("key-result", finishes)) as KeyResult,
    });
  keep("imani");
  for (const [who, name, args] of deeds) {
    await rules.must(who, name as never, { keyResultId: finishes, ...args });
    keep(who);
  }
  return kept;
}

test("each change is told by whose it was, with what was there before and what is there since", async () => {
  const rules = await planned();
  const versions = await told(rules, [
    ["ben", "key-result.revise", { target: 0.3, moves: { because: "it is worth coming back for" } }],
    ["ada", "key-result.reassign", { ownerId: idOf("sam") }],
    ["imani", "key-result.drop", {}],
  ]);
  const place = await ask(() => keyResultPlace(readerOf(rules), idOf("imani"), ours));
  const entries = historyEntries(versions, place, false);
  expect(entries.map((one) => `${one.who} ${one.deed}`)).toEqual([
    "Imani dropped it",
    "Ada handed it over",
    "Ben changed it",
    "Imani drafted it",
  ]);
  expect(entries[1]?.changes).toEqual([{ label: "The owner", before: "Ben", after: "Sam" }]);
  expect(entries[2]?.changes).toEqual([
    { label: "The target", before: "26.0%", after: "30.0%" },
    {
      label: "The because",
      before: "“a weekly show is a reason to come back”",
      after: "“it is worth coming back for”",
    },
  ]);
  expect(entries[3]?.changes).toEqual([]);
});

test("where older versions were left off, the oldest one shown is not called the first", async () => {
  const rules = await planned();
  const versions = await told(rules, [["ben", "key-result.revise", { weight: 2 }]]);
  const place = await ask(() => keyResultPlace(readerOf(rules), idOf("imani"), ours));
  expect(historyEntries(versions, place, true).map((one) => one.deed)).toEqual(["changed it"]);
});
