import { expect, test } from "vitest";
import { createQueue } from "../../../web/ui/idle-queue.ts";

function resting() {
  const asked: (() => void)[] = [];
  const queue = createQueue((next) => void asked.push(next));
  const done: string[] = [];
  return { queue, asked, done, add: (name: string) => queue.add(() => void done.push(name)) };
}

test("each pause is given to one piece of work, in the order they came", () => {
  const { add, asked, done } = resting();
  add("first");
  add("second");
  expect(asked.length, "asked once for both").toBe(1);
  asked.shift()?.();
  expect(done).toEqual(["first"]);
  asked.shift()?.();
  expect(done).toEqual(["first", "second"]);
  expect(asked, "nothing waits").toEqual([]);
});

test("work that left before its turn is never done", () => {
  const { add, asked, done } = resting();
  const leave = add("gone");
  add("stays");
  leave();
  asked.shift()?.();
  expect(done).toEqual(["stays"]);
  expect(asked).toEqual([]);
});

test("a pause in which nothing waits any more is let pass, and the next work asks anew", () => {
  const { add, asked, done } = resting();
  add("gone")();
  asked.shift()?.();
  expect([done, asked]).toEqual([[], []]);
  add("later");
  asked.shift()?.();
  expect(done).toEqual(["later"]);
});

test("work that throws does not stop what comes after it", () => {
  const { queue, add, asked, done } = resting();
  queue.add(() => {
    throw new Error("could not be drawn");
  });
  add("next");
  expect(() => asked.shift()?.()).toThrow("could not be drawn");
  asked.shift()?.();
  expect(done).toEqual(["next"]);
});

test("what is added during a turn has its own turn", () => {
  const { queue, add, asked, done } = resting();
  queue.add(() => {
    done.push("outer");
    add("inner");
  });
  asked.shift()?.();
  expect(done).toEqual(["outer"]);
  expect(asked.length).toBe(1);
  asked.shift()?.();
  expect(done).toEqual(["outer", "inner"]);
});
