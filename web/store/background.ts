/** The tag the worker hears when the browser thinks there is network again. */
export const syncTag = "northing-sync";

interface SyncCapable {
  sync?: { register(tag: string): Promise<void> };
}

/** Asks for a Background Sync, where there is such a thing. A bonus: nothing depends on it being heard. */
export async function askForBackgroundSync(): Promise<void> {
  const worker = (globalThis.navigator as { serviceWorker?: ServiceWorkerContainer }).serviceWorker;
  const registration = (await worker?.getRegistration()) as SyncCapable | undefined;
  await registration?.sync?.register(syncTag);
}
