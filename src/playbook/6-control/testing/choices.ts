import { createHmac } from 'node:crypto';
import type { Question } from '../ledger/answer.ts';
import type { ChoiceEvent } from '../ledger/choice-event.ts';
import type { SubjectKey } from '../ledger/subject-key.ts';

/** A key for a test, different for every name. */
export const subjectNamed = (name: string): SubjectKey =>
  `subject:${createHmac('sha256', 'test').update(name).digest('base64url')}`;

/** A consent to marketing by mail, to vary. */
export const EVENT: ChoiceEvent = {
  id: 'event-1',
  subject: subjectNamed('ann'),
  kind: 'given',
  scope: { purpose: 'marketing.communications.email', channel: 'email', topic: null },
  theme: null,
  at: '2026-11-01T00:00:00.000Z',
  validUntil: null,
  pausedUntil: null,
  confirms: null,
  proof: {
    notice: null,
    uiHash: null,
    language: 'en',
    method: 'preference-page',
    actor: 'person',
    jurisdiction: 'eu-de',
    sourceSystem: 'test',
  },
};

/** Marketing by mail, that needs consent, to vary. */
export const question = (over: Partial<Question> = {}): Question => ({
  purpose: 'marketing.communications.email',
  channel: 'email',
  topics: [],
  themes: [],
  needsConsent: true,
  ...over,
});
