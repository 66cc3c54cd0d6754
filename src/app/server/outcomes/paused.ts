import type { Page, PageRequest } from '../../../stores/sql/repositories/page.ts';
import {
  listPausedUses,
  type PausedSort,
  pausingAlarms,
} from '../../../stores/sql/repositories/paused-uses.ts';
import type { View } from '../change.ts';
import { usesToSee } from '../gate/uses-to-see.ts';
import { seenUse } from '../uses/standing.ts';
import { BLIND } from './hold-blind.ts';
import { type ShownAlarm, shownAlarm } from './shown-alarm.ts';

/** A use that is paused, with every alarm that asked for it. */
export interface ShownPause {
  readonly use: string;
  readonly pausedBy: string;
  readonly since: string;
  /** Everybody together before groups; nothing where it was no monitor that paused it. */
  readonly alarms: readonly ShownAlarm[];
}

/** What is paused and why, latest first. Refusals: `store.not-found`, `store.invalid-cursor`. */
export async function showPaused(
  view: View,
  { use }: { readonly use?: string | undefined },
  request: PageRequest<PausedSort>,
): Promise<Page<ShownPause>> {
  if (use !== undefined) await seenUse(view, use);
  const { useIds } = use === undefined ? await usesToSee(view) : {};
  const { items, next } = await listPausedUses(view.db, { useId: use, useIds }, request);
  const rows = await pausingAlarms(
    view.db,
    items.map(({ useId }) => useId),
  );
  return {
    next,
    items: items.map(({ useId, pausedBy, changedAt }) => {
      const own = rows.filter(
        // A hold that ended by itself says nothing of a later one.
        (row) => row.useId === useId && (row.monitor === BLIND) === (pausedBy === `monitor ${BLIND}`),
      );
      return {
        use: useId,
        pausedBy,
        // The stage of a paused use may change after it was paused.
        since: (own[0]?.recordedAt ?? changedAt).toISOString(),
        alarms: own.map(shownAlarm).sort((a, b) => Number(a.group !== null) - Number(b.group !== null)),
      };
    }),
  };
}
