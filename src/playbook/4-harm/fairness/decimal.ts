/**
 * An exact decimal as an engine writes it (`-12.340000`) as a whole number of 10^−places; `null` for what is none.
 * Digits beyond `places` must be zeros, as they are where the engine was asked for that many.
 */
export function scaledInteger(text: string, places: number): bigint | null {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (match === null) return null;
  const fraction = (match[3] ?? '').padEnd(places, '0').slice(0, places);
  const value = BigInt(match[2]! + fraction);
  return match[1] === '-' ? -value : value;
}

/** value / 10^places, rounded once. */
export function unscaled(value: bigint, places: number): number {
  const negative = value < 0n;
  const digits = (negative ? -value : value).toString().padStart(places + 1, '0');
  const cut = digits.length - places;
  return Number(`${negative ? '-' : ''}${digits.slice(0, cut)}.${digits.slice(cut)}`);
}

/** numerator / denominator of whole numbers, rounded once to 17 significant digits; the denominator is positive. */
export function quotient(numerator: bigint, denominator: bigint): number {
  if (numerator < 0n) return -quotient(-numerator, denominator);
  if (numerator === 0n) return 0;
  const shift = Math.max(0, 22 - (numerator.toString().length - denominator.toString().length));
  return Number(`${(numerator * 10n ** BigInt(shift)) / denominator}e-${shift}`);
}
