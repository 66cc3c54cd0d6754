import type { Story } from '../../../api/client.ts';
import { groupInWords, monitorInWords } from '../../../parts/outcome-words.ts';
import { Section } from '../../../parts/page.tsx';
import { PlainTable } from '../../../parts/plain-table.tsx';
import { Figures, Terms } from '../parts.tsx';
import {
  falseAlarms,
  harmfulOf,
  inWorld,
  momentInWords,
  monthInWords,
  periodOf,
  SALE,
  signed,
} from '../story-words.ts';
import styles from '../tour.module.css';

type Both = Story['compared'][number]['kept'];
const difference = ({ watched, unwatched }: Both): number => watched - unwatched;

/** What the pause cost, what the monitors got wrong, and what they could not prevent. */
export function Cost({ story }: { readonly story: Story }) {
  const during = periodOf(story, 'pressure');
  const year = periodOf(story, 'year');
  const harmful = inWorld(story.watched, harmfulOf(story));
  const wrong = falseAlarms(story);
  const aboutSale = story.alarms.filter(({ use }) => use === SALE).length;
  return (
    <>
      <p className={styles.lead}>
        Watching is not free. From February to May the watched world makes {-difference(during.orders)} orders
        fewer, {-difference(during.kept)} of which would have been kept.
      </p>
      <Figures
        of={[
          [signed(difference(during.kept)), 'kept orders, February to May'],
          [signed(difference(periodOf(story, 'after').kept)), 'kept orders, June to October'],
          [signed(difference(year.kept)), 'kept orders, the whole year'],
          [signed(difference(year.orders)), 'gross orders, the whole year'],
        ]}
      />
      <PlainTable
        label="Both worlds, by period"
        rows={story.compared}
        rowKey={({ period }) => period}
        columns={[
          { header: 'From', cell: ({ from }) => monthInWords(from) },
          { header: 'To', cell: ({ until }) => monthInWords(until) },
          { header: 'Gross orders, nobody watches', isNumber: true, cell: ({ orders }) => orders.unwatched },
          { header: 'watched', isNumber: true, cell: ({ orders }) => orders.watched },
          { header: 'Kept orders, nobody watches', isNumber: true, cell: ({ kept }) => kept.unwatched },
          { header: 'kept, watched', isNumber: true, cell: ({ kept }) => kept.watched },
        ]}
      />
      <Section title="What did not work">
        <ul>
          <li>
            The pause came after the harm: {harmful.sends.toLocaleString('en')} messages,{' '}
            {harmful.complaints.count} complaints, {harmful.optOuts.count} people who left and{' '}
            {harmful.returned.count} orders given back before it held.
          </li>
          <li>
            In kept orders the year is{' '}
            {Math.abs(difference(year.kept)) < 50
              ? 'about even'
              : difference(year.kept) > 0
                ? 'better'
                : 'worse'}{' '}
            ({signed(difference(year.kept))}). Whoever looks at one year of orders alone has no reason to
            pause; what differs is who is still there.
          </li>
          {wrong.map(({ use, group, monitor, action, at, afterSends, eValue }) => (
            <li key={`${use} ${monitor} ${at}`}>
              A false {action === 'warn' ? 'warning' : action}: {use}, {groupInWords(group)},{' '}
              {monitorInWords(monitor).toLowerCase()}, on {momentInWords(at)} after{' '}
              {afterSends.toLocaleString('en')} messages (e-value{' '}
              {eValue === null ? 'none' : Math.round(eValue)}). The simulator put no such difference into it.
              It held nothing up; somebody had to look.
            </li>
          ))}
          {story.alarms.some(
            ({ use, monitor }) => use === harmful.use && monitor.startsWith('regret'),
          ) ? null : (
            <li>
              Nothing alarmed about returns, the harm that money feels most: they come weeks after an order,
              and by then it was paused. On returns alone it would have run longer.
            </li>
          )}
          <li>
            The honest sale ({inWorld(story.watched, SALE).sends.toLocaleString('en')} messages) met{' '}
            {aboutSale === 0 ? 'no alarm' : `${aboutSale} alarms`}. That is one control, and not a proof that
            no honest campaign is ever paused.
          </li>
        </ul>
      </Section>
      <Section title="The same year with other people and other luck">
        <PlainTable
          label="Differences between the worlds, watched less unwatched, by seed"
          rows={story.otherSeeds}
          rowKey={({ seed }) => String(seed)}
          columns={[
            { header: 'Seed', isNumber: true, cell: ({ seed }) => seed },
            {
              header: 'Paused',
              cell: ({ pausedAt }) => (pausedAt === null ? 'not in four weeks' : momentInWords(pausedAt)),
            },
            {
              header: 'Kept, February to May',
              isNumber: true,
              cell: ({ keptDuring }) => signed(difference(keptDuring)),
            },
            {
              header: 'Kept, June to October',
              isNumber: true,
              cell: ({ keptAfter }) => signed(difference(keptAfter)),
            },
            { header: 'Kept, year', isNumber: true, cell: ({ keptYear }) => signed(difference(keptYear)) },
            {
              header: 'Reachable in October',
              isNumber: true,
              cell: ({ reachable }) => signed(difference(reachable)),
            },
          ]}
        />
      </Section>
      <Terms
        lead="You give up orders in the months of pressure and get people who still read you. Whether that trade pays within a year is open; these ten years do not settle it."
        officer="Harm that nobody looks for is not absent: it shows up only where somebody is asked to count it, group by group."
        statistician={`Of ${story.otherSeeds.length} other seeds, kept orders from June to October are higher where it is watched in ${story.otherSeeds.filter(({ keptAfter }) => difference(keptAfter) > 0).length}, kept orders of the year in ${story.otherSeeds.filter(({ keptYear }) => difference(keptYear) > 0).length}, reachable people in ${story.otherSeeds.filter(({ reachable }) => difference(reachable) > 0).length}. All of it is conditional on the assumptions of step 7.`}
      />
    </>
  );
}
