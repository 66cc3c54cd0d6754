import type { Command } from 'commander';
import type { LogAnswer } from '../../app/verify/verify-log-file.ts';
import { visible } from '../../report/display-width.ts';
import { deliver } from '../deliver.ts';
import type { Ending } from '../program.ts';
import { formatOption, type OutputOptions, outOption } from '../shared-options.ts';

interface EvidenceOptions extends Pick<OutputOptions, 'format' | 'out'> {
  readonly trust?: string;
}

/** The most damages that a text shows; JSON has them all. */
const MAXIMUM_SHOWN = 20;

export function addEvidence(program: Command, ending: Ending): void {
  const evidence = program
    .command('evidence')
    .description('look into the evidence log: scruple evidence verify')
    .helpCommand(false);
  evidence
    .command('verify')
    .description('find any edit, deletion or reordering in an exported evidence log, offline')
    .argument('<file>', 'evidence.jsonl, as it was exported')
    .option('--trust <roots>', 'file with the keys that you trust')
    .addOption(formatOption(['text', 'json']))
    .addOption(outOption())
    .addHelpText(
      'after',
      '\nExit status: 0 intact, 1 not, 2 that cannot be told.\n\nExample:\n  scruple evidence verify evidence.jsonl --trust trust.json\n',
    )
    .action(async (file: string, options: EvidenceOptions) => {
      ending.status = await verify(file, options);
    });
}

async function verify(file: string, options: EvidenceOptions): Promise<number> {
  const { verifyLogFile } = await import('../../app/verify/verify-log-file.ts');
  const answer = await verifyLogFile(file, options.trust ?? null);
  await deliver(options.format === 'json' ? await asJson(answer) : asText(answer), options);
  if (answer.problems.length > 0) return 2;
  return answer.isIntact ? 0 : 1;
}

async function asJson({
  isIntact,
  log,
  view,
  verdict,
  trust,
  organisation,
  reason,
  problems,
}: LogAnswer): Promise<string> {
  const { printed, problemJson } = await import('../../report/json/parts.ts');
  return printed({
    schema: 'scruple.evidence-verification/1',
    intact: isIntact,
    log,
    view,
    trust,
    organisation,
    entries: verdict?.entries ?? null,
    sealed: verdict?.sealed ?? null,
    heads: verdict?.heads ?? null,
    anchoredThrough: verdict?.anchoredThrough ?? null,
    unanchored: verdict?.unanchored ?? null,
    damages: verdict?.damages ?? [],
    disregarded: verdict?.disregarded ?? [],
    reason: reason === null ? null : problemJson(reason),
    problems: problems.map(problemJson),
  });
}

function asText({ isIntact, log, view, verdict, trust, organisation, reason, problems }: LogAnswer): string {
  const lines = [...problems, ...(reason === null ? [] : [reason])].flatMap(({ message, hint }) => [
    `${reason === null ? 'cannot tell' : 'not intact'}: ${message}`,
    `  ${hint}`,
  ]);
  if (verdict !== null) {
    const { entries, sealed, damages, disregarded, anchoredThrough, unanchored } = verdict;
    lines.push(
      isIntact
        ? 'intact'
        : damages.length > 0
          ? 'not intact'
          : 'not intact: no trusted head stands for any entry',
    );
    for (const { says } of damages.slice(0, MAXIMUM_SHOWN)) lines.push(`  ${says}`);
    if (damages.length > MAXIMUM_SHOWN) lines.push(`  and ${damages.length - MAXIMUM_SHOWN} more`);
    for (const says of disregarded) lines.push(`  ${says}`);
    const shows = view === null ? 'all of it' : `what concerns ${view}, ${sealed} others sealed`;
    lines.push('', `${log}: ${entries} entries, ${shows}`);
    const keys = trust === 'given' ? `a key of ${organisation}` : 'a key that the file brings itself';
    if (anchoredThrough !== null) lines.push(`  signed through entry ${anchoredThrough} by ${keys}`);
    if (unanchored > 0)
      lines.push(`  ${unanchored} behind the last head: what stood after them may be missing`);
    if (trust === 'own') lines.push('  whose keys these are was not looked at: give --trust');
  }
  return `${lines.map(visible).join('\n')}\n`;
}
