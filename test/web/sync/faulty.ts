import { type PhoneStorage, StorageError } from "../../../web/sync/storage.ts";

/** Faults to come: for each write from now on, what happens to it. */
export type Fault = "fails" | "is full" | "is lost after the commit" | "goes well";

export function faulty(faults: Fault[]) {
  return (inner: PhoneStorage): PhoneStorage => ({
    ...inner,
    async write(work) {
      const fault = faults.shift() ?? "goes well";
      if (fault === "is full") throw new StorageError("full");
      if (fault === "fails") throw new StorageError("lost");
      const result = await inner.write(work);
      if (fault === "is lost after the commit") throw new StorageError("lost");
      return result;
    },
  });
}
