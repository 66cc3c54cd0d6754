import { isUnder } from '../../kernel/taxonomy/index.ts';
import type { Channel, UseKind } from '../../kernel/vocabulary.ts';
import { refuses } from '../../playbook/6-control/ledger/scope.ts';
import type { Rest } from '../person-facts.ts';
import type { UseState } from '../use-state.ts';
import { PROFILING, PROFILING_PURPOSES } from './protected-choices.ts';

/** Purposes whose messages are owed or asked for. Being left alone must never mean being left without service. */
const SERVICE_PURPOSES = ['essential', 'functional'] as const;

/** Kinds that decide on terms or service. Being left alone must never mean a worse price, offer or queue. */
const KINDS_OF_TERMS: ReadonlySet<UseKind> = new Set([
  'pricing',
  'eligibility',
  'service-routing',
  'suppression',
] satisfies UseKind[]);

/** Where people come by themselves: an offer that stands there is theirs, and nobody was disturbed to bring it. */
const VISITED_CHANNELS: ReadonlySet<Channel> = new Set([
  'web',
  'landing',
  'in-app',
  'chat',
  'prompt',
] satisfies Channel[]);

/**
 * Whether a rest keeps a sending back. It keeps back what is written to somebody to gain something, and profiling to
 * which they said no. It never touches service, and it never decides on terms: only a no to profiling does, which leaves
 * the person the terms that everybody gets who is not profiled.
 */
export function restBinds(
  rest: Rest,
  use: Pick<UseState, 'use' | 'kind' | 'purpose' | 'profiles'>,
  channel: Channel,
  now: Date,
): boolean {
  if (rest.until.getTime() <= now.getTime()) return false;
  if (rest.use !== null && rest.use !== use.use) return false;
  const scope = { ...rest.scope, topic: null };
  const isOfProfiling =
    scope.purpose !== null && PROFILING_PURPOSES.some((one) => isUnder(scope.purpose!, one));
  if (isOfProfiling && use.profiles && refuses(scope, { purpose: PROFILING, channel, topic: null }, false))
    return true;
  if (KINDS_OF_TERMS.has(use.kind) || (use.kind === 'offer' && VISITED_CHANNELS.has(channel))) return false;
  if (SERVICE_PURPOSES.some((one) => isUnder(use.purpose, one))) return false;
  return refuses(scope, { purpose: use.purpose, channel, topic: null }, false);
}
