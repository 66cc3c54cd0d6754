import type { ReactNode } from 'react';
import styles from './gravity.module.css';

export type Mark = 'block' | 'review' | 'advise' | 'allow' | 'none';

const SHAPES: Record<Mark, ReactNode> = {
  block: <path fill="currentColor" d="M7 1h10l6 6v10l-6 6H7l-6-6V7z" />,
  review: <path fill="currentColor" d="M12 0l12 12-12 12L0 12z" />,
  advise: <circle fill="currentColor" cx="12" cy="12" r="10" />,
  allow: (
    <path
      fill="none"
      stroke="currentColor"
      strokeWidth="4"
      strokeLinecap="round"
      strokeLinejoin="round"
      d="M3 13l6 7L21 5"
    />
  ),
  none: <circle fill="none" stroke="currentColor" strokeWidth="3" cx="12" cy="12" r="9" />,
};

/** `allow` is read as "no finding", never as "approved". */
const WORDS: Record<Mark, string> = {
  block: 'block',
  review: 'review',
  advise: 'advise',
  allow: 'no finding',
  none: 'not assessed',
};

/** The shape alone, silent for screen readers: a word stands beside it. */
export const Shape = ({ of, size = 16 }: { readonly of: Mark; readonly size?: number }) => (
  <svg
    className={styles[of]}
    width={size}
    height={size}
    viewBox="0 0 24 24"
    aria-hidden="true"
    focusable="false"
  >
    {SHAPES[of]}
  </svg>
);

/** Shape and word without a ground, where many stand side by side. */
export const PlainGravity = ({ of }: { readonly of: Mark }) => (
  <span className={`${styles.plain} ${styles[of]}`}>
    <Shape of={of} />
    {WORDS[of]}
  </span>
);

/**
 * A gravity, or a verdict, as colour, shape and word. What the server holds back until one has judged is shown as
 * covered.
 */
export function Gravity({
  of,
  children,
}: {
  readonly of: string | null;
  /** Other words than the usual ones. */
  readonly children?: ReactNode;
}) {
  const mark: Mark = of !== null && of in WORDS ? (of as Mark) : 'none';
  return (
    <span className={`${styles.badge} ${styles[mark]} ${styles[`${mark}Soft`]}`}>
      <Shape of={mark} />
      {children ?? (of === null ? 'covered until you judge' : WORDS[mark])}
    </span>
  );
}
