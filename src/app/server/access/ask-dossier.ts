import { problem } from '../../../kernel/problem.ts';
import type { Identifier } from '../../../playbook/6-control/ledger/subject-key.ts';
import { Refusal } from '../../../stores/sql/refusal.ts';
import { changePersonCopy, lockPersonCopy } from '../../../stores/sql/repositories/person-copies.ts';
import { type Change, demand, missing } from '../change.ts';
import { say } from '../evidence/say.ts';
import { subjectOf } from '../ledger/subject-of.ts';
import { keepCopy } from './ask-copy.ts';
import { openOrder } from './copy-order.ts';
import { type ShownCopy, shownCopy } from './show-copies.ts';

export interface AskedDossier {
  readonly identifiers: readonly [Identifier, ...Identifier[]];
  readonly from: string;
  readonly until: string;
  /** Which authority asks, under which reference, and why. */
  readonly purpose: string;
}

/**
 * Asks for a dossier about one person and a time. Nothing is gathered before a second person has agreed: of all that is
 * here it is what does most harm in wrong hands.
 * Refusals: `people.not-allowed`, `ledger.invalid-identifier`, `access.invalid-period`.
 */
export async function askDossier(change: Change, asked: AskedDossier): Promise<ShownCopy> {
  demand(change, 'access.export', { purpose: asked.purpose });
  const [from, until] = [new Date(asked.from), new Date(asked.until)];
  if (!(from < until) || from > change.at)
    throw new Refusal(
      problem(
        'access.invalid-period',
        'the time of a dossier ends before it begins, or lies ahead',
        'give a time that has begun',
      ),
    );
  const subjects = asked.identifiers.map((identifier) => subjectOf(change.context.ledger, identifier));
  return shownCopy(
    await keepCopy(change, change.context, {
      kind: 'dossier',
      subject: subjects[0]!,
      requestId: null,
      language: 'en',
      order: {
        identifiers: asked.identifiers,
        categoriesOnly: false,
        askedBy: change.caller.account.key,
        purpose: asked.purpose,
      },
      period: { from, until },
    }),
  );
}

/**
 * Agrees that a dossier is made, or not: somebody else than who asked for it. They see what it is for, and not of whom.
 * Call `makeCopies` when it is kept. Refusals: `people.not-allowed`, `store.not-found`, `access.decided`.
 */
export async function decideDossier(change: Change, id: string, agrees: boolean): Promise<ShownCopy> {
  demand(change, 'dossier.decide');
  const row = await lockPersonCopy(change.db, id, change.at);
  if (row === undefined || row.kind !== 'dossier') throw missing();
  if (row.state !== 'asked' || row.sealedOrder === null)
    throw new Refusal(
      problem('access.decided', 'somebody has agreed or refused already', 'look at its state'),
    );
  const { key } = change.caller.account;
  if (openOrder(change.context, id, row.sealedOrder).askedBy === key)
    throw new Refusal(
      problem(
        'people.not-allowed',
        'nobody agrees to a dossier that they asked for',
        'ask a reviewer or another customer advocate',
      ),
    );
  const changes = agrees ? { state: 'collecting' } : { state: 'refused', sealedOrder: null };
  await changePersonCopy(change.db, id, 'asked', changes);
  say(change, 'access', 'access.decided', { by: key, copy: id, decision: agrees ? 'agreed' : 'refused' });
  return shownCopy({ ...row, ...changes });
}
