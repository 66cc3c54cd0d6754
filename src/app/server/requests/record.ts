import { problem } from '../../../kernel/problem.ts';
import type { Identifier } from '../../../playbook/6-control/ledger/subject-key.ts';
import { Refusal } from '../../../stores/sql/refusal.ts';
import { type Change, demand } from '../change.ts';
import { pageSettingsIn } from '../choices/page-settings.ts';
import { subjectOf } from '../ledger/subject-of.ts';
import { type NewRequest, type OpenedRequest, openRequest } from './open.ts';

export interface ToldRequest
  extends Pick<
    NewRequest,
    'kind' | 'detail' | 'use' | 'decision' | 'purpose' | 'language' | 'statement' | 'correction'
  > {
  /** What the person is reached or known by; the first one is whom the request is of. */
  readonly identifiers: readonly Identifier[];
  readonly jurisdiction: string | null;
  readonly proofs: NewRequest['proofs'];
}

/**
 * Opens a request for somebody who asks by phone, letter or another system.
 * Refusals: `people.not-allowed`, `ledger.invalid-identifier`, and those of `openRequest`.
 */
export async function recordRequest(change: Change, told: ToldRequest): Promise<OpenedRequest> {
  demand(change, 'request.open');
  const { context, caller } = change;
  const isMachine = caller.is === 'machine';
  if (isMachine && told.proofs.length > 0)
    throw new Refusal(
      problem(
        'people.not-allowed',
        'a machine cannot vouch for who asks',
        'leave `proofs` empty; the person proves it, or an advocate checks',
      ),
    );
  const { settings } = await pageSettingsIn(change.db);
  const { identifiers, jurisdiction, ...asked } = told;
  return openRequest(change, context, {
    ...asked,
    subject: subjectOf(context.ledger, identifiers[0]!),
    identifiers,
    jurisdiction: jurisdiction ?? settings.jurisdiction,
    through: isMachine ? 'intake' : 'advocate',
    actor: isMachine ? 'system' : 'advocate',
    by: caller.account.key,
  });
}
