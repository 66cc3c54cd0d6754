/**
 * Benjamini–Hochberg adjusted p-values, in and out as natural logarithms and in the order given.
 * Rejecting what lies at or below α keeps the expected share of false rejections at α for independent or positively
 * dependent tests. Adjusted values never exceed 1 (logarithm 0). Source: Benjamini & Hochberg (1995).
 */
export function logBenjaminiHochberg(logP: readonly number[]): number[] {
  const order = logP.map((_, index) => index).sort((a, b) => logP[b]! - logP[a]!);
  const adjusted = new Array<number>(logP.length);
  let smallest = 0;
  order.forEach((index, position) => {
    const rank = logP.length - position;
    smallest = Math.min(smallest, logP[index]! + Math.log(logP.length / rank));
    adjusted[index] = smallest;
  });
  return adjusted;
}
