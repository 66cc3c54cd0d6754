import type { ConsolePage } from './console-page.ts';
import { overview } from './overview/page.ts';
import { uses } from './uses/page.ts';

/** Every page there is; those with an icon stand in the rail in this order. */
export const PAGES: readonly ConsolePage[] = [overview, uses];

/** The addresses that the server answers with the console. */
export const ADDRESSES: readonly string[] = PAGES.map(({ path }) => path);
