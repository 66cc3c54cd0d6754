import type { Channel } from '../../../kernel/vocabulary.ts';
import {
  heldAnswer,
  holdOn,
  type ProtectiveHold,
} from '../../../playbook/6-control/holds/protective-hold.ts';
import {
  type Answer,
  answerAcross,
  answerTo,
  type Question,
} from '../../../playbook/6-control/ledger/answer.ts';
import { type ChoiceState, NO_CHOICES } from '../../../playbook/6-control/ledger/choice-state.ts';
import { blindedTheme, type SubjectKey } from '../../../playbook/6-control/ledger/subject-key.ts';
import { findChoiceStates } from '../../../stores/sql/repositories/choices.ts';
import { findHolds } from '../../../stores/sql/repositories/protective-holds.ts';
import type { Database } from '../../../stores/sql/tables/index.ts';
import type { LedgerSecrets } from './secrets.ts';

/**
 * What a person's choices and the holds that protect them say to what is planned, as it stands now. Themes are given in
 * plain words. Whoever is not known has said nothing, which is no where consent is needed.
 */
export async function answerFor(
  db: Database,
  secrets: LedgerSecrets,
  subject: SubjectKey,
  question: Question,
  now: Date,
): Promise<Answer> {
  const known = await findChoiceStates(db, subject);
  const states = known.length === 0 ? [{ subject, state: NO_CHOICES }] : known;
  const answer = answerAcross(
    states.map((row) =>
      answerTo(
        row.state as ChoiceState,
        {
          ...question,
          themes: question.themes.map((theme) =>
            blindedTheme(secrets.themes, row.subject as SubjectKey, theme),
          ),
        },
        now,
      ),
    ),
  );
  if (!answer.permitted) return answer;
  const holds = await findHolds(
    db,
    states.map((row) => row.subject),
    now,
  );
  const { purpose, channel } = question;
  return heldAnswer(answer, holdOn(holds.map(holdOf), { purpose, channel, topic: null }, now));
}

const holdOf = (row: {
  subject: string;
  purpose: string;
  channel: string;
  heldUntil: Date;
}): ProtectiveHold => ({
  subject: row.subject as SubjectKey,
  scope: { purpose: row.purpose || null, channel: (row.channel || null) as Channel | null, topic: null },
  until: row.heldUntil,
});
