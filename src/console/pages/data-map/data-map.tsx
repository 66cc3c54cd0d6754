import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedValue, useMediaQuery } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import { readDataMap, type DataMap as Shown } from '../../api/client.ts';
import { Count } from '../../parts/count.tsx';
import { Empty } from '../../parts/empty.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { Loading } from '../../parts/loading.tsx';
import { Page, Section } from '../../parts/page.tsx';
import styles from './data-map.module.css';
import { FieldTable } from './field-table.tsx';
import { Graph, Legend } from './graph.tsx';
import { datasetOf, layOut, matching } from './layout.ts';

/** What is known of people, where it comes from, and which use touches it. */
export default function DataMap() {
  const [address, setAddress] = useSearchParams();
  const workspace = address.get('workspace') ?? undefined;
  const map = useQuery({
    queryKey: ['datamap', workspace],
    queryFn: ({ signal }) => readDataMap({ workspace }, { signal }),
    placeholderData: keepPreviousData,
  });
  const choose = (name: string): void => setAddress({ workspace: name });
  return (
    <Page
      title="Data map"
      says="Where each field comes from, which use touches it on which basis, and where that goes further than people expect."
    >
      {map.isError ? (
        <ErrorState error={map.error} retry={() => void map.refetch()} />
      ) : map.data === undefined ? (
        <Loading what="the data map" />
      ) : map.data.workspace === null || map.data.fields.length === 0 ? (
        <Empty title="No data map was pushed yet">
          Describe sources, fields, purposes and bases under <code>datamap/</code> (<code>scruple scan</code>{' '}
          drafts it from a file or a database) and <code>scruple push</code> brings it here, with the uses
          that touch it.
        </Empty>
      ) : (
        <>
          {map.data.workspaces.length > 1 ? (
            <NativeSelect
              className={styles.workspace}
              label="Workspace"
              value={map.data.workspace}
              onChange={(event) => choose(event.currentTarget.value)}
              data={[...map.data.workspaces]}
            />
          ) : null}
          <Drawn key={map.data.workspace} map={map.data} />
        </>
      )}
    </Page>
  );
}

/** Up to so many fields all datasets are open at first. */
const FEW = 40;

function Drawn({ map }: { readonly map: Shown }) {
  const [address, setAddress] = useSearchParams();
  const isWide = useMediaQuery('(min-width: 56em)', true, { getInitialValueInEffect: false });
  const focus = focusIn(address);
  const [typed, setTyped] = useState('');
  const [query] = useDebouncedValue(typed, 150);
  const [open, setOpen] = useState<ReadonlySet<string>>(
    () =>
      new Set(
        map.fields.filter(({ name }) => map.fields.length <= FEW || focus === `field ${name}`).map(datasetOf),
      ),
  );
  const layout = useMemo(() => layOut(map, open, query), [map, open, query]);
  const found = useMemo(() => matching(map, query), [map, query]);
  const setFocus = (id: string | null): void => {
    const next = new URLSearchParams(address);
    for (const type of TYPES) next.delete(type);
    if (id !== null) next.set(id.slice(0, id.indexOf(' ')), id.slice(id.indexOf(' ') + 1));
    setAddress(next, { replace: true });
  };
  const toggle = (dataset: string): void => {
    const next = new Set(open);
    if (!next.delete(dataset)) next.add(dataset);
    setOpen(next);
  };
  const further = map.edges.filter(({ overreach }) => overreach.length > 0);
  return (
    <>
      <search className={styles.tools}>
        <TextInput
          type="search"
          label="Field, kind of data or use"
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        {focus === null ? null : (
          <Button variant="default" onClick={() => setFocus(null)}>
            Show all again
          </Button>
        )}
      </search>
      <p className={styles.summary} role="status">
        <Count of={found.fields.length} one="field" />, <Count of={map.uses.length} one="use" />
        {map.isCut ? ' (the first 500)' : ''},{' '}
        <Count of={further.length} one="touch goes" many="touches go" /> further than people expect
        {focus === null ? '' : `. Shown: ${focus.slice(focus.indexOf(' ') + 1)}`}.
      </p>
      {map.problems.map(({ message, file }) => (
        <p key={message + file} className="quiet">
          Could not be read: {message} {file === null ? '' : `(${file})`}
        </p>
      ))}
      {isWide ? (
        <Section title="The graph" aside={<Legend layout={layout} />}>
          {layout.left.length === 0 ? (
            <p className="quiet">Nothing has that in its name.</p>
          ) : (
            <Graph layout={layout} focus={focus} setFocus={setFocus} toggle={toggle} />
          )}
        </Section>
      ) : (
        <p className="quiet">The graph needs a wider window; the table says the same.</p>
      )}
      <Section title="The same in rows">
        <FieldTable key={focus} fields={found.fields} edges={found.edges} focus={focus} />
      </Section>
    </>
  );
}

const TYPES = ['field', 'dataset', 'use'] as const;

/** What has the focus stands in the address, so that it can be sent to a colleague. */
function focusIn(address: URLSearchParams): string | null {
  const type = TYPES.find((one) => address.has(one));
  return type === undefined ? null : `${type} ${address.get(type)}`;
}
