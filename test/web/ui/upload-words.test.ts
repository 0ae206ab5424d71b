import { expect, test } from "vitest";
import { uploadState } from "../../../web/ui/upload-words.ts";

const half = { sent: 50, size: 100 };
const none = { sent: 0, size: 100 };

test("a file on its way says where it is, and how far", () => {
  expect(uploadState(none, true)).toEqual({ words: "Saved on this phone, waits for the network" });
  expect(uploadState(none, false)).toEqual({ words: "Saved on this phone, goes in a moment" });
  expect(uploadState(half, false)).toEqual({ words: "Sending, 50%", progress: 0.5 });
  expect(uploadState({ ...half, failed: "offline" }, false)).toEqual({
    words: "Saved on this phone, waits for the network",
    progress: 0.5,
  });
  expect(uploadState({ sent: 100, size: 100, doneAt: 1 }, false)).toEqual({ words: "Sent" });
});

test("what the server said no to is told with what to do, also by a code of a newer server", () => {
  const { words, stuck } = uploadState({ ...none, failed: "files_full" }, false);
  expect(words).toMatch(/^Not sent yet\. .*reached 1 GB\. Remove some/);
  expect(stuck).toBe(true);
  expect(uploadState({ ...none, failed: "brand_new" }, false).words).toContain("brand_new");
});
