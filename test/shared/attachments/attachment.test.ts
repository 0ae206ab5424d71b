import { beforeAll, describe, expect, test } from "vitest";
import { fileName, isFileName } from "../../../shared/attachments/file-limits.ts";
import { everything } from "../../support/every-mutation.ts";
import { idOf, type Rules } from "../../support/rules.ts";
import { file, signedStar, thisWeek } from "../../support/tellings/subjects.ts";

let world: Rules;
beforeAll(async () => {
  world = await everything();
});

const plan = { attachmentId: idOf("plan") };
const onReview = { ...file, id: idOf("sheet"), subjectId: thisWeek };

describe("a file", () => {
  test("in a re-validation says which one it belongs to, and takes signatures back", async () => {
    const rules = world.fork();
    expect(rules.get("attachment", idOf("plan")).openedAt).toBe(
      rules.get("north-star", signedStar).revalidation?.openedAt,
    );
    const signatures = () => rules.get("north-star", signedStar).revalidation?.signatures.length;
    for (const change of [
      () => rules.must("ada", "attachment.add", { ...file, id: idOf("b"), subjectId: signedStar }),
      () => rules.must("ada", "attachment.remove", plan),
      () => rules.must("ada", "attachment.bring-back", plan),
    ]) {
      await rules.must("dora", "north-star.revalidate", { northStarId: signedStar });
      expect(signatures()).toBe(1);
      await change();
      expect(signatures()).toBe(0);
    }
  });

  test("is fixed once what it lies beside is over, also for whoever attached it", async () => {
    const rules = world.fork();
    await rules.must("imani", "attachment.add", onReview);
    await rules.must("imani", "review.complete", { reviewId: thisWeek });
    for (const who of ["imani", "ada"])
      expect(await rules.tell(who, "attachment.remove", { attachmentId: onReview.id })).toMatch(
        /^state_conflict/,
      );
    expect(await rules.tell("imani", "attachment.add", { ...onReview, id: idOf("late") })).toMatch(
      /^state_conflict/,
    );
    for (const who of ["ada", "dora"])
      await rules.must(who, "north-star.revalidate", { northStarId: signedStar });
    expect(await rules.tell("ada", "attachment.remove", plan)).toBe("state_conflict subjectId");
    rules.now = "2026-10-06T08:00:00.000Z";
    await rules.must("ada", "north-star.reconsider", { northStarId: signedStar, trigger: "pivot" });
    expect(await rules.tell("ada", "attachment.remove", plan)).toBe("state_conflict subjectId");
  });

  test("is nothing any more for its author to touch who only reads now, or may no longer write there", async () => {
    const rules = world.fork();
    await rules.must("imani", "attachment.add", onReview);
    await rules.must("dora", "north-star.revalidate", { northStarId: signedStar });
    const touch = async (who: string, attachmentId: string) => [
      await rules.tell(who, "attachment.remove", { attachmentId }),
      await rules.tell(who, "attachment.bring-back", { attachmentId }),
    ];
    const none = ["forbidden", "forbidden"];
    await rules.must("ada", "member.set-role", { memberId: idOf("imani"), role: "viewer" });
    expect(await touch("imani", onReview.id)).toEqual(none);
    await rules.must("ada", "member.set-role", { memberId: idOf("dora"), role: "admin" });
    await rules.must("dora", "member.set-role", { memberId: idOf("ada"), role: "member" });
    expect(await touch("ada", idOf("plan"))).toEqual(none);
    expect(rules.get("north-star", signedStar).revalidation?.signatures).toHaveLength(1);
  });

  test("told twice is one; another under its id is a clash", async () => {
    const rules = world.fork();
    await rules.must("imani", "attachment.add", onReview);
    expect(await rules.tell("imani", "attachment.add", onReview)).toBe("unchanged");
    expect(await rules.tell("imani", "attachment.add", { ...onReview, size: 6 })).toBe("id_conflict id");
    await rules.must("imani", "attachment.remove", { attachmentId: onReview.id });
    expect(await rules.tell("imani", "attachment.remove", { attachmentId: onReview.id })).toBe("unchanged");
    expect(await rules.tell("imani", "attachment.add", onReview)).toBe("unchanged");
  });

  test("arrives once, by the server's word, and keeps that moment", async () => {
    const rules = world.fork();
    const arrive = () => rules.tell("nobody", "attachment.arrive", plan, { server: true });
    expect(await arrive()).toBe("applied");
    const { arrivedAt } = rules.get("attachment", idOf("plan"));
    rules.now = "2026-10-07T08:00:00.000Z";
    expect(await arrive()).toBe("unchanged");
    expect(rules.get("attachment", idOf("plan")).arrivedAt).toBe(arrivedAt);
  });

  test("is one of at most twenty; removed ones do not count", async () => {
    const rules = world.fork();
    for (let n = 0; n < 20; n += 1)
      await rules.must("imani", "attachment.add", { ...onReview, id: idOf(`file ${n}`) });
    const further = () => rules.tell("imani", "attachment.add", onReview);
    expect(await further()).toBe("too_many_files subjectId");
    await rules.must("imani", "attachment.remove", { attachmentId: idOf("file 3") });
    expect(await further()).toBe("applied");
    expect(await rules.tell("imani", "attachment.bring-back", { attachmentId: idOf("file 3") })).toBe(
      "too_many_files subjectId",
    );
  });

  test("can be brought back for thirty days, by when the server hears of it", async () => {
    const rules = world.fork();
    const back = (receivedAt: string) =>
      rules.fork().tell(
        "ada",
        "attachment.bring-back",
        { attachmentId: idOf("old plan") },
        {
          at: "2026-10-05T08:01:00.000Z",
          receivedAt,
        },
      );
    expect(await back("2026-11-04T23:59:59.999Z")).toBe("applied");
    expect(await back("2026-11-05T00:00:00.000Z")).toBe("state_conflict attachmentId");
  });

  test("comes back at once on a phone whose clock stands in the past, and after a season without network", async () => {
    for (const at of ["2020-01-01T08:00:00.000Z", "2026-10-05T08:01:00.000Z"]) {
      const rules = world.fork();
      const late = { at, receivedAt: "2026-12-24T08:00:00.000Z" };
      await rules.must("ada", "attachment.remove", plan, late);
      await rules.must("ada", "attachment.bring-back", plan, late);
    }
  });
});

describe("a file's name", () => {
  test("is made fit to stand on a row, and keeps its ending", () => {
    expect(fileName("  plan 2027.pdf ")).toBe("plan 2027.pdf");
    expect(fileName("../..\\etc/pass\u0000wd")).toBe("....etcpasswd");
    expect(fileName("invoice\u202efdp.exe")).toBe("invoicefdp.exe");
    expect(fileName("/")).toBe("file");
    const long = fileName(`${"🧭".repeat(150)}.pdf`);
    expect([long.length <= 200, long.endsWith("🧭.pdf")]).toEqual([true, true]);
  });

  test("is refused by the rule where nobody made it fit", async () => {
    for (const name of ["a/b", "a\nb", "\u202egnp.exe", " a", ""]) {
      expect(isFileName(name) && name !== "").toBe(false);
      const told = await world.fork().tell("imani", "attachment.add", { ...onReview, name });
      expect(told).toMatch(/^invalid_arguments/);
    }
  });
});
