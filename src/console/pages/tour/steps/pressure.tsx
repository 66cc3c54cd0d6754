import type { Story } from '../../../api/client.ts';
import { PlainTable } from '../../../parts/plain-table.tsx';
import { MonthsChart } from '../months-chart.tsx';
import { Figures, Terms } from '../parts.tsx';
import { harmfulOf, inWorld, periodOf, SALE, shareInWords, signed } from '../story-words.ts';
import styles from '../tour.module.css';

/** What pressure brings, before anybody asks what it costs. */
export function Pressure({ story }: { readonly story: Story }) {
  const harmful = harmfulOf(story);
  const { orders } = periodOf(story, 'pressure');
  const february = story.unwatched.months.find(({ month }) => month === periodOf(story, 'pressure').from)!;
  const calm = story.watched.months.find(({ month }) => month === february.month)!;
  const says = (use: string): string => story.campaigns.find((one) => one.use === use)!.says;
  // Before it is paused and believed less, it is what the team saw in its first days.
  const rows = [
    { use: harmful, of: inWorld(story.watched, harmful), when: 'in its days until the pause' },
    { use: SALE, of: inWorld(story.watched, SALE), when: 'in its eight weeks' },
    { use: 'season-letter', of: inWorld(story.watched, 'season-letter'), when: 'all year' },
  ];
  return (
    <>
      <p className={styles.lead}>
        From February on a revenue team sends {says(harmful)}. It says “only today”, and the day does not end.
        Orders go up. Nobody in this tour disputes that.
      </p>
      <Figures
        of={[
          [february.orders.toLocaleString('en'), 'orders in February with the countdown running'],
          [calm.orders.toLocaleString('en'), 'orders in February where the monitors pause it'],
          [signed(orders.unwatched - orders.watched), 'orders from February to May that the pressure brings'],
        ]}
      />
      <MonthsChart
        story={story}
        of="orders"
        title="Orders by month, before anything is given back"
        says={`With the countdown there are more orders in February, ${february.orders} against ${calm.orders}, and from February to May ${orders.unwatched.toLocaleString('en')} against ${orders.watched.toLocaleString('en')}. Both worlds have an honest sale in March and April, the high months. People and luck are the same in both.`}
      />
      <PlainTable
        label="Orders for one message, by campaign"
        rows={rows}
        rowKey={({ use }) => use}
        columns={[
          { header: 'Campaign', cell: ({ use }) => use },
          { header: 'What it is', cell: ({ use, when }) => `${says(use)}; ${when}` },
          { header: 'Messages', isNumber: true, cell: ({ of }) => of.sends.toLocaleString('en') },
          { header: 'Orders for one message', cell: ({ of }) => shareInWords(of.ordered) },
        ]}
      />
      <p>
        The sale is the control of this story: it sells about as well for each message, to the same people,
        with a real end. If the monitors only disliked what sells, they would stop it too.
      </p>
      <Terms
        lead="Gross orders are the figure most dashboards stop at. On it the countdown wins."
        officer="Everybody in it had said yes to mail. The consent was there; what was done with it is the question."
        statistician={`${story.people.toLocaleString('en')} simulated people, two worlds with common random numbers. Intervals hold at 95 % at all looks at once, so they are wider than those of one look.`}
      />
    </>
  );
}
