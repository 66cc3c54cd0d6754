import type { OutcomeEvent } from '../../src/playbook/7-outcomes/outcome-event.ts';
import type { Campaign } from './campaigns.ts';
import { drawAt } from './draw.ts';
import type { Customer } from './people.ts';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
/** Sends of a campaign go out one after another, from eight in the morning on. */
const SENDS_PER_SECOND = 5;
export const YEAR_DAYS = 365;
export const BEGIN = Date.parse('2025-11-01T00:00:00Z');

/** How much of what bothers people is still felt after ten days. */
export const HALF_LIFE_DAYS = 10;

/** Who gave something back buys this much as often from then on. */
export const AFTER_DISAPPOINTMENT = 0.5;

/** An order, which the monitors do not see: they see only what is given back. */
export interface Order {
  readonly customer: Customer;
  readonly use: string;
  readonly at: number;
  readonly isKept: boolean;
}

export interface World {
  readonly events: readonly OutcomeEvent[];
  readonly orders: readonly Order[];
  /** By day, how many people can still be written to. */
  readonly reachable: readonly number[];
  /** Who left, by number. */
  readonly left: ReadonlySet<number>;
}

export interface Plan {
  readonly seed: number;
  readonly customers: readonly Customer[];
  readonly campaigns: readonly Campaign[];
  /** From when on the gate refuses a use, in milliseconds since 1970. */
  readonly pausedAt?: ReadonlyMap<string, number>;
}

/**
 * One year of sends and of what people did. Each thing that may happen is drawn from the seed, the person, the campaign
 * and the day alone; what was done before changes how likely it is, by weariness, and whether somebody is still there.
 */
export function simulate({ seed, customers, campaigns, pausedAt = new Map() }: Plan): World {
  const events: OutcomeEvent[] = [];
  const orders: Order[] = [];
  const reachable: number[] = [];
  const left = new Set<number>();
  const leavesAt = new Map<number, number>();
  const disappointed = new Set<number>();
  const seen = new Map<string, number>();
  const weariness = new Float64Array(customers.length);
  const fading = 0.5 ** (1 / HALF_LIFE_DAYS);
  for (let day = 0; day < YEAR_DAYS; day += 1) {
    for (const campaign of campaigns) {
      if (!campaign.isDue(day)) continue;
      let sent = 0;
      for (const customer of customers) {
        const { number } = customer;
        if (!campaign.reaches(customer)) continue;
        const at = BEGIN + day * DAY_MS + 8 * HOUR_MS + Math.floor((sent * 1000) / SENDS_PER_SECOND);
        if ((leavesAt.get(number) ?? Number.POSITIVE_INFINITY) <= at) continue;
        if (at >= (pausedAt.get(campaign.use) ?? Number.POSITIVE_INFINITY)) continue;
        sent += 1;
        const draw = (what: number): number => drawAt(seed, number, campaign.number, day, what);
        const tired = 1 + weariness[number]! / 10;
        const key = `${campaign.number} ${number}`;
        const before = seen.get(key) ?? 0;
        seen.set(key, before + 1);
        const { lift, regret, complaint, leaving } = campaign.effectOn(customer, before);
        const tell = (type: OutcomeEvent['type'], when: number): void => {
          events.push(eventOf(type, campaign.use, customer, day, Math.floor(when)));
        };
        tell('send', at);
        if (draw(1) < complaint * tired) tell('complaint', at + later(draw(2), 6));
        if (draw(3) < leaving * tired) {
          const when = at + later(draw(4), 12);
          tell('opt-out', when);
          leavesAt.set(number, Math.min(when, leavesAt.get(number) ?? Number.POSITIVE_INFINITY));
          left.add(number);
        }
        const trust = disappointed.has(number) ? AFTER_DISAPPOINTMENT : 1;
        if (draw(5) < (customer.buying * lift * trust) / tired) {
          const isKept = draw(6) >= regret;
          orders.push({ customer, use: campaign.use, at, isKept });
          if (!isKept) disappointed.add(number);
          if (!isKept) tell('return', at + DAY_MS * (3 + 18 * draw(7)));
        }
        weariness[number] = weariness[number]! + 1;
      }
    }
    for (let number = 0; number < weariness.length; number += 1)
      weariness[number] = weariness[number]! * fading;
    const evening = BEGIN + (day + 1) * DAY_MS;
    reachable.push(customers.length - [...leavesAt.values()].filter((when) => when < evening).length);
  }
  return { events, orders, reachable, left };
}

/** Hours after which something follows, on average so many, in milliseconds. */
const later = (draw: number, hours: number): number => -Math.log(1 - draw) * hours * HOUR_MS;

const eventOf = (
  type: OutcomeEvent['type'],
  use: string,
  { number, ageBand, tenure }: Customer,
  day: number,
  at: number,
): OutcomeEvent => ({
  id: `${use}-${day}-${number}-${type}`,
  type,
  use,
  at,
  subject: `customer-${number}`,
  isEssential: false,
  groups: type === 'send' ? { age_band: ageBand, tenure } : {},
  provider: '',
});
