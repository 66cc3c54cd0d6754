import type { KeyId } from '../../kernel/ports/signer.ts';
import { type Problem, problem } from '../../kernel/problem.ts';
import { readRevocations, withRevokedKeys } from '../../playbook/5-oversight/signatures/revocations.ts';
import { readSigned, verifySigned } from '../../playbook/5-oversight/signatures/signed-document.ts';
import { readTrustRoots } from '../../playbook/5-oversight/signatures/trust-roots.ts';
import type { MaturityJson } from '../../report/maturity/schema.ts';
import { MATURITY_STATEMENT, maturityStatement } from '../maturity/maturity-statement.ts';
import { readDocument } from './read-document.ts';

export interface MaturityRequest {
  readonly statement: string;
  readonly trust: string;
  readonly revocations: string | null;
}

export interface MaturityAnswer {
  readonly isValid: boolean;
  /** Why it does not hold; `null` where it does, or where that could not be told. */
  readonly reason: Problem | null;
  readonly maturity: MaturityJson | null;
  readonly issuedAt: string | null;
  readonly key: KeyId | null;
  readonly organisation: string | null;
  /** What kept the answer from being whole. */
  readonly problems: readonly Problem[];
}

/** Whether a file says of itself that it is about maturity; what cannot be read is not. */
export async function isMaturityFile(file: string): Promise<boolean> {
  const text = await readDocument(file);
  return text.ok && text.value.includes(`"schema":"${MATURITY_STATEMENT}"`);
}

/** Verifies an exported maturity with trust roots from another file, offline: who signed it, and that no byte changed. */
export async function verifyMaturityFile(
  { statement: file, trust, revocations: listFile }: MaturityRequest,
  now: Date,
): Promise<MaturityAnswer> {
  const [text, trustText, listText] = await Promise.all([
    readDocument(file),
    readDocument(trust),
    listFile === null ? null : readDocument(listFile),
  ]);
  const roots = trustText.ok ? readTrustRoots(trustText.value) : trustText;
  const list = listText?.ok && roots.ok ? readRevocations(listText.value, roots.value) : listText;
  const problems = [text, roots, list].flatMap((one) => (one === null || one.ok ? [] : [one.problem]));
  if (!text.ok || !roots.ok || problems.length > 0) return answer({ problems });
  const document = readSigned(text.value, maturityStatement);
  if (!document.ok) return answer({ reason: document.problem });
  const { issuedAt, maturity } = document.value.payload;
  const revoked = list?.ok && typeof list.value !== 'string' ? list.value : null;
  const signed = verifySigned(document.value, withRevokedKeys(roots.value, revoked), 'evidence', issuedAt);
  if (!signed.ok) return answer({ reason: signed.problem });
  if (Date.parse(issuedAt) > now.getTime())
    return answer({
      reason: problem(
        'maturity.not-yet',
        `the statement was drawn up at ${issuedAt}, after the time that is asked about`,
        'check the clock, or the time given',
      ),
    });
  return answer({
    isValid: true,
    maturity,
    issuedAt,
    key: signed.value,
    organisation: roots.value.organisation,
  });
}

const answer = (over: Partial<MaturityAnswer>): MaturityAnswer => ({
  isValid: false,
  reason: null,
  maturity: null,
  issuedAt: null,
  key: null,
  organisation: null,
  problems: [],
  ...over,
});
