import type { UseKind } from '../kernel/vocabulary.ts';
import type { UseCard } from './facts/card.ts';

type CardKey = keyof UseCard;

/** What every card says, whatever its kind. */
const ALWAYS: readonly CardKey[] = [
  'use',
  'kind',
  'owner',
  'approver',
  'purpose',
  'basis',
  'intent',
  'benefit',
  'without_it',
  'expires',
];

const SENT: readonly CardKey[] = ['channels', 'audience', 'messages', 'explanation'];

const BY_KIND: Record<UseKind, readonly CardKey[]> = {
  campaign: SENT,
  journey: SENT,
  outreach: SENT,
  offer: ['channels', 'audience', 'terms', 'explanation'],
  pricing: ['audience', 'terms', 'automation', 'explanation'],
  audience: ['audience', 'fields'],
  score: ['scores', 'automation', 'fields'],
  eligibility: ['rules', 'automation'],
  suppression: ['rules'],
  recommendation: ['scores', 'automation'],
  'next-best-action': ['scores', 'automation'],
  assistant: ['messages', 'automation'],
  enrichment: ['suppliers', 'fields'],
  identity: ['identity', 'fields'],
  'service-routing': ['rules', 'automation'],
};

/** The top-level keys that a card of a kind must have. A card without one can be read, but not judged in full. */
export const requiredKeys = (kind: UseKind): readonly CardKey[] => [...ALWAYS, ...BY_KIND[kind]];
