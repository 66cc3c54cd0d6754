import type { Story } from '../../../api/client.ts';
import { Section } from '../../../parts/page.tsx';
import styles from '../tour.module.css';

/** Where the numbers come from, and what they can and cannot show. */
export function Simulated({ story }: { readonly story: Story }) {
  return (
    <>
      <p className={styles.lead}>
        The outfitter does not exist, and nobody in this story does. The people are simulated from a seed (
        {story.seed}); the monitors are those of the product.
      </p>
      <Section title="What is simulated">
        <ul>
          {story.assumptions.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      </Section>
      <Section title="What is not">
        <ul>
          <li>
            The monitors: the alarms come from the same code that watches real campaigns, which saw messages,
            complaints, opt-outs and returns, and nothing of what was planted.
          </li>
          <li>The intervals and e-values, which this code computed.</li>
          <li>The two uses of step 4 and what the checks find in them.</li>
        </ul>
      </Section>
      <Section title="What was planted">
        <ul>
          {story.campaigns.map(({ use, says, plants }) => (
            <li key={use}>
              <strong>{use}</strong>: {says}. Harm: {plants ?? 'none'}.
            </li>
          ))}
        </ul>
      </Section>
      <Section title="What it can show, and what it cannot">
        <p>
          That harm of this size in a group is found within days, while a campaign that sells as well and does
          none is left alone: that is a property of the monitors, and you can plant other harm and look. That
          pressure costs people is an assumption of the simulator, with the sizes above; measure yours.
        </p>
        <p>
          Made again by <code>node scripts/make-story.ts</code>; a test makes it anew and compares.
        </p>
      </Section>
    </>
  );
}
