const minute = 60_000;
/** A clock this close to the server's is right for all that Northing does. */
const tolerated = 2 * minute;

/** "This phone's clock is 3 h ahead", or undefined while it is right enough or was never compared. */
export function skewWords(skewMs: number | undefined): string | undefined {
  if (skewMs === undefined || Math.abs(skewMs) <= tolerated) return undefined;
  const minutes = Math.round(Math.abs(skewMs) / minute);
  const days = Math.round(minutes / 1440);
  const size =
    minutes < 120
      ? `${minutes} minutes`
      : minutes < 2880
        ? `${Math.round(minutes / 60)} hours`
        : `${days} days`;
  return `This phone's clock is ${size} ${skewMs > 0 ? "ahead" : "behind"}`;
}
