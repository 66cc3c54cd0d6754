import { countOpenIncidents } from '../../../stores/sql/repositories/incidents.ts';
import { isAllowed, type View } from '../change.ts';
import { usesToSee } from '../gate/uses-to-see.ts';
import { countPractices, type Practice } from './practices.ts';
import { type Live, type Paused, showLive, showPaused } from './standing-uses.ts';
import { showWaiting, type Waiting } from './waiting.ts';

/** What somebody sees first: what needs them, what is live, what is paused, and where the seven practices stand. */
export interface Overview {
  readonly waiting: Waiting;
  readonly live: Live;
  readonly paused: Paused;
  /** Incidents that are open, and of how many of them something is overdue. */
  readonly incidents: { readonly open: number; readonly late: number };
  readonly practices: readonly Practice[];
}

/** Over the uses that the caller may see. */
export async function showOverview(view: View): Promise<Overview> {
  const only = isAllowed(view, 'use.read') ? null : (view.caller.personId ?? 'nobody');
  return {
    waiting: await showWaiting(view),
    live: await showLive(view, only),
    paused: await showPaused(view, only),
    incidents: await countOpenIncidents(view.db, await usesToSee(view), view.at),
    practices: await countPractices(view),
  };
}
