/** The zone this device is set to; "UTC" where it will not say. */
export function deviceZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC";
}

/** "America/Argentina/Buenos_Aires" → "Buenos Aires (America)": people look for their city, not for its path. */
export function zoneName(zone: string): string {
  const parts = zone.replaceAll("_", " ").split("/");
  return parts.length === 1 ? zone : `${parts.at(-1)} (${parts[0]})`;
}

/** Every zone of this browser by city, with `also` among them under the very name it is stored by. */
export function zones(also: string): string[] {
  const known = new Set([...Intl.supportedValuesOf("timeZone"), "UTC", also]);
  return [...known].sort((a, b) => zoneName(a).localeCompare(zoneName(b)));
}
