import { Modal } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { Spotlight, spotlight } from '@mantine/spotlight';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { matchPath, useNavigate } from 'react-router';
import { PAGES } from '../pages/index.ts';
import { useRailPages } from './rail-pages.ts';
import { type Found, SEARCHES } from './searches.ts';
import { useMay } from './session.tsx';

/** Finds pages at once, and uses, people and more on the server. Opens each time `asked` grows. */
export default function Palette({ asked }: { readonly asked: number }) {
  const may = useMay();
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const [query] = useDebouncedValue(typed.trim(), 150);
  const { data: groups = [], isFetching } = useQuery({
    queryKey: ['search', query],
    enabled: query !== '',
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      Promise.all(
        SEARCHES.filter(({ right }) => may(right)).map(async ({ group, find }) => ({
          group,
          found: (await find(query, signal)).filter(({ to }) => isThere(to)),
        })),
      ),
  });
  useEffect(() => {
    if (asked > 0) spotlight.open();
  }, [asked]);
  const pages = useRailPages()
    .filter(({ label }) => label.toLowerCase().includes(typed.trim().toLowerCase()))
    .map(({ path, label }) => ({ id: path, label, says: '', to: path }));
  const shown = [{ group: 'Pages', found: pages }, ...(query === '' ? [] : groups)].filter(
    ({ found }) => found.length > 0,
  );
  return (
    <Spotlight.Root query={typed} onQueryChange={setTyped} shortcut={null} scrollable maxHeight={480}>
      <Modal.Title className="unseen">Search everything</Modal.Title>
      <Spotlight.Search placeholder="Find a page, a use, a person" aria-label="Search everything" />
      <Spotlight.ActionsList>
        {shown.map(({ group, found }) => (
          <Spotlight.ActionsGroup key={group} label={group}>
            {found.map(({ id, label, says, to }: Found) => (
              <Spotlight.Action key={id} label={label} description={says} onClick={() => void navigate(to)} />
            ))}
          </Spotlight.ActionsGroup>
        ))}
        {shown.length === 0 ? (
          <Spotlight.Empty>{isFetching ? 'Looking …' : 'Nothing has that in its name.'}</Spotlight.Empty>
        ) : null}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}

/** Whether a page shows what was found: parts that are not built are not offered. */
const isThere = (to: string): boolean =>
  PAGES.some(({ path }) => matchPath(path, to.split('?', 1)[0]!) !== null);
