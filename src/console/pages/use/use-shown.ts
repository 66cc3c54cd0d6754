import { createContext, use } from 'react';
import type { PausedUse, Use, Version } from '../../api/client.ts';
import type { Card } from './card.ts';

export interface Shown {
  readonly use: Use;
  /** The latest version. */
  readonly version: Version;
  readonly card: Card;
  /** Why a monitor paused it; `null` where none did. */
  readonly paused: PausedUse | null;
}

export const ShownUse = createContext<Shown | null>(null);

/** The use that the page shows. */
export function useShown(): Shown {
  const shown = use(ShownUse);
  if (shown === null) throw new Error('asked for the use outside of its page');
  return shown;
}
