import type { AutomationScoresItem } from '../../api/client.ts';
import { Facts } from '../../parts/facts.tsx';
import { Gravity } from '../../parts/gravity.tsx';
import { Card, Section } from '../../parts/page.tsx';
import styles from './automation.module.css';
import { Inputs } from './inputs.tsx';

/** A score: what it is for, what it must not do, what was found in its file, and whether it can be explained. */
export const Score = ({ score }: { readonly score: AutomationScoresItem }) => {
  const { name, objective, harmTerm, constraints, exclusions, threshold, model, inputs } = score;
  return (
    <Section title={`Score: ${name}`}>
      <div className={styles.stack}>
        <Card>
          <Facts
            of={[
              ['What it strives for', objective],
              ['Harm that counts against it', harmTerm],
              ['Must hold', listed(constraints)],
              ['Never used on', listed(exclusions)],
              ['Outcome changes at', threshold],
              ['Model', model === null ? null : <ModelFile key="model" model={model} />],
            ]}
          />
        </Card>
        {inputs.length > 0 ? (
          <Inputs label={`What ${name} looks at, as found in its file`} inputs={inputs} />
        ) : (
          <p className="quiet">
            No features were found in its file: what it looks at can be told only from what the card declares.
          </p>
        )}
      </div>
    </Section>
  );
};

const listed = (items: readonly string[]) =>
  items.length === 0 ? null : (
    <ul className={styles.plain}>
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );

/** A decision that nobody can explain is a finding by itself. */
const ModelFile = ({ model }: { readonly model: NonNullable<AutomationScoresItem['model']> }) => (
  <span className={styles.two}>
    <span>
      <code>{model.file}</code>
      {model.type === null ? null : <span className="quiet">, {model.type}</span>}
    </span>
    {model.unexplained === null ? (
      <span>single decisions can be explained exactly</span>
    ) : (
      <span className={styles.two}>
        <Gravity of="block">cannot be explained</Gravity>
        <span>{model.unexplained}</span>
      </span>
    )}
  </span>
);
