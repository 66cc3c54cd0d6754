import styles from './data-map.module.css';

/** Bases in their order, each with a colour, a shape and a word. */
export const BASES: ReadonlyArray<{
  readonly basis: string | null;
  readonly name: string;
  readonly shape: string;
}> = [
  { basis: 'consent', name: 'consent', shape: 'M-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0' },
  { basis: 'contract', name: 'contract', shape: 'M-4.5-4.5h9v9h-9z' },
  { basis: 'legitimate-interest', name: 'legitimate interest', shape: 'M0-6L6 5H-6z' },
  { basis: 'legal-obligation', name: 'legal obligation', shape: 'M0-6L6 0L0 6L-6 0z' },
  { basis: 'vital-interest', name: 'vital interest', shape: 'M-2-6h4v4h4v4h-4v4h-4v-4h-4v-4h4z' },
  { basis: 'public-task', name: 'public task', shape: 'M-6-4h12L0 6z' },
  { basis: null, name: 'no basis stated', shape: 'M-5-5L5 5M5-5L-5 5' },
];

export const basisOf = (basis: string | null) => BASES.find((one) => one.basis === basis) ?? BASES.at(-1)!;

/** The class that gives a line of a basis its colour. */
export const colourOf = (basis: string | null): string => styles[basis ?? 'unstated'] ?? styles.unstated!;

/** Shape and word of a basis. */
export const Basis = ({ of }: { readonly of: string | null }) => {
  const { name, shape } = basisOf(of);
  return (
    <span className={styles.basis}>
      <svg width="14" height="14" viewBox="-7 -7 14 14" aria-hidden="true" focusable="false">
        <path d={shape} className={`${styles.shape} ${colourOf(of)}`} />
      </svg>
      {name}
    </span>
  );
};
