import { displayWidth, visible } from '../display-width.ts';
import { Page, type PageOptions, wrap } from '../text/page.ts';
import { count } from './numbers.ts';
import { printTable } from './print-table.ts';
import type { AuditJson } from './schema.ts';
import { tablesOf } from './tables.ts';

/** Verdicts of an audit as people read them: silence is never a pass. */
const VERDICT_SAYS = {
  review: 'a group is selected at less than the threshold, beyond chance',
  insufficient: 'not enough data: cannot tell',
  pass: 'no gap beyond the threshold seen, and one could have been',
} as const;

/** What the verdict of this audit says: who is worse off may be selected as often as others. */
export const verdictSays = ({ verdict, comparisons, marginalComparisons, areas }: AuditJson): string =>
  verdict !== 'review' ||
  areas?.verdict === 'review' ||
  [...comparisons, ...(marginalComparisons ?? [])].some(({ review }) => review)
    ? VERDICT_SAYS[verdict]
    : 'a group is worse off than the threshold allows, beyond chance';

/** The audit for a terminal: one minute first, then the tables, then how the numbers were made. */
export function auditText(audit: AuditJson, options: PageOptions): string {
  const page = new Page(options);
  const mark = audit.verdict === 'review' ? 'review' : audit.verdict === 'pass' ? 'allow' : 'not assessed';
  const shapes = { review: '◆', allow: '✔', 'not assessed': '○' } as const;
  const head = page.paint(mark, `${shapes[mark]} ${audit.verdict}`);
  const [name, says] = [visible(audit.source.name), verdictSays(audit)];
  // Colours take no room, so the width is that of the words.
  const room = options.width - displayWidth(`${shapes[mark]} ${audit.verdict}`);
  if (displayWidth(name) + displayWidth(says) + 4 <= room)
    page.line(`${head}  ${options.paint('strong', name)}  ${says}`);
  else {
    const isBeside = displayWidth(name) + 2 <= room;
    page.line(isBeside ? `${head}  ${options.paint('strong', name)}` : head);
    if (!isBeside) for (const row of wrap(name, options.width)) page.line(options.paint('strong', row));
    page.paragraph(says);
  }
  for (const row of wrap(visible(facts(audit)), options.width)) page.line(options.paint('quiet', row));
  page.gap();
  for (const sentence of audit.summary) page.paragraph(sentence, 2, '- ', 2);
  if (audit.summary.length > 0) page.gap();
  for (const note of audit.notes) page.labelled('note', note, 2, 8);
  for (const one of audit.problems) {
    page.labelled('problem', one.message, 2, 10);
    page.labelled('mend', one.hint, 2, 10);
  }
  for (const table of tablesOf(audit)) printTable(page, table);
  printMethod(page, audit);
  return page.toString();
}

/** By what people are compared, and how many groups that makes. */
export const groupsOf = ({
  groups,
  asked,
  areas,
}: Pick<AuditJson, 'groups' | 'asked' | 'areas'>): string[] => [
  ...(asked.groups.length === 0
    ? []
    : [`${count(groups.length)} ${groups.length === 1 ? 'group' : 'groups'} by ${asked.groups.join(' × ')}`]),
  ...(areas === null ? [] : [`bounds by ${areas.column}`]),
];

const facts = ({ rows, people, groups, asked, areas, source }: AuditJson): string =>
  [
    `${count(rows)} rows`,
    ...(people === rows ? [] : [`${count(people)} people`]),
    ...groupsOf({ groups, asked, areas }),
    `decision ${asked.decision}${asked.favourable === null ? '' : ` = ${asked.favourable}`}`,
    ...(source.window === null ? [] : [source.window]),
    ...(source.caution === null ? [] : [source.caution]),
  ].join(' · ');

function printMethod(page: Page, audit: AuditJson): void {
  page.gap();
  page.line(page.paint('strong', 'How the numbers were made'));
  for (const [label, text] of methodLines(audit)) page.labelled(label, text, 2, 12);
}

/** Everything that is needed to make the numbers again. */
export function methodLines({
  method,
  source,
  vault,
  pack,
  purpose,
  areas,
  asked,
  checkedAt,
}: AuditJson): Array<[string, string]> {
  return [
    [
      'source',
      [
        source.name,
        source.kind,
        ...(source.window === null ? [] : [source.window]),
        ...(source.caution === null ? [] : [source.caution]),
      ].join(', '),
    ],
    ...(source.dataHash === null ? [] : ([['data', source.dataHash]] as Array<[string, string]>)),
    ...(source.countsHash === null ? [] : ([['counts', source.countsHash]] as Array<[string, string]>)),
    ...(areas === null
      ? []
      : ([
          ['areas', `${areas.source}, of ${areas.date}; ${areas.file}, ${areas.hash}`],
          [
            'bounds',
            'Duncan–Davis in each area, added up; review: below the threshold in the allotment that favours the group most, its selected rounded up and its people down, and beyond chance there (Fisher exact, Benjamini–Hochberg over the groups)',
          ],
        ] as Array<[string, string]>)),
    ...(purpose === null ? [] : ([['purpose', purpose]] as Array<[string, string]>)),
    ...(vault === null
      ? []
      : vault.attributes.map((one): [string, string] => [
          'vault',
          `${one.attribute}: ${one.source}; ${one.ground}; since ${one.collectedOn}, kept for ${one.retention}; cells under ${vault.minimumCell} people are not shown`,
        ])),
    ...(method === null
      ? []
      : ([
          ...(asked.groups.length === 0
            ? []
            : [
                ['verdict', method.verdict],
                [
                  'reference',
                  `${method.reference}; at least ${count(Math.ceil(method.minimumGroup))} people`,
                ],
                ['tests', `${method.test}; ${method.adjustment} over ${method.family}`],
                ['intervals', method.intervals],
              ]),
          ...method.formulas.map(({ of, says }): [string, string] => [of, says]),
          [
            'threshold',
            `${method.threshold}${pack === null ? ', ours' : `, ${pack.title}: ${pack.threshold.is}${pack.verified ? `, its text read on ${pack.date}` : ', its text not verified by us on any date'}`}`,
          ],
          ['weights', method.weights],
          ['versions', `scruple ${method.version}, ${method.engine}, seed ${method.seed}`],
        ] as Array<[string, string]>)),
    ['at', checkedAt],
    ['numbers', 'every count behind a rate, and every digit, comes with --format json'],
  ];
}
