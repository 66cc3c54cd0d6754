import type { Share, Story, StoryPeriod } from '../../src/report/story/schema.ts';

const numbers = new Intl.NumberFormat('en');
const figures = new Intl.NumberFormat('en', { maximumSignificantDigits: 2 });

const percent = (rate: number): string => `${figures.format(100 * rate)} %`;
const signed = (difference: number): string =>
  `${difference > 0 ? '+' : difference < 0 ? '−' : ''}${numbers.format(Math.abs(difference))}`;
const shareInWords = ({ count, of, interval }: Share): string =>
  of === 0 || interval === null
    ? 'none'
    : `${percent(count / of)} (${interval.map(percent).join(' to ')}; ${numbers.format(count)} of ${numbers.format(of)})`;
const who = (group: Readonly<Record<string, string>> | null): string =>
  group === null ? 'everybody' : Object.values(group).join(', ');
const moment = (at: string): string => at.slice(0, 16).replace('T', ' ');
const difference = ({ watched, unwatched }: StoryPeriod['kept']): number => watched - unwatched;

const table = (head: readonly string[], rows: ReadonlyArray<readonly (string | number)[]>): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

/** The year as a page of the documents: nothing in it that is not in the file, but for the words between. */
export function storyPage(story: Story): string {
  const { unwatched, watched } = story;
  const harmful = story.campaigns.find(({ plants }) => plants !== null)!.use;
  const of = (world: Story['watched'], use: string) => world.uses.find((one) => one.use === use)!;
  const period = (name: StoryPeriod['period']) => story.compared.find((one) => one.period === name)!;
  const countdown = of(unwatched, harmful);
  const sale = of(unwatched, 'spring-sale');
  const seen = of(watched, harmful);
  const wrong = story.alarms.filter(({ use }) =>
    story.campaigns.some((one) => one.use === use && one.plants === null),
  );
  const reachable = (world: Story['watched']): number => world.months.at(-1)!.reachable;
  const higher = (what: (year: Story['otherSeeds'][number]) => StoryPeriod['kept']): number =>
    story.otherSeeds.filter((year) => difference(what(year)) > 0).length;
  return `<!-- made by: node scripts/make-story.ts -->
# What it looks like over a year

A year of a fictional outfitter, simulated from a seed and read by the monitors of this product.
\`npm start\` shows it as a tour in the console; this page says the same, from the same file (\`examples/story/year.json\`).
It is told twice, with the same ${numbers.format(story.people)} people and the same luck: with nobody watching, and with the monitors, whose first pause stops the use at [the gate](gate.md).

${table(
  ['campaign', 'what it is', 'planted harm'],
  story.campaigns.map(({ use, says, plants }) => [`\`${use}\``, says, plants ?? 'none']),
)}

## The pressure sells

From February to May there are ${numbers.format(period('pressure').orders.unwatched)} orders where nobody watches and ${numbers.format(period('pressure').orders.watched)} where the monitors do: gross, the pressure wins.
The honest sale sells about as well for each message, and is the control.

${table(
  ['campaign', 'messages', 'orders for one message'],
  [seen, of(watched, 'spring-sale'), of(watched, 'season-letter')].map(({ use, sends, ordered }) => [
    `\`${use}\``,
    numbers.format(sends),
    shareInWords(ordered),
  ]),
)}

Of the countdown, until it is paused; it is believed less each time.

## What it does to whom

Where nobody watches, beside the honest sale. Each share with its 95 % interval, which holds at all looks at once, and n.

${table(
  [
    'group',
    'complaints, countdown',
    'complaints, sale',
    'opt-outs, countdown',
    'opt-outs, sale',
    'given back, countdown',
    'given back, sale',
  ],
  countdown.groups.map((one, index) => {
    const beside = sale.groups[index]!;
    return [
      who(one.group),
      ...(['complaints', 'optOuts', 'returned'] as const).flatMap((harm) => [
        shareInWords(one[harm]),
        shareInWords(beside[harm]),
      ]),
    ];
  }),
)}

## The monitors see it

