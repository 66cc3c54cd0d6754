import type { Problem } from '../../../kernel/problem.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import {
  IDENTIFIER_KINDS,
  type IdentifierKind,
  isSubjectKey,
  type SubjectKey,
  subjectKeyOf,
} from '../../../playbook/6-control/ledger/subject-key.ts';
import type { LedgerSecrets } from '../ledger/secrets.ts';

/**
 * The key of whom a question is about: the key itself, as an answer of the ledger gave it, or what the person is reached
 * by with its kind in front, as `email:lee@customer.example`. Text without a kind is an id of the organisation’s own.
 * Problems: `ledger.invalid-identifier`.
 */
export function askedSubject(secrets: LedgerSecrets, text: string): Result<SubjectKey, Problem> {
  if (isSubjectKey(text)) return ok(text);
  const colon = text.indexOf(':');
  const kind = text.slice(0, colon);
  return colon > 0 && isKind(kind)
    ? subjectKeyOf(secrets.subjects, { kind, value: text.slice(colon + 1) })
    : subjectKeyOf(secrets.subjects, { kind: 'customer', value: text });
}

const isKind = (text: string): text is IdentifierKind =>
  (IDENTIFIER_KINDS as readonly string[]).includes(text);
