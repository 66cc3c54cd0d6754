/** A row of the design matrix: sparse features, ±1, and how much it counts. */
export interface Row {
  readonly index: Int32Array;
  readonly value: Float32Array;
  readonly label: 1 | -1;
  readonly weight: number;
}

/** mulberry32: a small generator with a seed, so that training gives the same weights every time. */
export function randomFrom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * Support-vector machine with squared hinge loss by dual coordinate descent (Hsieh et al., ICML 2008, algorithm 1 with
 * random order). `cost` is C for a row of weight 1. Returns one weight for each feature.
 */
export function trainLinear(rows: readonly Row[], features: number, cost: number, rounds = 40): Float64Array {
  const weights = new Float64Array(features);
  const alpha = new Float64Array(rows.length);
  const diagonal = rows.map((row) => 0.5 / (cost * row.weight));
  const curvature = rows.map(
    (row, index) => row.value.reduce((sum, value) => sum + value * value, 0) + diagonal[index]!,
  );
  const order = rows.map((_, index) => index);
  const random = randomFrom(1);
  for (let round = 0; round < rounds; round++) {
    for (let at = order.length - 1; at > 0; at--) {
      const other = Math.floor(random() * (at + 1));
      [order[at], order[other]] = [order[other]!, order[at]!];
    }
    let steepest = 0;
    for (const at of order) {
      const row = rows[at]!;
      const gradient = row.label * marginOfRow(weights, row) - 1 + diagonal[at]! * alpha[at]!;
      const projected = alpha[at] === 0 ? Math.min(gradient, 0) : gradient;
      steepest = Math.max(steepest, Math.abs(projected));
      if (Math.abs(projected) < 1e-12) continue;
      const before = alpha[at]!;
      alpha[at] = Math.max(before - gradient / curvature[at]!, 0);
      const step = (alpha[at]! - before) * row.label;
      for (let k = 0; k < row.index.length; k++) weights[row.index[k]!]! += step * row.value[k]!;
    }
    if (steepest < 0.01) break;
  }
  return weights;
}

export function marginOfRow(weights: Float64Array, row: Row): number {
  let margin = 0;
  for (let k = 0; k < row.index.length; k++) margin += weights[row.index[k]!]! * row.value[k]!;
  return margin;
}

export interface Curve {
  /** Steepness of the logistic curve below and above the boundary, where the probability is one half. */
  readonly below: number;
  readonly above: number;
}

/**
 * Logistic calibration with its own slope on each side of `boundary`: one slope for both (Platt) would call the boundary
 * one in four, because the margins of what is plainly manipulative reach much farther than those of what is not.
 */
export function calibrate(
  margins: ReadonlyArray<{ readonly margin: number; readonly positive: boolean }>,
  boundary: number,
): Curve {
  const sides = margins.map(({ margin, positive }) => ({ distance: margin - boundary, positive }));
  return {
    below: slopeOf(sides.filter(({ distance }) => distance < 0)),
    above: slopeOf(sides.filter(({ distance }) => distance >= 0)),
  };
}

/** The likeliest slope of a logistic curve through one half at distance 0, by Newton steps. */
function slopeOf(side: ReadonlyArray<{ readonly distance: number; readonly positive: boolean }>): number {
  let slope = 1;
  for (let round = 0; round < 100; round++) {
    let gradient = 0;
    let curvature = 1e-9;
    for (const { distance, positive } of side) {
      const p = 1 / (1 + Math.exp(-slope * distance));
      gradient += (p - (positive ? 1 : 0)) * distance;
      curvature += p * (1 - p) * distance * distance;
    }
    slope -= gradient / curvature;
    if (Math.abs(gradient / curvature) < 1e-9) break;
  }
  return slope;
}
