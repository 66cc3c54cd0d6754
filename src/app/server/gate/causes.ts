import type { Cause } from '../../../gate/protection/cause.ts';
import {
  isProtectedEntry,
  PROFILING,
  saysNoToProfiling,
} from '../../../gate/protection/protected-choices.ts';
import type { Channel } from '../../../kernel/vocabulary.ts';
import {
  type ChoiceState,
  type Entry,
  entriesOf,
  isNo,
} from '../../../playbook/6-control/ledger/choice-state.ts';
import { blindedTheme, type SubjectKey } from '../../../playbook/6-control/ledger/subject-key.ts';
import type { ContestSpan, HoldSpan } from '../../../stores/sql/repositories/gate-known-people.ts';
import type { SuppressedKey } from '../../../stores/sql/repositories/suppression-lists.ts';
import type { LedgerSecrets } from '../ledger/secrets.ts';

export interface KnownOfCauses {
  readonly states: ReadonlyArray<{ readonly subject: SubjectKey; readonly state: ChoiceState }>;
  readonly holds: readonly HoldSpan[];
  readonly contests: readonly ContestSpan[];
  /** Where they stand on lists that tell something of who stands there. */
  readonly hidden: readonly SuppressedKey[];
}

/** Everything for which one person is left alone, by what stands in the store. `themes`: those of the uses asked about. */
export function causesOf(
  { themes: secret }: Pick<LedgerSecrets, 'themes'>,
  { states, holds, contests, hidden }: KnownOfCauses,
  themes: readonly string[],
  now: Date,
): readonly Cause[] {
  return [
    ...holds.map(
      ({ heldFrom, heldUntil, channel, purpose }): Cause => ({
        type: 'hold',
        scope: { purpose: purpose || null, channel: (channel || null) as Channel | null },
        from: heldFrom,
        until: heldUntil,
      }),
    ),
    ...hidden.map(
      ({ purpose, channel, addedAt, endsAt }): Cause => ({
        type: 'hold',
        scope: { purpose, channel: channel as Channel | null },
        from: addedAt,
        until: endsAt,
      }),
    ),
    ...contests.map(
      ({ kind, useId, askedAt, closedAt }): Cause => ({
        ...(kind === 'contest'
          ? { type: 'contest', use: useId }
          : { type: 'hold', scope: { purpose: null, channel: null } }),
        from: askedAt,
        until: closedAt,
      }),
    ),
    ...states.flatMap(({ subject, state }) => [
      ...sparedThemes(secret, subject, entriesOf(state), themes),
      ...noToProfiling(state, now),
    ]),
  ];
}

function sparedThemes(
  secret: string,
  subject: SubjectKey,
  entries: readonly Entry[],
  themes: readonly string[],
): readonly Cause[] {
  if (!entries.some(({ slot }) => slot === 'theme-spared')) return [];
  return themes.flatMap((theme): Cause[] => {
    const blinded = blindedTheme(secret, subject, theme);
    const of = (slot: Entry['slot']) => entries.find((one) => one.slot === slot && one.theme === blinded);
    const [spared, welcome] = [of('theme-spared'), of('theme-welcome')];
    if (spared === undefined) return [];
    const isOver = welcome !== undefined && welcome.at > spared.at;
    return [
      {
        type: 'theme-spared',
        theme,
        from: new Date(spared.at),
        until: isOver ? new Date(welcome.at) : null,
      },
    ];
  });
}

/** As the choices rule asks it: where it is lifted by a later yes, it is no cause any more. */
function noToProfiling(state: ChoiceState, now: Date): readonly Cause[] {
  const planned = { purpose: PROFILING, channel: null, topics: [], themes: [], needsConsent: false };
  if (!saysNoToProfiling(state, planned, true, now)) return [];
  const since = Math.min(
    ...entriesOf(state)
      // Of these alone: an older no to something else would make this rest end when no rest by lot would.
      .filter(({ slot, scope }) => (isNo(slot) || slot === 'paused') && isProtectedEntry(slot, scope.purpose))
      .map(({ at }) => at),
  );
  return [{ type: 'no-to-profiling', from: new Date(since), until: null }];
}
