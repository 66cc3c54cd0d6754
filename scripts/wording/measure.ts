export interface Scored {
  readonly score: number;
  readonly positive: boolean;
}

export interface Quality {
  readonly n: number;
  readonly accuracy: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** Area under the ROC curve; ties count half. */
  readonly auc: number;
}

/** The usual figures of a yes-or-no judgement: yes is a score at or above `threshold`. */
export function qualityOf(scored: readonly Scored[], threshold: number): Quality {
  let [hits, alarms, misses] = [0, 0, 0];
  for (const { score, positive } of scored) {
    const yes = score >= threshold;
    if (yes && positive) hits++;
    else if (yes) alarms++;
    else if (positive) misses++;
  }
  const precision = hits / (hits + alarms);
  const recall = hits / (hits + misses);
  return {
    n: scored.length,
    accuracy: 1 - (alarms + misses) / scored.length,
    precision,
    recall,
    f1: (2 * precision * recall) / (precision + recall),
    auc: areaUnderCurve(scored),
  };
}

function areaUnderCurve(scored: readonly Scored[]): number {
  const sorted = scored.toSorted((a, b) => a.score - b.score);
  const positives = sorted.filter(({ positive }) => positive).length;
  let ranks = 0;
  for (let first = 0; first < sorted.length; ) {
    let last = first;
    while (last + 1 < sorted.length && sorted[last + 1]!.score === sorted[first]!.score) last++;
    const rank = (first + last) / 2 + 1;
    for (let at = first; at <= last; at++) if (sorted[at]!.positive) ranks += rank;
    first = last + 1;
  }
  return (ranks - (positives * (positives + 1)) / 2) / (positives * (sorted.length - positives));
}

/** Mean gap between claimed probability and share of positives over ten bins of equal width (expected calibration error). */
export function calibrationError(scored: readonly Scored[]): number {
  const bins = Array.from({ length: 10 }, () => ({ n: 0, claimed: 0, positives: 0 }));
  for (const { score, positive } of scored) {
    const bin = bins[Math.min(9, Math.floor(score * 10))]!;
    bin.n++;
    bin.claimed += score;
    bin.positives += positive ? 1 : 0;
  }
  return bins.reduce((sum, { claimed, positives }) => sum + Math.abs(claimed - positives), 0) / scored.length;
}
