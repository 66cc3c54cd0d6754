import type { Story } from '../../../api/client.ts';
import { MonthsChart } from '../months-chart.tsx';
import { Figures, Terms } from '../parts.tsx';
import { periodOf, signed } from '../story-words.ts';
import styles from '../tour.module.css';

/** What is left of the year in both worlds: orders that are kept, and people who can still be written to. */
export function Afterwards({ story }: { readonly story: Story }) {
  const { kept, complaints } = periodOf(story, 'after');
  const year = periodOf(story, 'year');
  const [without, watched] = [story.unwatched, story.watched].map(
    ({ months }) => months.at(-1)!.reachable,
  ) as [number, number];
  return (
    <>
      <p className={styles.lead}>
        From June on the watched world keeps more orders each month, from more people, with fewer messages of
        the kind they complain of.
      </p>
      <Figures
        of={[
          [
            signed(kept.watched - kept.unwatched),
            `kept orders from June to October: ${kept.watched} against ${kept.unwatched}`,
          ],
          [
            signed(watched - without),
            `people still reachable in October: ${watched.toLocaleString('en')} against ${without.toLocaleString('en')}`,
          ],
          [
            signed(complaints.watched - complaints.unwatched),
            `complaints from June to October: ${complaints.watched} against ${complaints.unwatched}`,
          ],
        ]}
      />
      <MonthsChart
        story={story}
        of="kept"
        title="Kept orders by month"
        says={`Orders less those that were given back. From February to May the unwatched world keeps more; from June to October the watched one does, ${kept.watched} against ${kept.unwatched}. Over the whole year the two are ${year.kept.unwatched.toLocaleString('en')} (nobody watches) and ${year.kept.watched.toLocaleString('en')} (watched).`}
      />
      <MonthsChart
        story={story}
        of="reachable"
        title="People who can still be written to, at the end of each month"
        says={`Of ${story.people.toLocaleString('en')} people, ${without.toLocaleString('en')} are left in October where nobody watches and ${watched.toLocaleString('en')} where the monitors do. Who left is lost to the honest letter, too.`}
      />
      <Terms
        lead="Whoever left does not come back by a better subject line. The list is what next year is made of."
        officer={`${year.optOuts.unwatched.toLocaleString('en')} opt-outs in the year against ${year.optOuts.watched.toLocaleString('en')}, and ${year.complaints.unwatched} complaints against ${year.complaints.watched}.`}
        statistician="This is one realisation of the simulation. The next step gives nine more, so that you see which differences stay and which do not."
      />
    </>
  );
}
