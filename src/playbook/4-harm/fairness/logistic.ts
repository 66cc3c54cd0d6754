/** A row of a design of categories: which columns are 1, how many people, and how many of them are positive. */
export interface LogisticRow {
  readonly columns: readonly number[];
  readonly positives: number;
  readonly total: number;
}

/**
 * Ridge-penalised logistic regression on counted categories, by Newton's method: coefficients with the intercept last.
 * The penalty keeps coefficients finite where a category decides the answer and where columns are collinear.
 * Converges to the single optimum, since the objective is strictly concave. Source: le Cessie & van Houwelingen (1992).
 */
export function fitLogistic(rows: readonly LogisticRow[], width: number, ridge = 1): Float64Array {
  const size = width + 1;
  const beta = new Float64Array(size);
  for (let step = 0; step < 30; step += 1) {
    const gradient = new Float64Array(size);
    const hessian = Array.from({ length: size }, () => new Float64Array(size));
    for (let column = 0; column < size; column += 1) {
      const penalty = column === width ? 1e-6 : ridge;
      gradient[column] = -penalty * beta[column]!;
      hessian[column]![column] = penalty;
    }
    for (const row of rows) {
      if (row.total === 0) continue;
      const p = predictLogistic(beta, row.columns);
      const residual = row.positives - row.total * p;
      const weight = row.total * p * (1 - p);
      const active = [...row.columns, width];
      for (const a of active) {
        gradient[a]! += residual;
        const line = hessian[a]!;
        for (const b of active) line[b]! += weight;
      }
    }
    const change = solveSymmetric(hessian, gradient);
    let largest = 0;
    for (let column = 0; column < size; column += 1) {
      beta[column]! += Math.max(-5, Math.min(5, change[column]!));
      largest = Math.max(largest, Math.abs(change[column]!));
    }
    if (largest < 1e-6) break;
  }
  return beta;
}

/** Probability of a positive for a row; the intercept is the last coefficient. */
export function predictLogistic(beta: Float64Array, columns: readonly number[]): number {
  let sum = beta[beta.length - 1]!;
  for (const column of columns) sum += beta[column]!;
  return 1 / (1 + Math.exp(-sum));
}

/** Solves A·x = b for a positive definite A by Cholesky's decomposition; A is overwritten. */
function solveSymmetric(a: Float64Array[], b: Float64Array): Float64Array {
  const size = b.length;
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column <= row; column += 1) {
      let sum = a[row]![column]!;
      for (let k = 0; k < column; k += 1) sum -= a[row]![k]! * a[column]![k]!;
      a[row]![column] = row === column ? Math.sqrt(Math.max(sum, 1e-12)) : sum / a[column]![column]!;
    }
  }
  const x = Float64Array.from(b);
  for (let row = 0; row < size; row += 1) {
    for (let k = 0; k < row; k += 1) x[row]! -= a[row]![k]! * x[k]!;
    x[row]! /= a[row]![row]!;
  }
  for (let row = size - 1; row >= 0; row -= 1) {
    for (let k = row + 1; k < size; k += 1) x[row]! -= a[k]![row]! * x[k]!;
    x[row]! /= a[row]![row]!;
  }
  return x;
}
