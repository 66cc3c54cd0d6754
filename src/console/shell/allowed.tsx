import type { ReactNode } from 'react';
import type { ConsolePage } from '../pages/console-page.ts';
import { Empty } from '../parts/empty.tsx';
import { Page } from '../parts/page.tsx';
import { useMay } from './session.tsx';

/** A page for who may see it; anyone else reads why there is nothing. */
export function Allowed({ page, children }: { readonly page: ConsolePage; readonly children: ReactNode }) {
  const may = useMay();
  if (may(page.right)) return children;
  return (
    <Page title={page.label}>
      <Empty title="This page is not for your roles">
        Nothing is wrong with the address. Ask an administrator which role sees it.
      </Empty>
    </Page>
  );
}
