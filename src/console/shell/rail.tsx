import { NavLink } from 'react-router';
import styles from './rail.module.css';
import { useRailPages } from './rail-pages.ts';

/** The pages that exist and that who is signed in may see. */
export function Rail() {
  return (
    <ul className={styles.rail}>
      {useRailPages().map(({ path, label, icon }) => (
        <li key={path}>
          <NavLink to={path} end={path === '/'} className={styles.link}>
            <svg width="20" height="20" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
              <path
                d={icon!}
                fill="none"
                stroke="currentColor"
                strokeWidth="1.75"
                strokeLinecap="round"
                strokeLinejoin="round"
              />
            </svg>
            {label}
          </NavLink>
        </li>
      ))}
    </ul>
  );
}
