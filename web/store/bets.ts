import type { RowOf } from "../../shared/sync/mutation.ts";
import type { Reader } from "./live.ts";

/** Every squad's bets. */
export async function allBets(read: Reader): Promise<RowOf<"bet">[]> {
  const squads = await read.list("squad");
  return (await Promise.all(squads.map((one) => read.list("bet", one.id)))).flat();
}
