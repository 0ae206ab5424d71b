/** The classic rules of control charts (Western Electric, Nelson), for the classic view; the detector asks none of them. */
export type RunRule =
  | "beyond3"
  | "run8"
  | "run9"
  | "twoOfThree2"
  | "threeOfFour1_5"
  | "fourOfFive1"
  | "trend6"
  | "alternating14";

/** What a rule asks of the last readings, given in sigmas from the centre, the newest last. */
interface Asked {
  readings: number;
  of(last: readonly number[]): boolean;
}

/** So many of the readings on one side of the centre beyond so many sigmas, the newest among them. */
function beyond(needed: number, readings: number, sigmas: number): Asked {
  return {
    readings,
    of: (last) =>
      [1, -1].some(
        (side) => last.at(-1)! * side > sigmas && last.filter((one) => one * side > sigmas).length >= needed,
      ),
  };
}

const rules: Record<RunRule, Asked> = {
  beyond3: beyond(1, 1, 3),
  run8: beyond(8, 8, 0),
  run9: beyond(9, 9, 0),
  twoOfThree2: beyond(2, 3, 2),
  threeOfFour1_5: beyond(3, 4, 1.5),
  fourOfFive1: beyond(4, 5, 1),
  trend6: { readings: 6, of: (last) => [1, -1].some((way) => stepsOf(last).every((step) => step * way > 0)) },
  alternating14: {
    readings: 14,
    of: (last) => stepsOf(last).every((step, at, all) => step !== 0 && (at === 0 || step * all[at - 1]! < 0)),
  },
};

/** For each rule the places (from 0) of the readings that complete it; windows shorter than a rule asks complete none. */
export function runRules(
  values: readonly number[],
  { centre, sigma }: { centre: number; sigma: number },
): Record<RunRule, number[]> {
  const apart = values.map((one) => (one - centre) / sigma);
  const completed = ({ readings, of }: Asked) =>
    apart.flatMap((_, at) => {
      const last = apart.slice(Math.max(0, at + 1 - readings), at + 1);
      return last.length === readings && of(last) ? [at] : [];
    });
  return {
    ...{ beyond3: completed(rules.beyond3), run8: completed(rules.run8), run9: completed(rules.run9) },
    ...{ twoOfThree2: completed(rules.twoOfThree2), threeOfFour1_5: completed(rules.threeOfFour1_5) },
    ...{ fourOfFive1: completed(rules.fourOfFive1), trend6: completed(rules.trend6) },
    alternating14: completed(rules.alternating14),
  };
}

function stepsOf(last: readonly number[]): number[] {
  return last.slice(1).map((one, at) => one - last[at]!);
}
