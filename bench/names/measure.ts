import { existsSync, readFileSync } from 'node:fs';
import { judgeName } from '../../src/playbook/3-segments/names/judge-name.ts';

const DATA = new URL('../../../shared/data/segments/', import.meta.url);
const OWN = new URL('lookalikes.txt', import.meta.url);
const OWN_NAMES = new URL('own-names.tsv', import.meta.url);

interface Labelled {
  readonly name: string;
  readonly level: 'none' | 'context' | 'sensitive';
  readonly categories: readonly string[];
}

/** Shares in [0, 1], with the count that each rests on. */
export interface NameFigures {
  readonly visible: {
    readonly sensitive: number;
    /** Sensitive names with at least one right category. */
    readonly rightCategory: number;
    /** Sensitive names that are called sensitive. */
    readonly calledSensitive: number;
    readonly context: number;
    readonly contextRightCategory: number;
    readonly none: number;
    readonly noneCalledSensitive: number;
    readonly noneCalledContext: number;
  };
  readonly removed: { readonly names: number; readonly flagged: number; readonly calledSensitive: number };
  readonly topics: {
    readonly names: number;
    readonly calledSensitive: number;
    readonly calledContext: number;
  };
  readonly iab: { readonly names: number; readonly calledSensitive: number; readonly calledContext: number };
}

export const sharedDataIsHere = (): boolean => existsSync(DATA);

const lines = (file: URL): string[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
const share = <T>(items: readonly T[], holds: (item: T) => boolean): number =>
  items.length === 0 ? 0 : items.filter(holds).length / items.length;
const levelOf = (name: string): string => judgeName(name).level;
const hasRight = ({ name, categories }: Labelled): boolean =>
  judgeName(name).categories.some(({ category }) => categories.includes(category));

/** Measures the judge of names on the inputs under `shared/data/segments`. */
export function measureNames(): NameFigures {
  const visible = lines(new URL('names.dev.jsonl', DATA)).map((line) => JSON.parse(line) as Labelled);
  const of = (level: Labelled['level']) => visible.filter((one) => one.level === level);
  const removed = lines(new URL('removed-interests.dev.txt', DATA));
  const topics = lines(new URL('topics_v2.md', DATA))
    .slice(2)
    .map((row) => row.split('|')[2]!.trim());
  const iab = lines(new URL('iab_audience_1.1.tsv', DATA))
    .slice(1)
    .map((row) =>
      row
        .split('\t')
        .slice(4, 10)
        .map((step) => step.trim())
        .filter((step) => step !== '')
        .join(' > '),
    )
    .filter((name) => name !== '');
  const called = (level: string) => (name: string) => levelOf(name) === level;
  const counts = (names: readonly string[]) => ({
    names: names.length,
    calledSensitive: share(names, called('sensitive')),
    calledContext: share(names, called('context')),
  });
  return {
    visible: {
      sensitive: of('sensitive').length,
      rightCategory: share(of('sensitive'), hasRight),
      calledSensitive: share(of('sensitive'), ({ name }) => levelOf(name) === 'sensitive'),
      context: of('context').length,
      contextRightCategory: share(of('context'), hasRight),
      none: of('none').length,
      noneCalledSensitive: share(of('none'), ({ name }) => levelOf(name) === 'sensitive'),
      noneCalledContext: share(of('none'), ({ name }) => levelOf(name) === 'context'),
    },
    removed: {
      names: removed.length,
      flagged: share(removed, (name) => ['sensitive', 'context'].includes(levelOf(name))),
      calledSensitive: share(removed, called('sensitive')),
    },
    topics: counts(topics),
    iab: counts(iab),
  };
}

/** Own sensitive names in four languages: how many there are, and the share with the right category. */
export function measureOwnNames(): { readonly names: number; readonly rightCategory: number } {
  const names = lines(OWN_NAMES).map((line) => {
    const [name, category] = line.split('\t');
    return { name: name!, level: 'sensitive' as const, categories: [category!] };
  });
  return { names: names.length, rightCategory: share(names, hasRight) };
}

export interface LookalikeFigures {
  readonly names: number;
  readonly fooled: number;
  readonly hinted: number;
}

/** Measures how many of our own look-alikes are called sensitive (`fooled`) or context (`hinted`). */
export function measureLookalikes(): LookalikeFigures {
  const names = lines(OWN);
  return {
    names: names.length,
    fooled: share(names, (name) => levelOf(name) === 'sensitive'),
    hinted: share(names, (name) => levelOf(name) === 'context'),
  };
}

/** Names a second, on one core, over the own look-alikes again and again for about half a second. */
export function measureSpeed(): number {
  const names = lines(OWN);
  for (const name of names) judgeName(name);
  const start = performance.now();
  let judged = 0;
  while (performance.now() - start < 500) {
    for (const name of names) judgeName(name);
    judged += names.length;
  }
  return judged / ((performance.now() - start) / 1_000);
}
