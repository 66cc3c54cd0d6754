import { readFileSync } from 'node:fs';
import { retentionShape } from '../../src/app/server/jobs/retention-setting.ts';
import { KEPT_DAYS } from '../../src/app/server/retention.ts';
import { PEOPLE_ROLES } from '../../src/kernel/roles.ts';
import {
  ACTIONS,
  type Action,
  PERMISSIONS,
  REACHES,
  reachOf,
} from '../../src/playbook/5-oversight/people/permissions.ts';
import { STATISTICS_LIMITS } from '../../src/playbook/5-oversight/practice/review-statistics.ts';

const PROCESSING = new URL('../../docs/our-own-processing.md', import.meta.url);

/** Actions by which somebody learns what a colleague did, decided or answered. */
const READS_STAFF: readonly Action[] = [
  'people.read',
  'key.read',
  'review.read',
  'evidence.read',
  'evidence.export',
  'statistics.read-own',
  'statistics.read-groups',
  'statistics.allow',
];

/** docs/works-council.md, from the one table of what is kept, the table of rights, and the limits in the code. */
export function worksCouncilPage(made: string): string {
  const processing = readFileSync(PROCESSING, 'utf8');
  const kept = tableUnder(processing, 'Tables of the server').filter(([, about]) => about === 'staff');
  const elsewhere = tableUnder(processing, 'Elsewhere');
  const switches = tableUnder(processing, 'Switches');
  const { practice } = retentionShape.shape;
  return `# What is kept about those who work with it

${made}
The table of what is kept is that of [our own processing](our-own-processing.md), its rows about \`staff\`; the rights are those of [roles](roles.md).

For a works council, a staff representative, or whoever is asked to agree.
Copy what you need into an agreement, and hold us to it.

## What for

So that an approval can be shown later, and that those who approved are not those who asked.
Nothing here is for judging how somebody works: the boundaries of Scruple itself ([\`own/boundaries\`](../own/boundaries/own.cedar)) forbid a use of this data for appraisal, for sale, and what is bought about colleagues.
No boundary stops whoever reads the database of the machine; an agreement has to.

## What is kept, why, how long, for whom

${markdownTable(
  ['table', 'what', 'why', 'how long', 'who reads it'],
  kept.map(([name, , ...rest]) => [name!, ...rest]),
)}

“Life” means as long as the store exists: these rows are the evidence, and nothing deletes them today.

## Beside the store

${markdownTable(['what', 'where', 'holds', 'how long'], elsewhere)}

## Who may look

${markdownTable(['right', 'to', 'held by'], READS_STAFF.map(readersOf))}

## Statistics about reviewers

- Off until an administrator records the agreement or notice that they rest on (\`statistics.allow\`); what was recorded stands in the evidence log by its hash.
- Everyone sees their own; all others see groups of at least ${STATISTICS_LIMITS.people} people and ${STATISTICS_LIMITS.reviews} reviews, and never one person.
- They look back ${STATISTICS_LIMITS.days} days at most, and no setting makes it more.
- Answers to practice cases stay ${KEPT_DAYS.practice} days, and an administrator may set ${practice.minValue} to ${practice.maxValue}. Cases are announced as practice.

## Switches

${markdownTable(['switch', 'what it does'], switches)}

## What it cannot promise

- Reviewers' own words stay for the life of the store, unless somebody erases them in the database.
- An employer can look at other systems beside this one: their logs are not ours.
- Erasing somebody takes the name and the way from the key to them; whoever was there may remember who it was.
`;
}

function readersOf(action: Action): string[] {
  if (!ACTIONS.includes(action)) throw new Error(`no such right: ${action}`);
  const held = PEOPLE_ROLES.flatMap((role) => {
    const reach = reachOf(role, action);
    if (reach === null) return [];
    return [reach === 'any' ? `\`${role}\`` : `\`${role}\` (${REACHES[reach]})`];
  });
  return [`\`${action}\``, PERMISSIONS[action].says, held.join(', ')];
}

/** The rows of the first table after a heading; fails where there is none, so that a moved table is noticed. */
function tableUnder(text: string, heading: string): readonly string[][] {
  const from = text.indexOf(`\n## ${heading}`);
  const lines = from < 0 ? [] : text.slice(from + 1).split('\n');
  const start = lines.findIndex((line) => line.startsWith('|'));
  const table = lines.slice(start + 2);
  const rows = table.slice(
    0,
    table.findIndex((line) => !line.startsWith('|')),
  );
  if (start < 0 || rows.length === 0) throw new Error(`no table under “${heading}”`);
  return rows.map((row) =>
    row
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  );
}

const markdownTable = (head: readonly string[], rows: ReadonlyArray<readonly string[]>): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
