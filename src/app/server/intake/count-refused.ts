import { countDelivery } from '../../../stores/sql/repositories/intake-counts.ts';
import type { ServerContext } from '../context.ts';
import { isSystemName } from './systems.ts';

type Needed = Pick<ServerContext, 'store' | 'clock'>;

/** Whoever sends nonsense makes us write so often at most. */
const BETWEEN_MS = 10_000;

const waiting = new WeakMap<Needed, Map<string, { count: number; writtenAt: number }>>();

/** Counts a delivery whose signature did not fit, of a system that we know. What a server that ends has not written yet is lost. */
export function countRefused(context: Needed, system: string): void {
  if (!isSystemName(system)) return;
  const systems = waiting.get(context) ?? new Map<string, { count: number; writtenAt: number }>();
  waiting.set(context, systems);
  const one = systems.get(system) ?? { count: 0, writtenAt: 0 };
  systems.set(system, one);
  one.count += 1;
  const now = context.clock.now();
  if (Math.abs(now.getTime() - one.writtenAt) < BETWEEN_MS) return;
  const refused = one.count;
  [one.count, one.writtenAt] = [0, now.getTime()];
  void context.store
    .write(({ db, at }) => countDelivery(db, system, { deliveries: refused, refused }, at))
    .catch(() => {
      one.count += refused;
    });
}

/** Refused deliveries of a system that are counted and not written yet. */
export const refusedSoFar = (context: Needed, system: string): number =>
  waiting.get(context)?.get(system)?.count ?? 0;
