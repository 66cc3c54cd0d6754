import { NavLink } from 'react-router';
import type { Right } from '../pages/console-page.ts';
import { useMay } from '../shell/session.tsx';
import styles from './sub-pages.module.css';

/** The pages of one part of the console, of which the rail shows the first alone. */
export function SubPages({
  label,
  pages,
}: {
  readonly label: string;
  readonly pages: ReadonlyArray<{ readonly to: string; readonly label: string; readonly right: Right }>;
}) {
  const may = useMay();
  return (
    <nav className={styles.pages} aria-label={label}>
      {pages
        .filter(({ right }) => may(right))
        .map(({ to, label: name }) => (
          <NavLink key={to} to={to} end>
            {name}
          </NavLink>
        ))}
    </nav>
  );
}
