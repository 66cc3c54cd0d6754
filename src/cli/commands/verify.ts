import type { Command } from 'commander';
import type { ClearanceAnswer } from '../../app/verify/verify-clearance-file.ts';
import { visible } from '../../report/display-width.ts';
import { deliver } from '../deliver.ts';
import type { Ending } from '../program.ts';
import { atOption, formatOption, type OutputOptions, outOption } from '../shared-options.ts';
import { UsageError } from '../usage-error.ts';

interface VerifyOptions extends Pick<OutputOptions, 'format' | 'out'> {
  readonly trust: string;
  readonly revocations?: string;
  readonly workspace?: string;
  readonly at?: Date;
}

export function addVerify(program: Command, ending: Ending): void {
  program
    .command('verify')
    .description(
      'verify offline a clearance (who approved what, on which conditions, until when) or an exported maturity',
    )
    .argument('<file>', 'file of the clearance or the maturity, as it was exported')
    .requiredOption('--trust <roots>', 'file with the keys that you trust')
    .option('--revocations <file>', 'signed list of what was taken back')
    .option('--workspace <dir>', 'hold the use in this workspace against what was cleared')
    .addOption(atOption())
    .addOption(formatOption(['text', 'json']))
    .addOption(outOption())
    .addHelpText(
      'after',
      '\nExit status: 0 it holds, 1 it does not, 2 that cannot be told.\n\nExamples:\n  scruple verify clearance.json --trust trust.json --revocations revocations.json\n  scruple verify maturity.json --trust trust.json\n',
    )
    .action(async (file: string, options: VerifyOptions) => {
      ending.status = await verify(file, options);
    });
}

async function verify(file: string, options: VerifyOptions): Promise<number> {
  const { isMaturityFile } = await import('../../app/verify/verify-maturity-file.ts');
  const { verifyClearanceFile } = await import('../../app/verify/verify-clearance-file.ts');
  const now = options.at ?? new Date();
  if (await isMaturityFile(file)) return verifyMaturity(file, options, now);
  const answer = await verifyClearanceFile(
    {
      clearance: file,
      trust: options.trust,
      revocations: options.revocations ?? null,
      workspace: options.workspace ?? null,
    },
    now,
  );
  await deliver(options.format === 'json' ? await asJson(answer, now) : asText(answer, now), options);
  if (answer.problems.length > 0) return 2;
  return answer.isValid ? 0 : 1;
}

async function verifyMaturity(file: string, options: VerifyOptions, now: Date): Promise<number> {
  const { verifyMaturityFile } = await import('../../app/verify/verify-maturity-file.ts');
  const { maturityVerificationJson, maturityVerificationText } = await import('./verify-maturity.ts');
  if (options.workspace !== undefined)
    throw new UsageError('a maturity is of no workspace', 'leave out --workspace');
  const { trust, revocations = null } = options;
  const answer = await verifyMaturityFile({ statement: file, trust, revocations }, now);
  await deliver(
    options.format === 'json'
      ? await maturityVerificationJson(answer, now)
      : await maturityVerificationText(answer),
    options,
  );
  if (answer.problems.length > 0) return 2;
  return answer.isValid ? 0 : 1;
}

async function asJson(answer: ClearanceAnswer, now: Date): Promise<string> {
  const { printed, problemJson } = await import('../../report/json/parts.ts');
  const { isValid, reason, clearance, key, organisation, notRevokedAsOf, content, problems } = answer;
  return printed({
    schema: 'scruple.verification/1',
    valid: isValid,
    checkedAt: now.toISOString(),
    reason: reason === null ? null : problemJson(reason),
    clearance,
    key,
    organisation,
    notRevokedAsOf,
    content,
    problems: problems.map(problemJson),
  });
}

function asText(answer: ClearanceAnswer, now: Date): string {
  const { clearance, reason, problems } = answer;
  const lines: string[] = [];
  for (const problem of problems) lines.push(`cannot tell: ${problem.message}`, `  ${problem.hint}`);
  if (reason !== null) lines.push(`does not hold: ${reason.message}`, `  ${reason.hint}`);
  if (answer.isValid) lines.push(`holds at ${now.toISOString()}`);
  if (clearance !== null) {
    const kind =
      clearance.essential === null ? clearance.class : `${clearance.class}, ${clearance.essential}`;
    lines.push('', `${clearance.id} of ${clearance.use} (${kind})`);
    row(lines, 'content', `${clearance.contentHash}${COMPARED[answer.content]}`);
    for (const { key, role, standing, decidedAt } of clearance.reviewers)
      row(lines, 'approved', `${key}, ${role}, ${standing} the owner’s line, ${decidedAt}`);
    row(lines, 'owner', clearance.owner);
    for (const { says } of clearance.conditions) row(lines, 'condition', says);
    row(lines, 'review', `${clearance.review.id} ${clearance.review.hash}`);
    row(lines, 'from', clearance.issuedAt);
    row(lines, 'until', clearance.expiresAt);
    row(lines, 'stopped by', clearance.stopOwner);
    row(lines, 'signed', `${answer.key} of ${answer.organisation}`);
    row(
      lines,
      'revoked',
      answer.notRevokedAsOf === null
        ? 'not looked at: give --revocations'
        : `no, as of ${answer.notRevokedAsOf}`,
    );
  }
  return `${lines.map(visible).join('\n')}\n`;
}

const COMPARED = { same: ', as it is in the workspace', differs: '', 'not-compared': '' } as const;
const row = (lines: string[], name: string, value: string): void => {
  lines.push(`  ${name.padEnd(10)} ${value}`);
};
