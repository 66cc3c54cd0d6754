import { ActionIcon, Burger, Drawer, Menu } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { Outlet, useLocation } from 'react-router';
import { signOut } from '../api/client.ts';
import styles from './frame.module.css';
import { LazyPalette } from './lazy-palette.tsx';
import { Rail } from './rail.tsx';
import { useMe } from './session.tsx';
import { ThemeSwitch } from './theme-switch.tsx';

/** What stands around every page: the rail, the search, and who is signed in. */
export function Frame() {
  const [isOpen, rail] = useDisclosure(false);
  const { pathname } = useLocation();
  const main = useRef<HTMLElement>(null);
  const came = useRef(pathname);
  useEffect(() => {
    if (came.current === pathname) return;
    came.current = pathname;
    rail.close();
    // A new page is read from its top, by eye and by screen reader.
    main.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [pathname, rail.close]);
  return (
    <div className={styles.frame}>
      <a href="#main" className={styles.skip}>
        Skip to the page
      </a>
      <header className={styles.header}>
        <Burger
          opened={isOpen}
          onClick={rail.open}
          aria-label="Open the navigation"
          size="sm"
          className={styles.burger}
        />
        <span className={styles.name}>Scruple</span>
        <LazyPalette />
        <Account />
      </header>
      <nav className={styles.rail} aria-label="Pages">
        <Rail />
      </nav>
      <Drawer
        opened={isOpen}
        onClose={rail.close}
        title="Scruple"
        size={272}
        closeButtonProps={{ 'aria-label': 'Close the navigation' }}
      >
        <nav aria-label="Pages">
          <Rail />
        </nav>
      </Drawer>
      <main id="main" ref={main} tabIndex={-1} className={styles.main}>
        <div className={styles.width}>
          <Outlet />
        </div>
      </main>
    </div>
  );
}

function Account() {
  const me = useMe();
  const queries = useQueryClient();
  const leave = useMutation({ mutationFn: () => signOut(), onSuccess: () => queries.resetQueries() });
  const name = me.name ?? 'You';
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <ActionIcon variant="default" radius="xl" size={40} aria-label={`${name}: account and appearance`}>
          {initials(name)}
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={styles.who}>
          <strong>{name}</strong>
          <span className="small quiet">{me.roles.map((role) => role.replaceAll('-', ' ')).join(', ')}</span>
        </div>
        <Menu.Divider />
        <ThemeSwitch />
        <Menu.Divider />
        <Menu.Item onClick={() => leave.mutate()}>Sign out</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

const initials = (name: string): string =>
  name
    .split(/\s+/)
    .map((word) => word.charAt(0).toUpperCase())
    .slice(0, 2)
    .join('');
