import type { MaturityAnswer } from '../../app/verify/verify-maturity-file.ts';
import { visible } from '../../report/display-width.ts';
import { widthOf } from '../terminal.ts';

/** `scruple.maturity-verification/1`. */
export async function maturityVerificationJson(answer: MaturityAnswer, now: Date): Promise<string> {
  const { printed, problemJson } = await import('../../report/json/parts.ts');
  const { isValid, reason, maturity, issuedAt, key, organisation, problems } = answer;
  return printed({
    schema: 'scruple.maturity-verification/1',
    valid: isValid,
    checkedAt: now.toISOString(),
    reason: reason === null ? null : problemJson(reason),
    issuedAt,
    key,
    organisation,
    maturity,
    problems: problems.map(problemJson),
  });
}

/** Whether the file holds, by whom it was signed, and the seven levels that it says. */
export async function maturityVerificationText(answer: MaturityAnswer): Promise<string> {
  const { isValid, reason, maturity, issuedAt, key, organisation, problems } = answer;
  const lines: string[] = [];
  for (const problem of problems) lines.push(`cannot tell: ${problem.message}`, `  ${problem.hint}`);
  if (reason !== null) lines.push(`does not hold: ${reason.message}`, `  ${reason.hint}`);
  if (isValid) lines.push(`drawn up at ${issuedAt}, signed by ${key} of ${organisation}`, '');
  const says = lines.map((line) => `${visible(line)}\n`).join('');
  if (maturity === null) return says;
  const { maturityText } = await import('../../report/maturity/maturity-text.ts');
  const plain = {
    width: widthOf(process.stdout),
    paint: (_: unknown, text: string) => text,
    showValues: false,
  };
  return says + maturityText(maturity, plain);
}
