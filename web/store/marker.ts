/**
 * A note outside IndexedDB that this phone was in use and how much was unsent. When it is here and the databases are
 * not, the browser has erased them, and the person is told what was lost.
 */
export interface Marker {
  deviceId: string;
  personId: string;
  unsent: number;
}

const key = "northing-device";

interface TextStore {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

// The worker has no localStorage, and some browsers throw on touching it.
function storage(): TextStore | undefined {
  try {
    return (globalThis as { localStorage?: TextStore }).localStorage;
  } catch {
    return undefined;
  }
}

export function readMarker(): Marker | undefined {
  try {
    return (JSON.parse(storage()?.getItem(key) ?? "null") as Marker | null) ?? undefined;
  } catch {
    return undefined;
  }
}

export function unsentWas(marker: Marker): void {
  try {
    storage()?.setItem(key, JSON.stringify(marker));
  } catch {
    // Full or forbidden: the marker only words a warning better.
  }
}

export function dropMarker(): void {
  storage()?.removeItem(key);
}
