/** Points and weights of a Gauss–Legendre rule over [0, 1]: exact for polynomials up to degree 2 × points − 1. */
export interface Quadrature {
  readonly points: Float64Array;
  readonly weights: Float64Array;
}

const NEWTON_STEPS = 20;

/** The rule with so many points: the roots of the Legendre polynomial, by Newton’s method from Chebyshev’s guess. */
export function gaussLegendre(count: number): Quadrature {
  const points = new Float64Array(count);
  const weights = new Float64Array(count);
  for (let index = 0; index < count; index += 1) {
    let root = Math.cos((Math.PI * (index + 0.75)) / (count + 0.5));
    let slope = 1;
    for (let step = 0; step < NEWTON_STEPS; step += 1) {
      let before = 1;
      let value = root;
      for (let degree = 2; degree <= count; degree += 1) {
        const next = ((2 * degree - 1) * root * value - (degree - 1) * before) / degree;
        before = value;
        value = next;
      }
      slope = (count * (root * value - before)) / (root * root - 1);
      root -= value / slope;
    }
    points[index] = (1 - root) / 2;
    weights[index] = 1 / ((1 - root * root) * slope * slope);
  }
  return { points, weights };
}
