import { Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type ReadCustomerPages200, readCustomerPages, setCustomerPages } from '../../api/client.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { Form } from '../../parts/form.tsx';
import { Loading } from '../../parts/loading.tsx';
import { Card, Page } from '../../parts/page.tsx';
import { useMay } from '../../shell/session.tsx';
import { Colours } from './colours.tsx';
import { Offered } from './offered.tsx';
import styles from './page-preview.module.css';
import { Preview } from './preview.tsx';
import { Sender } from './sender.tsx';
import { Topics } from './topics.tsx';

const KEY = ['settings', 'customer-pages'];

/** The pages of the customers, tried before anything is kept: whoever may not change them looks at what holds. */
export default function PagePreview() {
  const pages = useQuery({ queryKey: KEY, queryFn: ({ signal }) => readCustomerPages({ signal }) });
  const may = useMay();
  const [isKept, setKept] = useState(false);
  return (
    <Page
      title="What customers see"
      says={
        may('settings.write')
          ? 'Their pages, written by what writes the real ones. Try words and colours here; customers see them once they are kept.'
          : 'Their pages, written by what writes the real ones. An administrator changes what is set here.'
      }
    >
      {pages.isError ? (
        <ErrorState error={pages.error} retry={() => void pages.refetch()} />
      ) : pages.data === undefined ? (
        <Loading what="the pages" />
      ) : (
        <>
          <Tried key={pages.data.version} kept={pages.data} done={() => setKept(true)} />
          <p role="status" className="small quiet">
            {isKept ? 'Kept. Customers see it from now on.' : ''}
          </p>
        </>
      )}
    </Page>
  );
}

function Tried({
  kept: { version, ...held },
  done,
}: {
  readonly kept: ReadCustomerPages200;
  readonly done: () => void;
}) {
  const mayWrite = useMay()('settings.write');
  const queries = useQueryClient();
  const [settings, setSettings] = useState(held);
  const [shown] = useDebouncedValue(settings, 250);
  const keep = useMutation({
    mutationFn: () => setCustomerPages(settings, { version }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: KEY });
      done();
    },
  });
  return (
    <div className={styles.two}>
      <Card>
        <Form submit={() => keep.mutate()} error={keep.error}>
          <fieldset className={styles.fields} disabled={!mayWrite}>
            <Sender settings={settings} set={setSettings} />
            <Topics settings={settings} set={setSettings} />
            <Offered settings={settings} set={setSettings} />
            <Colours settings={settings} set={setSettings} />
          </fieldset>
          {mayWrite ? (
            <Button type="submit" loading={keep.isPending}>
              Show it to customers
            </Button>
          ) : null}
        </Form>
      </Card>
      <Preview settings={shown} />
    </div>
  );
}
