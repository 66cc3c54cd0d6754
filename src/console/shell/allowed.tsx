import { type ReactNode, useEffect } from 'react';
import type { ConsolePage } from '../pages/console-page.ts';
import { Empty } from '../parts/empty.tsx';
import { useMay } from './session.tsx';

/** A page for who may see it, with its name in the tab; anyone else reads why there is nothing. */
export function Allowed({ page, children }: { readonly page: ConsolePage; readonly children: ReactNode }) {
  const may = useMay();
  useEffect(() => {
    document.title = `${page.label} · Scruple`;
  }, [page.label]);
  return may(page.right) ? (
    children
  ) : (
    <Empty title="This page is not for your roles">
      Nothing is wrong with the address. Ask an administrator which role sees it.
    </Empty>
  );
}
