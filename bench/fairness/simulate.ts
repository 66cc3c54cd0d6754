/**
 * False alarms, power and coverage by seeded simulation. node bench/fairness/simulate.ts [audits]
 * Null audits: 60 groups of unequal size, 5,000 to 1,000,000 rows, one rate for all.
 */
import { stratifiedOdds } from '../../src/kernel/statistics/mantel-haenszel.ts';
import {
  katzRatio,
  newcombeDifference,
  wilsonInterval,
} from '../../src/kernel/statistics/proportion-interval.ts';
import { binomialDraw, type Random, seededRandom } from '../../src/kernel/statistics/random.ts';
import { audit } from '../../src/playbook/4-harm/fairness/audit.ts';
import type { DecisionCell } from '../../src/playbook/4-harm/fairness/cells.ts';
import type { AuditReport } from '../../src/playbook/4-harm/fairness/report.ts';

const SEED = 20261124;
const AUDITS = Number(process.argv[2] ?? 1000);
const GROUPS = 60;

function cellsOf(sizes: readonly number[], selected: readonly number[]): DecisionCell[] {
  const cell = (group: number, decision: string, rows: number): DecisionCell => ({
    by: [`g${String(group).padStart(2, '0')}`],
    decision,
    label: null,
    stratum: [],
    rules: [],
    rows,
    weight: null,
    score: null,
    outcomes: [],
  });
  return sizes
    .flatMap((size, group) => [cell(group, '1', selected[group]!), cell(group, '0', size - selected[group]!)])
    .filter(({ rows }) => rows > 0);
}

function judge(cells: readonly DecisionCell[]): AuditReport {
  const result = audit(
    { decisions: cells },
    { source: { kind: 'table', name: ['simulated'] }, groups: ['group'], decision: 'decision' },
  );
  if (!result.ok) throw new Error(result.problem.message);
  return result.value;
}

/** Shares that differ by a factor of about ten. */
function unequalSizes(random: Random, rows: number): number[] {
  const shares = Array.from({ length: GROUPS }, () => 10 ** random.next());
  const all = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => Math.max(1, Math.round((rows * share) / all)));
}

const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(2)} %`;

function nullAudits(): void {
  for (const shape of ['unequal', 'equal'] as const) {
    const random = seededRandom(SEED);
    const verdicts = { pass: 0, review: 0, insufficient: 0 };
    let fourFifthsAlone = 0;
    let anyUnadjusted = 0;
    for (let run = 0; run < AUDITS; run += 1) {
      const rows = Math.round(5000 * 200 ** random.next());
      const sizes =
        shape === 'equal'
          ? new Array<number>(GROUPS).fill(Math.round(rows / GROUPS))
          : unequalSizes(random, rows);
      const rate = 0.05 + 0.45 * random.next();
      const report = judge(
        cellsOf(
          sizes,
          sizes.map((size) => binomialDraw(random, size, rate)),
        ),
      );
      verdicts[report.verdict] += 1;
      if (report.comparisons.some(({ broken }) => broken)) fourFifthsAlone += 1;
      if (report.comparisons.some(({ pValue }) => pValue! < 0.05)) anyUnadjusted += 1;
    }
    console.log(
      `${AUDITS} audits without disparity, ${GROUPS} groups of ${shape} size, 5,000 to 1,000,000 rows`,
    );
    console.log(
      `  review ${percent(verdicts.review, AUDITS)} (goal at most 5 %), not enough data ${percent(verdicts.insufficient, AUDITS)}, pass ${percent(verdicts.pass, AUDITS)}`,
    );
    console.log(
      `  for comparison: four-fifths alone ${percent(fourFifthsAlone, AUDITS)}, Fisher without adjustment ${percent(anyUnadjusted, AUDITS)}`,
    );
  }
}

function plantedRatio(): void {
  const random = seededRandom(SEED + 1);
  const rows = 100_000;
  const small = Math.round(0.013 * rows);
  const others = Math.round((rows - small) / (GROUPS - 1));
  const sizes = [small, ...new Array<number>(GROUPS - 1).fill(others)];
  let [found, elsewhere] = [0, 0];
  for (let run = 0; run < AUDITS; run += 1) {
    const report = judge(
      cellsOf(
        sizes,
        sizes.map((size, group) => binomialDraw(random, size, group === 0 ? 0.24 : 0.3)),
      ),
    );
    if (report.comparisons.some(({ by, review }) => review && by.group === 'g00')) found += 1;
    if (report.comparisons.some(({ by, review }) => review && by.group !== 'g00')) elsewhere += 1;
  }
  console.log(
    `a ratio of 0.8 in a cell of 1.3 % at ${rows.toLocaleString('en')} rows, ${GROUPS} groups, base rate 30 %`,
  );
  console.log(
    `  found ${percent(found, AUDITS)} (goal at least 88 %), another group flagged ${percent(elsewhere, AUDITS)}`,
  );
}

function coverage(): void {
  const random = seededRandom(SEED + 2);
  const covered = { wilson: 0, newcombe: 0, katz: 0, odds: 0 };
  const tried = { wilson: 0, newcombe: 0, katz: 0, odds: 0 };
  const count = (
    name: keyof typeof covered,
    interval: readonly [number, number] | null,
    truth: number,
  ): void => {
    if (interval === null) return;
    tried[name] += 1;
    if (interval[0] <= truth && truth <= interval[1]) covered[name] += 1;
  };
  for (let run = 0; run < 20 * AUDITS; run += 1) {
    const [n, m] = [100 + Math.floor(2000 * random.next()), 100 + Math.floor(2000 * random.next())];
    const [p, q] = [0.05 + 0.6 * random.next(), 0.05 + 0.6 * random.next()];
    const [a, b] = [binomialDraw(random, n, p), binomialDraw(random, m, q)];
    count('wilson', wilsonInterval(a, n), p);
    count('newcombe', newcombeDifference(a, n, b, m), p - q);
    count('katz', katzRatio(a, n, b, m), p / q);
    if (run % 10 > 0) continue;
    const odds = 0.5 + random.next();
    const tables = Array.from({ length: 6 }, () => {
      const base = 0.1 + 0.6 * random.next();
      const own = (odds * base) / (1 - base + odds * base);
      const [size, rest] = [50 + Math.floor(300 * random.next()), 50 + Math.floor(300 * random.next())];
      const [hits, others] = [binomialDraw(random, size, own), binomialDraw(random, rest, base)];
      return { hits, size, allHits: hits + others, all: size + rest };
    });
    count('odds', stratifiedOdds(tables).interval, odds);
  }
  console.log('95 % intervals that hold the truth (goal 93.5 to 96.5 %)');
  for (const name of ['wilson', 'newcombe', 'katz', 'odds'] as const)
    console.log(`  ${name.padEnd(9)} ${percent(covered[name], tried[name])} of ${tried[name]}`);
}

nullAudits();
plantedRatio();
coverage();
