import type { Channel } from '../../kernel/vocabulary.ts';
import type { SubjectKey } from '../../playbook/6-control/ledger/subject-key.ts';
import type { Rest } from '../person-facts.ts';
import type { UseState } from '../use-state.ts';
import type { Cause } from './cause.ts';
import { DAY_MS, type LotPolicy, lotRest, type RestLength } from './lot.ts';
import { PROFILING } from './protected-choices.ts';

/**
 * The few things that a rest can be about. Every cause falls into one, widened where it is narrower, and lots are drawn
 * for each: a lot that is about something no cause is about would be known for a lot.
 */
type Ground =
  | { readonly type: 'everything' }
  | { readonly type: 'channel'; readonly channel: Channel }
  | { readonly type: 'theme'; readonly theme: string }
  | { readonly type: 'profiling' }
  | { readonly type: 'use'; readonly use: string };

type UseOfRest = Pick<UseState, 'use' | 'themes' | 'channels'>;

/** What a clock that runs a little ahead wrote down has begun. */
const CLOCKS_DIFFER_MS = 5 * 60_000;

/**
 * When one person is left alone by the uses given, from what is known of them and by lot. The key of the lots is secret
 * and lasts: with another one other people have rests, and whoever compares would see which stay. Laws: every cause that
 * lasts is inside a rest; a rest never ends before its cause, and lasts one of the lengths of the policy, or several in
 * a row; the same question gets the same answer.
 */
export function restsOf(
  lotKey: string,
  subject: SubjectKey,
  causes: readonly Cause[],
  uses: readonly UseOfRest[],
  policy: LotPolicy,
  now: Date,
): readonly Rest[] {
  const grounds = new Map(groundsOf(uses).map((ground) => [nameOf(ground), ground]));
  const ends = new Map<string, Date>();
  const restUntil = (name: string, end: Date | null): void => {
    if (end !== null && end > (ends.get(name) ?? now)) ends.set(name, end);
  };
  for (const cause of causes) {
    const ground = groundOf(cause);
    const name = nameOf(ground);
    grounds.set(name, ground);
    restUntil(name, endOf(cause, policy.restLengths, now));
  }
  for (const name of grounds.keys()) restUntil(name, lotRest(lotKey, subject, name, policy, now));
  return [...ends].flatMap(([name, until]) => restsOn(grounds.get(name)!, uses, until));
}

function groundOf(cause: Cause): Ground {
  switch (cause.type) {
    case 'hold':
      return cause.scope.channel === null
        ? { type: 'everything' }
        : { type: 'channel', channel: cause.scope.channel };
    case 'theme-spared':
      return { type: 'theme', theme: cause.theme };
    case 'contest':
      return { type: 'use', use: cause.use };
    case 'no-to-profiling':
    case 'minor':
      return { type: 'profiling' };
  }
}

const groundsOf = (uses: readonly UseOfRest[]): readonly Ground[] => [
  { type: 'everything' },
  { type: 'profiling' },
  ...uses.flatMap(({ use, themes, channels }): Ground[] => [
    { type: 'use', use },
    ...themes.map((theme): Ground => ({ type: 'theme', theme })),
    ...channels.map((channel): Ground => ({ type: 'channel', channel })),
  ]),
];

const nameOf = (ground: Ground): string => {
  switch (ground.type) {
    case 'channel':
      return `channel:${ground.channel}`;
    case 'theme':
      return `theme:${ground.theme}`;
    case 'use':
      return `use:${ground.use}`;
    default:
      return ground.type;
  }
};

/**
 * When the rest of a cause ends: after the shortest of the lengths that holds it, counted from its beginning, or after
 * as many of the longest as it takes. `null` where it has ended before now, or has yet to begin.
 */
function endOf({ from, until }: Cause, lengths: readonly RestLength[], now: Date): Date | null {
  const days = lengths
    .map((one) => one.days)
    .filter((one) => one > 0)
    .sort((a, b) => a - b);
  const begin = Number.isFinite(from.getTime()) ? from.getTime() : now.getTime();
  if (begin > now.getTime() + CLOCKS_DIFFER_MS) return null;
  const longest = (days.at(-1) ?? 30) * DAY_MS;
  const end =
    until === null || !Number.isFinite(until.getTime()) ? Number.POSITIVE_INFINITY : until.getTime();
  const fitting = days.find((one) => begin + one * DAY_MS >= end);
  if (fitting !== undefined) {
    const last = begin + fitting * DAY_MS;
    return last > now.getTime() ? new Date(last) : null;
  }
  const elapsed = Math.max(1, Math.ceil((Math.min(end, now.getTime() + 1) - begin) / longest));
  const last = begin + elapsed * longest;
  return last > now.getTime() ? new Date(last) : null;
}

function restsOn(ground: Ground, uses: readonly UseOfRest[], until: Date): readonly Rest[] {
  const everywhere = { purpose: null, channel: null };
  switch (ground.type) {
    case 'everything':
      return [{ use: null, scope: everywhere, until }];
    case 'channel':
      return [{ use: null, scope: { purpose: null, channel: ground.channel }, until }];
    case 'profiling':
      return [{ use: null, scope: { purpose: PROFILING, channel: null }, until }];
    case 'use':
      return [{ use: ground.use, scope: everywhere, until }];
    case 'theme':
      return uses
        .filter(({ themes }) => themes.includes(ground.theme))
        .map(({ use }) => ({ use, scope: everywhere, until }));
  }
}
