import { problem } from '../../../kernel/problem.ts';
import {
  type ChoiceDraft,
  withPlainTimes,
  wrongPart,
} from '../../../playbook/6-control/ledger/choice-draft.ts';
import type { ChoiceEvent } from '../../../playbook/6-control/ledger/choice-event.ts';
import { blindedTheme, type SubjectKey } from '../../../playbook/6-control/ledger/subject-key.ts';
import { Refusal } from '../../../stores/sql/refusal.ts';
import { findChoice } from '../../../stores/sql/repositories/choices.ts';
import { findNotice } from '../../../stores/sql/repositories/notices.ts';
import type { Work } from '../../../stores/sql/store.ts';
import { type Appended, appendChoices } from './append.ts';
import type { LedgerSecrets } from './secrets.ts';
import { keysOf } from './subject-of.ts';

/**
 * Keeps what a person chose, under every key that they are known by: who leaves by mail has left by number, too. A choice
 * counts from the end of this transaction on.
 * Refusals: `ledger.invalid-choice`, `ledger.unknown-notice`, `ledger.unknown-request`, `ledger.id-taken`.
 */
export async function choose(
  work: Pick<Work, 'db' | 'at'>,
  secrets: LedgerSecrets,
  subject: SubjectKey,
  drafts: readonly ChoiceDraft[],
): Promise<Appended> {
  const { db, at } = work;
  for (const draft of drafts) {
    const wrong = wrongPart(draft, at);
    if (wrong !== null)
      throw new Refusal(
        problem(
          'ledger.invalid-choice',
          `\`${wrong.field}\`: ${wrong.says}`,
          'send a choice as docs/ledger.md says',
        ),
      );
    await noticeMustBeKept(work, draft);
    if (draft.kind === 'opt-in-confirmed') await requestMustFit(work, subject, draft);
  }
  const keys = await keysOf(db, subject);
  const { added } = await appendChoices(
    work,
    keys.flatMap((key) => drafts.map((draft) => eventOf(secrets, key, draft))),
  );
  return { added: added / keys.length, known: drafts.length - added / keys.length };
}

/** A draft as the event that is kept. */
export const eventOf = (secrets: LedgerSecrets, subject: SubjectKey, draft: ChoiceDraft): ChoiceEvent => ({
  ...withPlainTimes(draft),
  subject,
  theme: draft.theme === null ? null : blindedTheme(secrets.themes, subject, draft.theme),
});

async function noticeMustBeKept({ db }: Pick<Work, 'db'>, { proof }: ChoiceDraft): Promise<void> {
  if (proof.notice === null) return;
  const kept = await findNotice(db, proof.notice.hash);
  if (kept?.version === proof.notice.version && kept.language === proof.notice.language) return;
  throw new Refusal(
    problem(
      'ledger.unknown-notice',
      `no notice \`${proof.notice.version}\` with this language and hash was published here`,
      'publish the notice before anybody agrees to it',
    ),
  );
}

/** Whoever confirms, confirms what was asked: the same scope, after it was asked. */
async function requestMustFit(
  { db }: Pick<Work, 'db'>,
  subject: SubjectKey,
  { confirms, scope, at }: ChoiceDraft,
): Promise<void> {
  const row = await findChoice(db, subject, confirms!);
  const isSame = (['purpose', 'channel', 'topic'] as const).every((part) => row?.[part] === scope[part]);
  if (row?.kind === 'opt-in-requested' && isSame && row.at <= new Date(at)) return;
  throw new Refusal(
    problem(
      'ledger.unknown-request',
      'nothing was asked that this confirms',
      'confirm what was asked before, with the same purpose, channel and topic',
    ),
  );
}
