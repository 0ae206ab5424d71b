const rare = 0.01;

/**
 * Which of several findings stand when they were all looked for at once (Holm, 1979): the surest has to be rarer than
 * 1 in 100 by as many as were tried, the next by one fewer. What has no p stands aside and counts for nothing.
 */
export function holm(ps: readonly (number | undefined)[]): boolean[] {
  const tried = ps.flatMap((p, index) => (p === undefined ? [] : [{ p, index }])).sort((a, b) => a.p - b.p);
  const stands = ps.map(() => true);
  let surer = true;
  tried.forEach(({ p, index }, place) => {
    surer &&= p * (tried.length - place) < rare;
    stands[index] = surer;
  });
  return stands;
}
