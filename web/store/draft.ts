/** Keeps what is being typed, so that it survives leaving the screen, a reload and an update. */
export async function saveDraft(_key: string, _value: unknown): Promise<void> {
  throw new Error("not yet");
}
/** The draft under a key as it was saved, or undefined. */
export async function loadDraft<T>(_key: string): Promise<T | undefined> {
  throw new Error("not yet");
}
export async function dropDraft(_key: string): Promise<void> {
  throw new Error("not yet");
}
