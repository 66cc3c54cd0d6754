import type { Customer } from './people.ts';
import type { World } from './simulate.ts';

/** What a use did, or what it did to some of the people. */
export interface Counts {
  readonly sends: number;
  readonly complaints: number;
  readonly optOuts: number;
  readonly orders: number;
  readonly returned: number;
}

type Counted = { -readonly [name in keyof Counts]: number };

/** Counts of one year, by use and by whom it reached. */
export function countsByUse(
  { events, orders }: World,
  people: readonly Customer[],
): (use: string, isIn: (customer: Customer) => boolean) => Counts {
  const byUse = new Map<string, readonly Counted[]>();
  const of = (use: string, number: number): Counted => {
    let counts = byUse.get(use);
    if (counts === undefined) {
      counts = people.map(none);
      byUse.set(use, counts);
    }
    return counts[number]!;
  };
  for (const { use, type, subject } of events) {
    const counts = of(use, Number(subject.slice(subject.lastIndexOf('-') + 1)));
    if (type === 'send') counts.sends += 1;
    else if (type === 'complaint') counts.complaints += 1;
    else if (type === 'opt-out') counts.optOuts += 1;
  }
  for (const { use, customer, isKept } of orders) {
    const counts = of(use, customer.number);
    counts.orders += 1;
    if (!isKept) counts.returned += 1;
  }
  return (use, isIn) => {
    const sum = none();
    for (const [number, counts] of (byUse.get(use) ?? []).entries())
      if (isIn(people[number]!))
        for (const name of Object.keys(sum) as (keyof Counts)[]) sum[name] += counts[name];
    return sum;
  };
}

const none = (): Counted => ({ sends: 0, complaints: 0, optOuts: 0, orders: 0, returned: 0 });
