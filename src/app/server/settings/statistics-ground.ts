import { findSetting } from '../../../stores/sql/repositories/settings.ts';
import { demand, type View } from '../change.ts';
import { AGREEMENT } from '../statistics/statistics.ts';

/** What statistics about reviewers rest on; both `null` before anything was recorded, and then there are none. */
export interface StatisticsGround {
  readonly reference: string | null;
  readonly recordedAt: string | null;
}

export async function showStatisticsGround(view: View): Promise<StatisticsGround> {
  demand(view, 'settings.read');
  const kept = (await findSetting(view.db, AGREEMENT))?.value as StatisticsGround | undefined;
  return { reference: kept?.reference ?? null, recordedAt: kept?.recordedAt ?? null };
}
