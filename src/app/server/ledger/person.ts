import { canonicalJson, contentHash } from '../../../kernel/canonical.ts';
import {
  answerAcross,
  answerTo,
  type Because,
  type Question,
} from '../../../playbook/6-control/ledger/answer.ts';
import type { ChoiceKind, ChoiceProof } from '../../../playbook/6-control/ledger/choice-event.ts';
import {
  type ChoiceState,
  entriesOf,
  join,
  NO_CHOICES,
} from '../../../playbook/6-control/ledger/choice-state.ts';
import type { Scope } from '../../../playbook/6-control/ledger/scope.ts';
import type { Identifier, SubjectKey } from '../../../playbook/6-control/ledger/subject-key.ts';
import { findChoiceStates, listChoices } from '../../../stores/sql/repositories/choices.ts';
import { type Change, demand } from '../change.ts';
import { scopeOf } from '../choices/page-draft.ts';
import { type PageSettings, pageSettingsIn } from '../choices/page-settings.ts';
import { say } from '../evidence/say.ts';
import { choiceOf } from './stored-choice.ts';
import { type Pseudonym, subjectOf } from './subject-of.ts';

/** A choice as a colleague sees it: never which theme it is about. */
export interface ShownChoice {
  readonly id: string;
  readonly subject: SubjectKey;
  readonly kind: ChoiceKind;
  readonly scope: Scope;
  readonly at: string;
  readonly validUntil: string | null;
  readonly pausedUntil: string | null;
  readonly proof: ChoiceProof;
}

export interface ShownPerson {
  /** The key that was asked for, and the others of the same person. */
  readonly subject: SubjectKey;
  readonly keys: readonly string[];
  /** What it all comes to, for each thing that people choose about here or that this one chose about. */
  readonly answers: ReadonlyArray<{
    readonly scope: Scope;
    readonly isPermitted: boolean;
    readonly because: Because;
    /** The choice that decided; `null` where none did. */
    readonly choice: string | null;
    readonly until: string | null;
  }>;
  /** What counts now, by scope; themes are left out. */
  readonly standing: ReadonlyArray<{
    readonly kind: string;
    readonly scope: Scope;
    readonly since: string;
    readonly until: string | null;
  }>;
  readonly choices: readonly ShownChoice[];
}

/** The ledger of one person, for a stated purpose that goes into the evidence log by its hash. Refusals: `people.not-allowed`. */
export async function readPerson(
  change: Change,
  identifier: Identifier | Pseudonym,
  purpose: string,
): Promise<ShownPerson> {
  demand(change, 'ledger.read', { purpose });
  const subject = subjectOf(change.context.ledger, identifier);
  sayRead(change, 'shown', purpose);
  const states = await findChoiceStates(change.db, subject);
  const keys = states.length === 0 ? [subject] : states.map((row) => row.subject);
  const all = states.map((row) => row.state as ChoiceState);
  const standing = entriesOf(all.reduce(join, NO_CHOICES)).filter(({ theme }) => theme === null);
  const { settings } = await pageSettingsIn(change.db);
  return {
    subject,
    keys,
    answers: scopesToTell(settings, standing).map((scope) => {
      const { permitted, because, event, until } = answerAcross(
        all.map((one) => answerTo(one, whatNeedsConsent(scope), change.at)),
      );
      return {
        scope,
        isPermitted: permitted,
        because,
        choice: event,
        until: until?.toISOString() ?? null,
      };
    }),
    standing: standing.map(({ slot, scope, at, until }) => ({
      kind: slot === 'yes' ? 'given' : slot,
      scope,
      since: new Date(at).toISOString(),
      until: until === null ? null : new Date(until).toISOString(),
    })),
    choices: (await listChoices(change.db, keys))
      .filter(({ theme }) => theme === null)
      .map(choiceOf)
      .map(({ confirms: _, theme: __, ...choice }) => choice),
  };
}

/** What the preference page offers, and beyond that what somebody chose about: each purpose on each channel once. */
function scopesToTell(
  settings: PageSettings,
  standing: ReadonlyArray<{ readonly scope: Scope }>,
): readonly Scope[] {
  const topics = settings.topics.length === 0 ? [null] : settings.topics.map(({ id }) => id);
  const offered = topics.flatMap((topic) =>
    settings.channels.map((channel) => scopeOf(settings, topic, channel)),
  );
  const chosen = standing.map(({ scope }) => scope).filter((scope) => scope.purpose !== null);
  return [...new Map([...offered, ...chosen].map((scope) => [canonicalJson(scope), scope])).values()];
}

const whatNeedsConsent = ({ purpose, channel, topic }: Scope): Question => ({
  purpose: purpose ?? '',
  channel,
  topics: topic === null ? [] : [topic],
  themes: [],
  needsConsent: true,
});

/** Who looked, what for, and of whom nothing. */
export const sayRead = (change: Change, what: 'shown' | 'exported', purpose: string): void =>
  say(change, 'ledger', 'ledger.read', {
    by: change.caller.account.key,
    what,
    purposeHash: contentHash(purpose),
  });
