import { addAlarms } from '../../src/stores/sql/repositories/alarms.ts';
import { setGateUse } from '../../src/stores/sql/repositories/gate-uses.ts';
import { newId } from '../../src/stores/sql/repositories/new-id.ts';
import type { Work } from '../../src/stores/sql/store.ts';
import { asJson } from '../../src/stores/sql/tables/column-types.ts';

/** Several alarms and several paused uses, two of each at one moment. */
export async function fillOutcomes({ db, at }: Work, useId: string): Promise<void> {
  await addAlarms(
    db,
    [0, 1, 2, 3].map((number) => ({
      id: newId('alarm', at),
      useId,
      people: asJson(number % 2 === 0 ? null : { age_band: '65+' }),
      monitor: 'complaints',
      action: number % 2 === 0 ? 'warn' : 'pause',
      armedAt: at,
      raisedAt: at,
      recordedAt: new Date(at.getTime() + (number >> 1) * 86_400_000),
      afterSends: 1_000 * number,
      eValue: 20,
      alpha: 0.05,
      rate: 0.004,
      low: 0.002,
      high: 0.009,
    })),
  );
  const told = [1, 2, 3, 4].map((number) => ({
    source: number % 2 === 0 ? 'braze' : 'klaviyo',
    told: `Campaign ${number >> 1}`,
    events: number,
    firstAt: at,
    lastAt: new Date(at.getTime() + (number >> 1) * 86_400_000),
  }));
  await db.insertInto('outcomeQuarantine').values(told).execute();
  const uses = await db.selectFrom('uses').select('id').orderBy('id').limit(4).execute();
  for (const [number, { id }] of uses.entries())
    await setGateUse(
      db,
      {
        useId: id,
        pausedBy: 'monitor complaints',
        stageSize: null,
        changedAt: new Date(at.getTime() + (number >> 1) * 86_400_000),
      },
      null,
    );
}
