/**
 * What the monitors promise and how soon they see a harm, beside a naive z-test, a fixed threshold, the asymptotic
 * confidence sequence and the test that knows the truth; and how fast many streams are judged again.
 * Run: node bench/outcomes/monitors.ts [--runs 1000]. Writes results/monitors.json.
 */
import { writeFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { betaDraw, binomialDraw, type Random, seededRandom } from '../../src/kernel/statistics/random.ts';
import {
  type Batch,
  batchBetting,
  bet,
  newCapital,
  ofCapital,
} from '../../src/playbook/7-outcomes/monitors/batch-betting.ts';
import { eBenjaminiHochberg } from '../../src/playbook/7-outcomes/monitors/e-benjamini-hochberg.ts';
import {
  likelihoodRatios,
  truncatedBetaMixture,
} from '../../src/playbook/7-outcomes/monitors/exact-mixtures.ts';
import { asymptotic, fixedThreshold, naiveZ, oracle, type Peer } from './peers.ts';

const { values } = parseArgs({ options: { runs: { type: 'string', default: '1000' } } });
const RUNS = Number(values.runs);
const [SIZE, LOOKS] = [1000, 1000];
const round = (value: number, digits = 4): number => Number(value.toFixed(digits));

/** Events of one batch, the `look`-th. */
type World = (random: Random, rate: number, look: number) => number;
const WORLDS: Readonly<Record<string, World>> = {
  independent: (random, rate) => binomialDraw(random, SIZE, rate),
  // Correlation of 0.002 within a batch: a mean-preserving beta for its rate.
  clustered: (random, rate) => binomialDraw(random, SIZE, betaDraw(random, rate * 499, (1 - rate) * 499)),
  // Seven looks are a week; at the weekend people complain more, and the mean of the week is the rate.
  weekly: (random, rate, look) => binomialDraw(random, SIZE, rate * (look % 7 < 5 ? 0.9 : 1.25)),
};

/** For every method the look at which each run alarmed; `null` where it never did. */
function alarms(
  world: World,
  rate: number,
  methods: Readonly<Record<string, Peer>>,
  stakes: { readonly bound: number; readonly threshold: number },
) {
  const random = seededRandom(2026);
  const names = [...Object.keys(methods), 'batch betting'];
  const seen: Record<string, Array<number | null>> = Object.fromEntries(names.map((name) => [name, []]));
  for (let run = 0; run < RUNS; run += 1) {
    const first: Record<string, number> = {};
    const capital = newCapital();
    let events = 0;
    for (let look = 1; look <= LOOKS && Object.keys(first).length < names.length; look += 1) {
      const more = world(random, rate, look);
      events += more;
      bet(capital, { sends: SIZE, events: more }, stakes.bound);
      for (const [name, alarmed] of Object.entries(methods))
        if (first[name] === undefined && alarmed(events, look * SIZE, look)) first[name] = look;
      if (first['batch betting'] === undefined && ofCapital(capital) >= stakes.threshold)
        first['batch betting'] = look;
    }
    for (const name of names) seen[name]!.push(first[name] ?? null);
  }
  return seen;
}

const share = (looks: readonly (number | null)[]): number =>
  looks.filter((one) => one !== null).length / looks.length;
const median = (looks: readonly (number | null)[]): number | null => {
  const sorted = looks.map((one) => one ?? Number.POSITIVE_INFINITY).sort((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)]!;
  return Number.isFinite(middle) ? middle * SIZE : null;
};

const falseAlarms: Record<string, unknown> = {};
const sendsToAlarm: Record<string, unknown> = {};
for (const bound of [0.001, 0.003])
  for (const alpha of [0.05, 0.001]) {
    const threshold = Math.log(1 / alpha);
    const methods: Record<string, Peer> = {
      'truncated beta': (events, sends) => truncatedBetaMixture(events, sends, bound) >= threshold,
      'likelihood ratios': (events, sends) => likelihoodRatios(events, sends, bound) >= threshold,
      'naive z': naiveZ(bound, alpha),
      'fixed threshold': fixedThreshold(bound),
      asymptotic: asymptotic(bound, alpha),
    };
    for (const [name, world] of Object.entries(WORLDS)) {
      const seen = alarms(world, bound, methods, { bound, threshold });
      const shares = Object.fromEntries(
        Object.entries(seen).map(([method, looks]) => [method, round(share(looks))]),
      );
      falseAlarms[`bound ${bound}, alpha ${alpha}, ${name}`] = shares;
      console.warn('false alarms', bound, alpha, name, JSON.stringify(shares));
    }
    if (bound !== 0.001) continue;
    for (const ratio of [2, 3, 5]) {
      const seen = alarms(
        WORLDS.independent!,
        bound * ratio,
        { ...methods, oracle: oracle(bound, alpha, ratio) },
        { bound, threshold },
      );
      const sends = Object.fromEntries(
        Object.entries(seen).map(([method, looks]) => [method, median(looks)]),
      );
      sendsToAlarm[`bound ${bound}, alpha ${alpha}, ${ratio} times`] = sends;
      console.warn('median sends to alarm', alpha, ratio, JSON.stringify(sends));
    }
  }

/** 1,000 campaigns of 60 groups, one group in a hundred harmed tenfold; looked at after every 500 sends of a group. */
function portfolio() {
  const random = seededRandom(60);
  const [streams, step, looks] = [60_000, 500, 8];
  const isHarmed = Array.from({ length: streams }, (_, index) => index % 100 === 0);
  const capital = Array.from({ length: streams }, () => newCapital());
  const foundAfter: number[] = [];
  let worstShare = 0;
  const found = new Set<number>();
  for (let look = 1; look <= looks; look += 1) {
    capital.forEach((one, index) => {
      bet(one, { sends: step, events: binomialDraw(random, step, isHarmed[index] ? 0.01 : 0.001) }, 0.001);
    });
    const fallen = eBenjaminiHochberg(capital.map(ofCapital));
    const all = fallen.filter(Boolean).length;
    const wrong = fallen.filter((one, index) => one && !isHarmed[index]).length;
    worstShare = Math.max(worstShare, all === 0 ? 0 : wrong / all);
    fallen.forEach((one, index) => {
      if (one && isHarmed[index] && !found.has(index)) {
        found.add(index);
        foundAfter.push(look * step);
      }
    });
  }
  foundAfter.sort((a, b) => a - b);
  return {
    streams,
    harmed: 600,
    found: found.size,
    medianSends: foundAfter[Math.floor(foundAfter.length / 2)] ?? null,
    worstShareOfFalse: round(worstShare),
  };
}

function speed() {
  const random = seededRandom(1);
  const streams = Array.from({ length: 60_000 }, (): Batch[] =>
    Array.from({ length: 30 }, () => ({ sends: 1000, events: binomialDraw(random, 1000, 0.001) })),
  );
  const times = Array.from({ length: 7 }, () => {
    const before = performance.now();
    eBenjaminiHochberg(streams.map((batches) => batchBetting(batches, 0.001)));
    return performance.now() - before;
  }).sort((a, b) => a - b);
  const capitals = streams.map((batches) => {
    const capital = newCapital();
    for (const batch of batches) bet(capital, batch, 0.001);
    return capital;
  });
  const kept = Array.from({ length: 7 }, () => {
    const before = performance.now();
    for (const capital of capitals) bet(capital, { sends: 1000, events: 1 }, 0.001);
    eBenjaminiHochberg(capitals.map(ofCapital));
    return performance.now() - before;
  }).sort((a, b) => a - b);
  return {
    streams: 60_000,
    batchesEach: 30,
    millisecondsAnew: round(times[3]!, 1),
    millisecondsOneBatchMore: round(kept[3]!, 1),
    goalMilliseconds: 100,
  };
}

const results = {
  machine: `${cpus()[0]?.model ?? 'unknown'}, ${cpus().length} cores`,
  node: process.version,
  loadBefore: round(loadavg()[0]!, 2),
  runs: RUNS,
  sends: SIZE * LOOKS,
  falseAlarms,
  sendsToAlarm,
  portfolio: portfolio(),
  speed: speed(),
};
console.warn(JSON.stringify(results.portfolio), JSON.stringify(results.speed));
await writeFile(new URL('results/monitors.json', import.meta.url), `${JSON.stringify(results, null, 2)}\n`);
