import type { Alarm } from '../../src/playbook/7-outcomes/judge/alarm.ts';
import { anytimeInterval } from '../../src/playbook/7-outcomes/monitors/interval.ts';
import { watch } from '../../src/playbook/7-outcomes/watch.ts';
import type { Share, Story, StoryMonth, StoryPeriod, StoryWorld } from '../../src/report/story/schema.ts';
import { assumptionsOf } from './assumptions.ts';
import { ALWAYS, FEBRUARY, pressure, repaired } from './campaigns.ts';
import { comparedMonths } from './compared-months.ts';
import { type Counts, countsByUse } from './counts.ts';
import { AGE_BANDS, type Customer, customers, TENURES } from './people.ts';
import { BEGIN, type Order, simulate, type World, YEAR_DAYS } from './simulate.ts';

const DAY_MS = 86_400_000;
const CAMPAIGNS = [...ALWAYS, pressure, repaired];
const GROUPS = [
  ...AGE_BANDS.map((band) => ({ group: { age_band: band }, isIn: (one: Customer) => one.ageBand === band })),
  ...TENURES.map((tenure) => ({ group: { tenure }, isIn: (one: Customer) => one.tenure === tenure })),
] as const;

/** Other years with other people and other luck: whether the story hangs on its seed. */
const OTHER_SEEDS = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

/**
 * The year, twice: as it would have gone with nobody watching, and as it went with the monitors of the product, whose
 * first pause stops the use at the gate. People, luck and campaigns are the same in both.
 */
export function tellStory(seed: number, count: number): Story {
  const people = customers(seed, count);
  const { unwatched, watched, pausedAt } = bothWorlds(seed, people);
  if (pausedAt === null) throw new Error('the planted harm was not found: the story has no turn');
  const worlds = { unwatched: worldOf(unwatched, people), watched: worldOf(watched, people) };
  return {
    schema: 'scruple.story/1',
    seed,
    people: count,
    begins: new Date(BEGIN).toISOString(),
    campaigns: CAMPAIGNS.map(({ use, says, plants }) => ({ use, says, plants })),
    assumptions: [...assumptionsOf(count)],
    pausedAt: pausedAt.toISOString(),
    alarms: alarmsOf(watch(watched.events).alarms),
    ...worlds,
    compared: [...comparedMonths(worlds)],
    otherSeeds: OTHER_SEEDS.map((other) => anotherYear(other, count)),
  };
}

interface BothWorlds {
  readonly unwatched: World;
  readonly watched: World;
  /** `null` where the monitors did not pause it. */
  readonly pausedAt: Date | null;
}

function bothWorlds(seed: number, people: readonly Customer[]): BothWorlds {
  const unwatched = simulate({ seed, customers: people, campaigns: [...ALWAYS, pressure] });
  const pausedAt =
    watch(firstWeeks(unwatched)).alarms.find(({ use, action }) => use === pressure.use && action === 'pause')
      ?.at ?? null;
  const held = new Map(pausedAt === null ? [] : [[pressure.use, pausedAt.getTime()]]);
  const watched = simulate({ seed, customers: people, campaigns: CAMPAIGNS, pausedAt: held });
  return { unwatched, watched, pausedAt };
}

/** Pressure that is not paused within four weeks is not paused in time, and the story has no turn. */
function firstWeeks({ events }: World) {
  const end = BEGIN + (FEBRUARY + 28) * DAY_MS;
  return events.filter(({ at }) => at < end);
}

function anotherYear(seed: number, count: number): Story['otherSeeds'][number] {
  const { unwatched, watched, pausedAt } = bothWorlds(seed, customers(seed, count));
  const compared = comparedMonths({
    unwatched: { months: monthsOf(unwatched) },
    watched: { months: monthsOf(watched) },
  });
  const kept = (period: StoryPeriod['period']) => compared.find((one) => one.period === period)!.kept;
  return {
    seed,
    pausedAt: pausedAt?.toISOString() ?? null,
    keptDuring: kept('pressure'),
    keptAfter: kept('after'),
    keptYear: kept('year'),
    reachable: { unwatched: unwatched.reachable.at(-1)!, watched: watched.reachable.at(-1)! },
  };
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

function worldOf(world: World, people: readonly Customer[]): StoryWorld {
  const counts = countsByUse(world, people);
  return {
    months: monthsOf(world),
    uses: CAMPAIGNS.map(({ use }) => {
      const all = counts(use, () => true);
      return {
        use,
        sends: all.sends,
        orders: all.orders,
        kept: all.orders - all.returned,
        ordered: share(all.orders, all.sends),
        ...harmOf(all),
        groups: GROUPS.map(({ group, isIn }) => ({ group, ...harmOf(counts(use, isIn)) })),
      };
    }),
    groups: GROUPS.map(({ group, isIn }) => groupOf(world, people, group, isIn)),
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

const share = (count: number, of: number): Share => ({
  count,
  of,
  interval: of === 0 ? null : [...anytimeInterval(count, of)],
});

const harmOf = ({ sends, complaints, optOuts, orders, returned }: Counts) => ({
  complaints: share(complaints, sends),
  optOuts: share(optOuts, sends),
  returned: share(returned, orders),
});
