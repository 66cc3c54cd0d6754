import type { Channel } from '../../../kernel/vocabulary.ts';
import type {
  ChoiceEvent,
  ChoiceKind,
  ChoiceProof,
} from '../../../playbook/6-control/ledger/choice-event.ts';
import type { SubjectKey } from '../../../playbook/6-control/ledger/subject-key.ts';
import type { StoredChoice } from '../../../stores/sql/repositories/choices.ts';

/** A choice as its row. */
export function rowOf(event: ChoiceEvent, recordedAt: Date): StoredChoice {
  const { notice, ...proof } = event.proof;
  return {
    subject: event.subject,
    id: event.id,
    kind: event.kind,
    ...event.scope,
    theme: event.theme,
    at: new Date(event.at),
    validUntil: timeOf(event.validUntil),
    pausedUntil: timeOf(event.pausedUntil),
    confirms: event.confirms,
    noticeHash: notice?.hash ?? null,
    noticeVersion: notice?.version ?? null,
    noticeLanguage: notice?.language ?? null,
    ...proof,
    recordedAt,
  };
}

/** A row as the choice that it is of. */
export const choiceOf = (row: StoredChoice): ChoiceEvent => ({
  id: row.id,
  subject: row.subject as SubjectKey,
  kind: row.kind as ChoiceKind,
  scope: { purpose: row.purpose, channel: row.channel as Channel | null, topic: row.topic },
  theme: row.theme,
  at: row.at.toISOString(),
  validUntil: row.validUntil?.toISOString() ?? null,
  pausedUntil: row.pausedUntil?.toISOString() ?? null,
  confirms: row.confirms,
  proof: {
    notice:
      row.noticeHash === null
        ? null
        : { version: row.noticeVersion!, language: row.noticeLanguage!, hash: row.noticeHash },
    uiHash: row.uiHash,
    language: row.language,
    method: row.method,
    actor: row.actor as ChoiceProof['actor'],
    jurisdiction: row.jurisdiction,
    sourceSystem: row.sourceSystem,
  },
});

const timeOf = (text: string | null): Date | null => (text === null ? null : new Date(text));
