import { useHotkeys } from '@mantine/hooks';
import { lazy, Suspense, useState } from 'react';
import styles from './palette.module.css';

const Palette = lazy(() => import('./palette.tsx'));

/** The button and the keys of the search; what searches is loaded when somebody first wants it. */
export function LazyPalette() {
  const [isWanted, setWanted] = useState(0);
  const open = () => setWanted((times) => times + 1);
  useHotkeys([['mod+K', open]], []);
  return (
    <div className={styles.place}>
      <button type="button" className={styles.search} onClick={open} aria-keyshortcuts="Control+K">
        <svg width="18" height="18" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
          <path
            d="M11 4a7 7 0 1 0 0 14a7 7 0 0 0 0-14M16 16l5 5"
            fill="none"
            stroke="currentColor"
            strokeWidth="2"
          />
        </svg>
        <span className={styles.label}>Search</span>
        <span className={styles.keys} aria-hidden="true">
          Ctrl K
        </span>
      </button>
      {isWanted === 0 ? null : (
        <Suspense>
          <Palette asked={isWanted} />
        </Suspense>
      )}
    </div>
  );
}
