import { purposeInWords } from '../../parts/in-words.ts';
import { MarkedFile } from './marked-file.tsx';
import styles from './review.module.css';
import { useOpenReview } from './use-review.ts';

export interface Claim {
  readonly says: string;
  readonly fact?: string;
  readonly expect?: Readonly<Record<string, unknown>>;
}

/** What this page reads of a card; all else stands in the card as written. */
export interface Card {
  readonly kind?: string;
  readonly owner?: string;
  readonly purpose?: string;
  readonly basis?: string;
  readonly intent?: string;
  readonly goal?: string;
  readonly benefit?: string;
  readonly without_it?: string;
  readonly explanation?: string;
  readonly channels?: readonly string[];
  readonly jurisdictions?: readonly string[];
  readonly expires?: string;
  readonly audience?: object;
  readonly messages?: ReadonlyArray<string | { readonly file: string }>;
  readonly claims?: readonly Claim[];
  readonly terms?: Readonly<Record<string, unknown>>;
  readonly caps?: { readonly per_person?: { readonly count: number; readonly days: number } };
  readonly automation?: Readonly<Record<string, unknown>>;
  readonly rules?: readonly unknown[];
}

/** What the customer will see and what it is for, in words, and the card as written. */
export function CustomerSees({ card }: { readonly card: Card }) {
  const { version } = useOpenReview();
  const cap = card.caps?.per_person;
  const written = version.files.find(({ path }) => path.endsWith('/use.yaml'))?.path;
  return (
    <>
      <section className={styles.surface}>
        <h2>What the customer will see</h2>
        <Rows
          rows={[
            ['Why they got it', card.explanation],
            ['What they gain', card.benefit],
            ['Without it', card.without_it],
            ['Price and way out', card.terms === undefined ? undefined : valuesOf(card.terms)],
            ['How often at most', cap === undefined ? undefined : `${cap.count} times in ${cap.days} days`],
          ]}
        />
      </section>
      <section className={styles.surface}>
        <h2>What it is for</h2>
        <Rows
          rows={[
            ['Purpose', card.purpose === undefined ? undefined : purposeInWords(card.purpose)],
            ['Legal basis', card.basis?.replaceAll('-', ' ')],
            ['Aim', card.intent],
            ['Rewarded for', card.goal],
            ['Channels', card.channels?.join(', ')],
            ['Where', card.jurisdictions?.join(', ')],
            ['Decides by machine', card.automation === undefined ? undefined : valuesOf(card.automation)],
            ['Ends', card.expires],
            ['Owner', card.owner],
          ]}
        />
      </section>
      {written === undefined ? null : <MarkedFile path={written} />}
    </>
  );
}

/** What the card does not say is said to be missing: silence would look like an answer. */
const Rows = ({ rows }: { readonly rows: ReadonlyArray<readonly [string, string | undefined]> }) => (
  <dl className={styles.rows}>
    {rows.map(([name, value]) => (
      <div key={name}>
        <dt>{name}</dt>
        <dd>{value ?? <span className="quiet">the card does not say</span>}</dd>
      </div>
    ))}
  </dl>
);

const valuesOf = (values: Readonly<Record<string, unknown>>): string =>
  Object.entries(values)
    .map(([name, value]) => `${name.replaceAll('_', ' ')}: ${String(value)}`)
    .join('; ');