\`${harmful}\` is paused on ${moment(story.pausedAt)}, after ${numbers.format(seen.sends)} messages.
Every alarm of the year; what each promises stands in [outcomes.md](outcomes.md#what-an-alarm-promises). Times are world time.

${table(
  ['when', 'what it did', 'campaign', 'who', 'monitor', 'n', 'rate', 'e-value', 'alpha'],
  story.alarms.map(({ at, action, use, group, monitor, afterSends, rate, interval, eValue, alpha }) => [
    moment(at),
    action,
    `\`${use}\``,
    who(group),
    `\`${monitor}\``,
    numbers.format(afterSends),
    rate === null || interval === null ? '' : `${percent(rate)} (${interval.map(percent).join(' to ')})`,
    eValue === null ? '' : numbers.format(Math.round(eValue)),
    alpha ?? '',
  ]),
)}

## The review, and the repaired message

The example workspace holds the same pattern as uses that can be reviewed: [winback-spring](../examples/harbor/uses/winback-spring/use.yaml) and [winback-spring-repaired](../examples/harbor/uses/winback-spring-repaired/use.yaml).
In the year, \`winback-repaired\` goes out from June on: complaints ${shareInWords(of(watched, 'winback-repaired').complaints)}, opt-outs ${shareInWords(of(watched, 'winback-repaired').optOuts)}, orders ${shareInWords(of(watched, 'winback-repaired').ordered)}.

## Afterwards

${table(
  [
    'month',
    'kept orders, nobody watches',
    'kept orders, watched',
    'reachable, nobody watches',
    'reachable, watched',
  ],
  unwatched.months.map(({ month, kept, reachable: left }, index) => {
    const beside = watched.months[index]!;
    return [month, kept, beside.kept, numbers.format(left), numbers.format(beside.reachable)];
  }),
)}

## What it cost, and what did not work

${table(
  ['months', 'gross orders', 'kept orders', 'complaints', 'opt-outs'],
  story.compared.map(({ from, until, orders, kept, complaints, optOuts }) => [
    `${from} to ${until}`,
    ...[orders, kept, complaints, optOuts].map(
      (both) =>
        `${numbers.format(both.watched)} against ${numbers.format(both.unwatched)} (${signed(difference(both))})`,
    ),
  ]),
)}

Watched against nobody watches.

- From February to May the watched world keeps ${signed(difference(period('pressure').kept))} orders, from June to October ${signed(difference(period('after').kept))}, in the whole year ${signed(difference(period('year').kept))}; gross, the year is ${signed(difference(period('year').orders))}.
  What differs for certain is who is still there: ${numbers.format(reachable(watched))} people against ${numbers.format(reachable(unwatched))}.
- The pause came after harm: ${seen.complaints.count} complaints, ${seen.optOuts.count} opt-outs and ${seen.returned.count} orders given back.
${wrong
  .map(
    ({ action, use, group, monitor, at, afterSends }) =>
      `- A false ${action === 'warn' ? 'warning' : action}: \`${use}\`, ${who(group)}, \`${monitor}\`, on ${moment(at)} after ${numbers.format(afterSends)} messages. The simulator put no such difference into it.\n`,
  )
  .join('')}- One honest control stayed untouched. That is no proof that no honest campaign is ever paused.

The same year with other people and other luck; differences are watched less unwatched:

${table(
  ['seed', 'paused', 'kept, February to May', 'kept, June to October', 'kept, year', 'reachable in October'],
  story.otherSeeds.map(({ seed, pausedAt, keptDuring, keptAfter, keptYear, reachable: left }) => [
    seed,
    pausedAt === null ? 'not in four weeks' : moment(pausedAt),
    ...[keptDuring, keptAfter, keptYear, left].map((both) => signed(difference(both))),
  ]),
)}

Of ${story.otherSeeds.length} seeds, kept orders from June to October are higher where it is watched in ${higher(({ keptAfter }) => keptAfter)}, kept orders of the year in ${higher(({ keptYear }) => keptYear)}, reachable people in ${higher(({ reachable: left }) => left)}.

## What is simulated, and what is not

The people and what they do are simulated (seed ${story.seed}). The monitors, their alarms, intervals and e-values are those of the product, and know nothing of what was planted.

${story.assumptions.map((one) => `- ${one}`).join('\n')}

That harm of this size in a group is found within days is a property of the monitors; that pressure costs people is an assumption of the simulator.
`;
}
