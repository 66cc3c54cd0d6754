import type { Alarm } from '../../src/playbook/7-outcomes/judge/alarm.ts';
import { anytimeInterval } from '../../src/playbook/7-outcomes/monitors/interval.ts';
import { watch } from '../../src/playbook/7-outcomes/watch.ts';
import type { Share, Story, StoryMonth, StoryWorld } from '../../src/report/story/schema.ts';
import { ALWAYS, type Campaign, pressure, repaired } from './campaigns.ts';
import { AGE_BANDS, type Customer, customers, TENURES } from './people.ts';
import { BEGIN, type Order, simulate, type World, YEAR_DAYS } from './simulate.ts';

const DAY_MS = 86_400_000;

/**
 * The year, twice: as it would have gone with nobody watching, and as it went with the monitors of the product, whose
 * first pause stops the use at the gate. People, luck and campaigns are the same in both.
 */
export function tellStory(seed: number, count: number): Story {
  const people = customers(seed, count);
  const unwatched = simulate({ seed, customers: people, campaigns: [...ALWAYS, pressure] });
  const seen = watch(untilPause(unwatched)).alarms.filter(({ use }) => use === pressure.use);
  const pause = seen.find(({ action }) => action === 'pause');
  if (pause === undefined) throw new Error('the planted harm was not found: the story has no turn');
  const pausedAt = new Map([[pressure.use, pause.at.getTime()]]);
  const campaigns = [...ALWAYS, pressure, repaired];
  const watched = simulate({ seed, customers: people, campaigns, pausedAt });
  return {
    schema: 'scruple.story/1',
    seed,
    people: count,
    begins: new Date(BEGIN).toISOString(),
    campaigns: campaigns.map(({ use, says }) => ({ use, says })),
    pausedAt: pause.at.toISOString(),
    alarms: alarmsOf(watch(watched.events).alarms),
    unwatched: worldOf(unwatched, people, campaigns),
    watched: worldOf(watched, people, campaigns),
  };
}

/** What happened up to half a year after the pressure began suffices to see whether it is paused. */
function untilPause({ events }: World) {
  const end = BEGIN + 270 * DAY_MS;
  return events.filter(({ at }) => at < end);
}

const alarmsOf = (alarms: readonly Alarm[]): Story['alarms'] =>
  alarms.map(({ use, group, monitor, action, at, afterSends, rate, interval, eValue, alpha }) => ({
    use,
    group,
    monitor,
    action,
    at: at.toISOString(),
    afterSends,
    rate,
    interval: interval === null ? null : [...interval],
    eValue,
    alpha,
  }));

function worldOf(world: World, people: readonly Customer[], campaigns: readonly Campaign[]): StoryWorld {
  return {
    months: monthsOf(world),
    uses: campaigns.map(({ use }) => {
      const sends = countOf(world, use, 'send');
      const orders = world.orders.filter((one) => one.use === use);
      return {
        use,
        sends,
        orders: orders.length,
        kept: orders.filter(({ isKept }) => isKept).length,
        complaints: share(countOf(world, use, 'complaint'), sends),
        optOuts: share(countOf(world, use, 'opt-out'), sends),
        returned: share(orders.filter(({ isKept }) => !isKept).length, orders.length),
      };
    }),
    groups: [
      ...AGE_BANDS.map((band) => groupOf(world, people, { age_band: band }, (one) => one.ageBand === band)),
      ...TENURES.map((tenure) => groupOf(world, people, { tenure }, (one) => one.tenure === tenure)),
    ],
  };
}

function monthsOf(world: World): StoryMonth[] {
  const months: StoryMonth[] = [];
  for (let day = 0; day < YEAR_DAYS; ) {
    const begin = new Date(BEGIN + day * DAY_MS);
    const end = Date.UTC(begin.getUTCFullYear(), begin.getUTCMonth() + 1, 1);
    const within = ({ at }: { readonly at: number }): boolean => at >= begin.getTime() && at < end;
    const orders = world.orders.filter(within);
    const events = world.events.filter(within);
    const next = Math.min(YEAR_DAYS, Math.round((end - BEGIN) / DAY_MS));
    months.push({
      month: begin.toISOString().slice(0, 7),
      sends: events.filter(({ type }) => type === 'send').length,
      orders: orders.length,
      kept: orders.filter(({ isKept }) => isKept).length,
      complaints: events.filter(({ type }) => type === 'complaint').length,
      optOuts: events.filter(({ type }) => type === 'opt-out').length,
      reachable: world.reachable[next - 1]!,
    });
    day = next;
  }
  return months;
}

function groupOf(
  { orders, left }: World,
  people: readonly Customer[],
  group: Readonly<Record<string, string>>,
  isIn: (customer: Customer) => boolean,
): StoryWorld['groups'][number] {
  const own: readonly Order[] = orders.filter(({ customer }) => isIn(customer));
  const members = people.filter(isIn);
  return {
    group,
    people: members.length,
    returned: share(own.filter(({ isKept }) => !isKept).length, own.length),
    left: share(members.filter(({ number }) => left.has(number)).length, members.length),
  };
}

const countOf = ({ events }: World, use: string, type: string): number =>
  events.filter((one) => one.use === use && one.type === type).length;

const share = (count: number, of: number): Share => ({
  count,
  of,
  interval: of === 0 ? null : [...anytimeInterval(count, of)],
});
