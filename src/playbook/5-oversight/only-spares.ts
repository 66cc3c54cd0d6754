import type { UseCard } from '../../check/facts/card.ts';
import { isUnder } from '../../kernel/taxonomy/index.ts';

/**
 * Whether a use does nothing but keep marketing away from people whom it means to protect: a list of those who mourn, or
 * who asked to be left alone. It decides little about them, though a person still looks at what is missing on the card.
 */
export const onlySpares = ({ kind, purpose, intent, rules }: UseCard): boolean =>
  kind === 'suppression' &&
  purpose !== undefined &&
  isUnder(purpose, 'marketing') &&
  (intent === 'protect' || intent === 'support') &&
  (rules ?? []).every(({ type = 'suppression' }) => type === 'suppression' || type === 'opt-out');
