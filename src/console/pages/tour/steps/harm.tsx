import type { Story, StoryShare } from '../../../api/client.ts';
import { groupInWords } from '../../../parts/outcome-words.ts';
import { PlainTable } from '../../../parts/plain-table.tsx';
import { Chart, Terms } from '../parts.tsx';
import { GroupsPlot } from '../plots/index.ts';
import { harmfulOf, inWorld, rateOf, SALE, shareInWords } from '../story-words.ts';
import styles from '../tour.module.css';

const HARMS = [
  { of: 'complaints', title: 'Complaints, of messages' },
  { of: 'optOuts', title: 'Opt-outs, of messages' },
  { of: 'returned', title: 'Given back, of orders' },
] as const;

/** The same countdown and the same sale, group by group. */
export function Harm({ story }: { readonly story: Story }) {
  const harmful = harmfulOf(story);
  const [countdown, sale] = [harmful, SALE].map((use) => inWorld(story.unwatched, use).groups) as [
    Groups,
    Groups,
  ];
  const old = inGroup(countdown, '65+');
  const others = inGroup(countdown, '35-64');
  const fresh = inGroup(countdown, 'new');
  const regular = inGroup(countdown, 'regular');
  return (
    <>
      <p className={styles.lead}>
        Had nobody watched, the countdown would have gone on for nine months. This is what it does then,
        beside the honest sale.
      </p>
      <ul>
        <li>
          Of people of 65 and more, {shareInWords(old.complaints)} of messages bring a complaint; of those of
          35 to 64, {shareInWords(others.complaints)}.
        </li>
        <li>
          People of 65 and more give {shareInWords(old.returned)} of what the countdown sold them back; those
          of 35 to 64, {shareInWords(others.returned)}.
        </li>
        <li>
          New customers leave after {shareInWords(fresh.optOuts)} of messages, regular ones after{' '}
          {shareInWords(regular.optOuts)}.
        </li>
      </ul>
      <ul className={styles.legend} aria-label="Marks of the charts">
        <li>
          <Mark of="harmful" /> the countdown ({harmful})
        </li>
        <li>
          <Mark of="honest" /> the honest sale ({SALE})
        </li>
      </ul>
      <div className={styles.multiples}>
        {HARMS.map(({ of, title }) => (
          <Chart
            key={of}
            title={title}
            says={widest(countdown, sale, of)}
            drawn={<GroupsPlot rows={[...rows(countdown, of, 'harmful'), ...rows(sale, of, 'honest')]} />}
            table={
              <PlainTable
                label={title}
                rows={countdown}
                rowKey={({ group }) => groupInWords(group)}
                columns={[
                  { header: 'Group', cell: ({ group }) => groupInWords(group) },
                  { header: 'The countdown', cell: (row) => shareInWords(row[of]) },
                  {
                    header: 'The sale',
                    cell: ({ group }) =>
                      shareInWords(sale.find((one) => groupInWords(one.group) === groupInWords(group))![of]),
                  },
                ]}
              />
            }
          />
        ))}
      </div>
      <Terms
        lead="Over everybody the countdown looks like a campaign with some complaints. The harm sits in two groups, and an average hides it."
        officer="Age band and tenure are used here to find harm, and for nothing else: no message is chosen by them. The groups are those whom the sender told the monitors of."
        statistician="Bands are anytime-valid at 95 %, each by itself and not for all of them at once; groups overlap (age and tenure), so the five lines are not independent."
      />
    </>
  );
}

type Groups = ReturnType<typeof inWorld>['groups'];
type Of = (typeof HARMS)[number]['of'];

const inGroup = (groups: Groups, value: string): Groups[number] =>
  groups.find(({ group }) => Object.values(group).includes(value))!;

const rows = (groups: Groups, of: Of, campaign: 'harmful' | 'honest') =>
  groups.map((one) => {
    const share: StoryShare = one[of];
    const [low, high] = share.interval ?? [0, 0];
    return { group: Object.values(one.group).join(', '), campaign, rate: rateOf(share), low, high };
  });

function widest(countdown: Groups, sale: Groups, of: Of): string {
  const worst = countdown.reduce((most, one) => (rateOf(one[of]) > rateOf(most[of]) ? one : most));
  const beside = sale.find(({ group }) => groupInWords(group) === groupInWords(worst.group))!;
  return `Most with the countdown: ${groupInWords(worst.group)}, ${shareInWords(worst[of])}. The same group after the sale: ${shareInWords(beside[of])}.`;
}

const Mark = ({ of }: { readonly of: 'harmful' | 'honest' }) => (
  <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
    {of === 'harmful' ? (
      <path d="M8 1l7 7-7 7-7-7z" fill="var(--block)" />
    ) : (
      <circle cx="8" cy="8" r="6" fill="var(--link)" />
    )}
  </svg>
);
