import { expect, test } from "vitest";
import { overwriteWords } from "../../../web/ui/overwrite-words.ts";

const id = "01a207a2-3280-70bc-b3ce-6871103bde41";
const other = "01a207a2-3280-70bc-b3ce-6871103bde42";
const unit = { label: "", scale: "ratio", decimals: 1 } as const;
const words = (field: string, mine: unknown, theirs: unknown, names = {}) =>
  overwriteWords({ field, mine, theirs, unit, names });

test.each([
  [words("target", 0.4, 0.5), "The target is now 50.0%; you had set 40.0%."],
  [words("weight", 1, 2), "The weight is now 2; you had set 1."],
  [words("title", "Mine", "Theirs"), "The title is now “Theirs”; you had set “Mine”."],
  [words("baseline", 0.1, null), "The baseline was cleared; you had set 10.0%."],
  [words("why", null, "Because"), "The reason why is now “Because”; you had cleared it."],
  [words("ownerId", id, other, { [id]: "Ben", [other]: "Lena" }), "The owner is now Lena; you had set Ben."],
  [words("ownerId", id, other), "The owner was changed after you."],
  [words("milestones", [], [{ id }]), "The milestones were changed after you."],
  [words("exempt", { reason: "A" }, { reason: "B" }), "The exemption is now “B”; you had set “A”."],
  [words("payLinked", true, false), "The link to pay is now no; you had set yes."],
])("%s", (said, wanted) => expect(said).toBe(wanted));
