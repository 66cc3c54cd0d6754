import type { Story } from '../../../api/client.ts';
import { AlarmAction } from '../../../parts/alarm-action.tsx';
import { groupInWords, monitorInWords, promiseInWords, share } from '../../../parts/outcome-words.ts';
import { Section } from '../../../parts/page.tsx';
import { PlainTable } from '../../../parts/plain-table.tsx';
import { Chart, Figures, Terms } from '../parts.tsx';
import { AlarmsPlot } from '../plots/index.ts';
import { harmfulOf, inWorld, momentInWords, periodOf } from '../story-words.ts';
import styles from '../tour.module.css';

const numbers = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const DAY_MS = 86_400_000;

/** How the monitors came to pause it, and what each of their alarms promises. */
export function Alarms({ story }: { readonly story: Story }) {
  const { alarms, pausedAt } = story;
  const harmful = harmfulOf(story);
  const about = alarms.filter(({ use }) => use === harmful);
  const first = about[0]!;
  const pause = about.find(({ action }) => action === 'pause')!;
  const sent = inWorld(story.watched, harmful);
  const before = about.filter(({ at }) => Date.parse(at) < Date.parse(pausedAt) + 3 * DAY_MS);
  const began = Date.parse(`${periodOf(story, 'pressure').from}-01T00:00:00Z`);
  const days = Math.ceil((Date.parse(pausedAt) - began) / DAY_MS);
  return (
    <>
      <p className={styles.lead}>
        The monitors of the product read the year as it happened. They know nothing of what was planted. On{' '}
        {momentInWords(pausedAt)}, within {days} days, they pause the countdown: the gate refuses its next
        message.
      </p>
      <Figures
        of={[
          [
            momentInWords(first.at),
            `first warning: ${monitorInWords(first.monitor).toLowerCase()}, ${groupInWords(first.group)}`,
          ],
          [
            momentInWords(pausedAt),
            `paused: ${monitorInWords(pause.monitor).toLowerCase()}, ${groupInWords(pause.group)}`,
          ],
          [sent.sends.toLocaleString('en'), 'messages of it had gone out by then'],
          [
            String(alarms.filter(({ use, action }) => use !== harmful && action === 'pause').length),
            'pauses of the honest sale, of the letter and of the repaired message',
          ],
        ]}
      />
      <Chart
        title="Alarms about the countdown"
        says={`Each mark is an alarm; its height is the e-value, by how much a stake on “there is harm” had multiplied. From 20 on a monitor warns, from 1,000 on it pauses. ${before.filter(({ action }) => action === 'warn').length} warnings, ${before.filter(({ action }) => action === 'review').length} calls for a review and ${before.filter(({ action }) => action === 'pause').length} pauses came in these days; what happened before the pause is still counted after it.`}
        drawn={<AlarmsPlot alarms={before} pausedAt={pausedAt} />}
        table={<p className="small">Every alarm of the year stands below, with its numbers.</p>}
      />
      <Section title="Every alarm of the year">
        <PlainTable
          label="Every alarm of the year"
          rows={alarms}
          rowKey={({ use, group, monitor, action }) => `${use} ${groupInWords(group)} ${monitor} ${action}`}
          columns={[
            { header: 'When', cell: ({ at }) => momentInWords(at) },
            { header: 'What it did', cell: ({ action }) => <AlarmAction of={action} /> },
            { header: 'Campaign', cell: ({ use }) => use },
            { header: 'Who', cell: ({ group }) => groupInWords(group) },
            { header: 'What', cell: ({ monitor }) => monitorInWords(monitor) },
            { header: 'Messages (n)', isNumber: true, cell: ({ afterSends }) => numbers.format(afterSends) },
            {
              header: 'Rate',
              cell: ({ rate, interval }) =>
                rate === null || interval === null
                  ? null
                  : `${share(rate)} (${interval.map(share).join(' to ')})`,
            },
            {
              header: 'e-value',
              isNumber: true,
              cell: ({ eValue }) => (eValue === null ? null : numbers.format(eValue)),
            },
            { header: 'alpha', isNumber: true, cell: ({ alpha }) => (alpha === null ? null : alpha) },
          ]}
        />
      </Section>
      <Section title="What an alarm promises">
        <ul className={styles.findings}>
          {(['warn', 'review', 'pause'] as const).map((action) => {
            const one = alarms.find((alarm) => alarm.action === action);
            return one === undefined ? null : (
              <li key={action}>
                <AlarmAction of={action} />
                <p>{promiseInWords(one)}</p>
              </li>
            );
          })}
        </ul>
      </Section>
      <Terms
        lead="The pause came within days, on its own evidence, and it held the countdown alone: the sale went on."
        officer="What paused it can be read again: each alarm says which monitor, which group, after how many messages, and at which level of error."
        statistician="Alarms are e-processes: they may be looked at always, and Ville’s inequality bounds the chance that one ever crosses 1/alpha without harm. Reviews are e-BH over all streams at 5 %. A warning bounds each stream by itself, so over many streams some are false: step 6 names them."
      />
    </>
  );
}
