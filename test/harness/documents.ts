import { allChecks } from '../../src/app/checks.ts';
import { appliesTo, type Check, isRequiredFor } from '../../src/check/define.ts';
import type { UseCard } from '../../src/check/facts/card.ts';
import { requiredKeys } from '../../src/check/required-keys.ts';
import { PROBLEMS } from '../../src/kernel/problems.ts';
import { STEP_TITLES, type Step, USE_KINDS } from '../../src/kernel/vocabulary.ts';
import { CARD_FIELDS } from '../../src/playbook/1-boundaries/use-card/fields.ts';
import { rolesPage } from '../../src/playbook/5-oversight/people/roles-page.ts';
import { worksCouncilPage } from './works-council.ts';

const MADE = 'Made by `node scripts/publish-docs.ts` from the declarations; do not edit.';
const table = (head: readonly string[], rows: ReadonlyArray<readonly string[]>): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
const checks = [...allChecks].sort((a, b) => a.step - b.step || (a.id < b.id ? -1 : 1));
const pageOf = ({ id, step }: Check): string =>
  `../src/playbook/${step}-${FOLDERS[step]}/checks/${id}/README.md`;
const FOLDERS: Record<Step, string> = {
  1: 'boundaries',
  2: 'datamap',
  3: 'segments',
  4: 'harm',
  5: 'oversight',
  6: 'control',
  7: 'outcomes',
};

/** The documents that are made from declarations, by their names under docs/. */
export const documents = (): Record<string, string> => ({
  'use-card.md': useCard(),
  'required.md': required(),
  'checks.md': list(),
  'problems.md': problems(),
  'roles.md': `# Roles and rights\n\n${MADE}\n\n${rolesPage()}`,
  'works-council.md': worksCouncilPage(MADE),
});

function useCard(): string {
  const rows = (Object.keys(CARD_FIELDS) as Array<keyof UseCard>).map((key) => {
    const kinds = USE_KINDS.filter((kind) => requiredKeys(kind).includes(key));
    const readers = checks
      .filter(({ reads }) => reads.includes(key))
      .map((one) => `[${one.id}](${pageOf(one)})`);
    const whom = kinds.length === USE_KINDS.length ? 'every kind' : kinds.join(', ');
    return [`\`${key}\``, CARD_FIELDS[key].form, CARD_FIELDS[key].says, whom, readers.join(', ')];
  });
  return `# The use card

${MADE}

A use card is the file \`uses/<id>/use.yaml\`.
Paths are relative to the card, unknown keys are errors, and every key is of one form: [schemas/use.schema.json](schemas/use.schema.json).
A card that lacks what its kind requires can be read, and is a finding.

${table(['key', 'form', 'what it says', 'required for', 'checks that read it'], rows)}
`;
}

function required(): string {
  const rows = checks.map((one) => [
    `[${one.id}](${pageOf(one)})`,
    ...USE_KINDS.map((kind) => (isRequiredFor(one, kind) ? '●' : appliesTo(one, kind) ? '○' : '')),
  ]);
  return `# Which checks are required for which kind

${MADE}

● required: when it cannot be assessed, the verdict is \`review\` at least.
○ runs, and what it cannot assess is listed without holding the use.
Empty: does not apply.

${table(['check', ...USE_KINDS], rows)}
`;
}

function list(): string {
  const parts = ([1, 2, 3, 4, 5, 6, 7] as const).flatMap((step) => {
    const own = checks.filter((one) => one.step === step);
    if (own.length === 0) return [];
    const rows = own.map((one) => [
      `[${one.id}](${pageOf(one)})`,
      one.title,
      one.gravity,
      one.decidedBy,
      one.risk ?? '',
      one.norms.join(', '),
    ]);
    return [
      `## ${step}. ${STEP_TITLES[step]}\n\n${table(['check', 'what must hold', 'gravity', 'decided by', 'risk', 'norms'], rows)}`,
    ];
  });
  return `# Checks

${MADE}

${checks.length} checks.
\`scruple explain CHECK\` prints a check’s page.

${parts.join('\n\n')}
`;
}

function problems(): string {
  return `# Problems

${MADE}

A problem is an expected failure, as bad input or something that does not answer.
It is no finding: it says that something could not be read, and the command ends with status 2.

${table(
  ['code', 'what it means'],
  Object.entries(PROBLEMS).map(([code, meaning]) => [`\`${code}\``, meaning]),
)}
`;
}
