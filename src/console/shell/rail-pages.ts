import type { ConsolePage } from '../pages/console-page.ts';
import { PAGES } from '../pages/index.ts';
import { useMay, useMe } from './session.tsx';

/** The pages that the rail shows to who is signed in, on this server. */
export function useRailPages(): readonly ConsolePage[] {
  const { hasStory } = useMe();
  const may = useMay();
  return PAGES.filter(
    ({ icon, right, onlyWithStory }) =>
      icon !== null && may(right) && (onlyWithStory === undefined || hasStory),
  );
}
