import type { UseKind } from '../../kernel/vocabulary.ts';

/** Kinds in which a rule, a score or a machine decides something about a person. */
export const AUTOMATED_KINDS = [
  'pricing',
  'score',
  'eligibility',
  'suppression',
  'recommendation',
  'next-best-action',
  'assistant',
  'service-routing',
] as const satisfies readonly UseKind[];
