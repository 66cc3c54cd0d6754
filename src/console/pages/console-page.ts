import type { ComponentType } from 'react';
import type { ReadMe200MayItem } from '../api/client.ts';

/** An action of docs/roles.md. */
export type Right = ReadMe200MayItem;

/** One view of the console with its address. This file and those that declare pages load nothing: the rail reads them all. */
export interface ConsolePage {
  /** Pattern of the address, as `/uses/:use`; the server answers it with the console too. */
  readonly path: string;
  /** What the rail and the tab of the browser say. */
  readonly label: string;
  /** Who does not hold it does not see the page; `null` where anyone signed in may. */
  readonly right: Right | null;
  /** Lines of a 24 × 24 drawing for the rail; `null` keeps the page out of the rail. */
  readonly icon: string | null;
  /** Kept out of the rail where the server has no story to tell. */
  readonly onlyWithStory?: true;
  readonly load: () => Promise<{ readonly default: ComponentType }>;
}
