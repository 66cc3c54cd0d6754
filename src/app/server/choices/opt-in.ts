import { createHash, createHmac } from 'node:crypto';
import type { Problem } from '../../../kernel/problem.ts';
import type { Result } from '../../../kernel/result.ts';
import type { ChoiceDraft } from '../../../playbook/6-control/ledger/choice-draft.ts';
import type { ChoiceEvent } from '../../../playbook/6-control/ledger/choice-event.ts';
import { type ChoiceState, entriesOf, isNo } from '../../../playbook/6-control/ledger/choice-state.ts';
import { refuses, type Scope } from '../../../playbook/6-control/ledger/scope.ts';
import { type Identifier, normalIdentifier } from '../../../playbook/6-control/ledger/subject-key.ts';
import { type OpenedToken, openToken } from '../../../playbook/6-control/tokens/token.ts';
import { findChoiceStates, listChoices, lockChoiceStates } from '../../../stores/sql/repositories/choices.ts';
import { findNotice } from '../../../stores/sql/repositories/notices.ts';
import type { Database } from '../../../stores/sql/tables/index.ts';
import { type Change, need } from '../change.ts';
import type { ServerContext } from '../context.ts';
import { choose } from '../ledger/choose.ts';
import { choiceOf } from '../ledger/stored-choice.ts';
import { keysOf, subjectOf } from '../ledger/subject-of.ts';
import { languageNear, PLAIN_LETTER } from '../letters/letter.ts';
import { oweLetter } from '../letters/owe-letter.ts';
import { type Language, type PageSettings, pageSettingsIn } from './page-settings.ts';

/** What the page of a double opt-in shows. */
export interface ShownOptIn {
  readonly settings: PageSettings;
  readonly scope: Scope;
  /** `over` where somebody said no after the request, or after its confirmation: then the no counts. */
  readonly stands: 'open' | 'confirmed' | 'over';
  readonly notice: { readonly text: string; readonly language: string } | null;
}

/**
 * Owes a letter to whoever reads the address that messages were asked for, one a day for each person and scope, so that
 * nobody can fill an inbox by asking in its name. Who is known by something else than an address gets none, and so never
 * confirms. Refusals: `ledger.invalid-identifier`.
 */
export async function oweOptInLetters(
  change: Change,
  identifier: Identifier,
  drafts: readonly ChoiceDraft[],
): Promise<void> {
  if (identifier.kind !== 'email') return;
  const { context, at } = change;
  const address = need(normalIdentifier(identifier)).value;
  const subject = subjectOf(context.ledger, identifier);
  for (const { id, scope, proof } of drafts.filter(({ kind }) => kind === 'opt-in-requested')) {
    const day = at.toISOString().slice(0, 10);
    const name = JSON.stringify([subject, scope.purpose, scope.channel, scope.topic, day]);
    await oweLetter(
      change,
      context,
      {
        ...PLAIN_LETTER,
        kind: 'opt-in',
        address,
        language: languageNear(proof.language),
        subject,
        scope,
        about: id,
      },
      `letter_${createHmac('sha256', context.ledger.subjects).update(`opt-in ${name}`).digest('base64url')}`,
    );
  }
}

/** `null` for every link that is none of ours, was made for something else, or has ended. */
export function openOptIn(
  { ledger, clock }: Pick<ServerContext, 'ledger' | 'clock'>,
  token: string,
): OpenedToken | null {
  const opened = openToken(ledger.tokens, 'opt-in', token, clock.now());
  return opened.ok ? opened.value : null;
}

/** What was asked for, and how it stands; `null` where nothing is known of it any more. Problems: those of the store. */
export const showOptIn = (
  { store }: Pick<ServerContext, 'store'>,
  link: OpenedToken,
): Promise<Result<ShownOptIn | null, Problem>> =>
  store.read(async (db) => {
    const asked = await findAsked(db, link);
    if (asked === null) return null;
    const { notice } = asked.request.proof;
    const found = notice === null ? undefined : await findNotice(db, notice.hash);
    return {
      settings: (await pageSettingsIn(db)).settings,
      scope: asked.request.scope,
      stands: asked.stands,
      notice: found === undefined ? null : { text: found.content, language: found.language },
    };
  });

/**
 * Confirms what was asked for, once: pressed again, or after a no, it changes nothing. Gives how it stands then; `null`
 * where nothing is known of it any more. Problems: those of the store.
 */
export const confirmOptIn = (
  { store, ledger }: Pick<ServerContext, 'store' | 'ledger'>,
  link: OpenedToken,
  shown: { readonly language: Language; readonly uiHash: string },
): Promise<Result<ShownOptIn['stands'] | null, Problem>> =>
  store.write(async (work) => {
    await lockChoiceStates(work.db, await keysOf(work.db, link.subject), work.at);
    const asked = await findAsked(work.db, link);
    if (asked === null || asked.stands !== 'open') return asked?.stands ?? null;
    const { id, scope, validUntil, proof } = asked.request;
    await choose(work, ledger, link.subject, [
      {
        id: `opt-in-${createHash('sha256').update(id).digest('base64url')}`,
        kind: 'opt-in-confirmed',
        scope,
        theme: null,
        at: work.at.toISOString(),
        validUntil,
        pausedUntil: null,
        confirms: id,
        proof: { ...proof, ...shown, method: 'double-opt-in', actor: 'person', sourceSystem: 'scruple' },
      },
    ]);
    return 'confirmed';
  });

interface Asked {
  readonly request: ChoiceEvent;
  readonly stands: ShownOptIn['stands'];
}

async function findAsked(db: Database, { subject, about }: OpenedToken): Promise<Asked | null> {
  const events = (await listChoices(db, [subject])).map(choiceOf);
  const request = events.find(({ id, kind }) => id === about && kind === 'opt-in-requested');
  if (request === undefined) return null;
  const confirmed = events.find(({ confirms }) => confirms === request.id);
  const since = Date.parse((confirmed ?? request).at);
  const isOver = (await findChoiceStates(db, subject))
    .flatMap(({ state }) => entriesOf(state as ChoiceState))
    .some(
      (no) => isNo(no.slot) && no.at >= since && refuses(no.scope, request.scope, no.slot === 'objected'),
    );
  return { request, stands: isOver ? 'over' : confirmed === undefined ? 'open' : 'confirmed' };
}
