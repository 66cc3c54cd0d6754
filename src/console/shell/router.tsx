import { createBrowserRouter, type RouteObject, useRouteError } from 'react-router';
import type { ConsolePage } from '../pages/console-page.ts';
import { PAGES } from '../pages/index.ts';
import { ErrorState } from '../parts/error-state.tsx';
import { Loading } from '../parts/loading.tsx';
import { Page } from '../parts/page.tsx';
import { Allowed } from './allowed.tsx';
import { Frame } from './frame.tsx';
import { NotHere } from './not-here.tsx';
import { SessionProvider } from './session.tsx';

const routeOf = (page: ConsolePage): RouteObject => ({
  path: page.path,
  errorElement: <PageError />,
  lazy: async () => {
    const { default: Page } = await page.load();
    return {
      Component: () => (
        <Allowed page={page}>
          <Page />
        </Allowed>
      ),
    };
  },
});

const children: RouteObject[] = [
  { errorElement: <PageError />, children: [...PAGES.map(routeOf), { path: '*', Component: NotHere }] },
];

export const router = createBrowserRouter([
  {
    element: (
      <SessionProvider>
        <Frame />
      </SessionProvider>
    ),
    hydrateFallbackElement: <Loading what="the page" />,
    children,
  },
]);

function PageError() {
  return (
    <Page title="This page cannot be shown">
      <ErrorState error={useRouteError()} retry={() => location.reload()} />
    </Page>
  );
}
