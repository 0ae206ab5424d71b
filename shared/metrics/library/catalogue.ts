import { acquisition } from "./acquisition.ts";
import { activation } from "./activation.ts";
import { engagement } from "./engagement.ts";
import type { LibraryMetric, Stage } from "./library-metric.ts";
import { referral } from "./referral.ts";
import { retention } from "./retention.ts";
import { revenue } from "./revenue.ts";

/** Growth metrics by stage of the way a customer goes. */
export const catalogue: readonly LibraryMetric[] = [
  ...acquisition,
  ...activation,
  ...engagement,
  ...retention,
  ...referral,
  ...revenue,
];

/** The metrics of a stage ("" for all) in which every word of the search is found, in catalogue order. */
export function searched(text: string, stage: Stage | ""): LibraryMetric[] {
  const words = plain(text).split(/\s+/).filter(Boolean);
  return catalogue.filter((one) => {
    const said = plain([one.name, one.definition, one.use, one.trap, one.kind].join(" "));
    return (stage === "" || one.stage === stage) && words.every((word) => said.includes(word));
  });
}

function plain(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}
