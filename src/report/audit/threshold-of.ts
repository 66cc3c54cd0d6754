import type { AuditJson } from './schema.ts';

/** The ratio under which a difference counts, as a number; four fifths where no method is named. */
export const thresholdOf = ({ method }: AuditJson): number => {
  const [numerator, denominator] = (method?.threshold ?? '4/5').split('/').map(Number);
  return numerator! / denominator!;
};
