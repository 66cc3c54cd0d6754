import { type Quality, qualityOf } from '../../scripts/wording/measure.ts';
import { type OwnPart, type OwnText, readOwnTexts, roleOf } from '../../scripts/wording/own-texts.ts';
import type { WordingHit } from '../../src/check/facts/message.ts';
import { message, messageBlock } from '../../src/check/testing/builders.ts';
import { detectWording } from '../../src/playbook/4-harm/wording/index.ts';

type Share = readonly [found: number, of: number];

export interface OwnQuality {
  /** A hit of any kind, read as the product reads it, against claim or pressure. */
  readonly any: Quality;
  /** The same with the hits of rules alone. */
  readonly byRule: Quality;
  /** Pressure found as pressure. */
  readonly pressure: Share;
  /** Claims found, as whichever kind. */
  readonly claim: Share;
  readonly rightTier: Share;
  readonly quoteTouched: Share;
  readonly techniqueNamed: Share;
  /** Share of the lines of each technique that got any hit. */
  readonly perTechnique: Readonly<Record<string, Share>>;
  /** Lines in which the classifier spoke alone: how many of them press or claim. */
  readonly classifierAlone: Share;
  readonly missed: readonly OwnText[];
  readonly alarms: ReadonlyArray<{ readonly line: OwnText; readonly hits: readonly WordingHit[] }>;
}

const hitsOf = (line: OwnText): readonly WordingHit[] =>
  detectWording(message([messageBlock(line.text, { role: roleOf(line) })])).hits;

/** How well the shipped detector reads our own lines; `part` says which. */
export function ownQuality(part: OwnPart): OwnQuality {
  const read = readOwnTexts(part).map((line) => ({ line, hits: hitsOf(line) }));
  const positives = read.filter(({ line }) => line.tier > 0);
  const share = (of: typeof read, found: (entry: (typeof read)[number]) => boolean): Share => [
    of.filter(found).length,
    of.length,
  ];
  const quality = (found: (hits: readonly WordingHit[]) => boolean): Quality =>
    qualityOf(
      read.map(({ line, hits }) => ({ positive: line.tier > 0, score: found(hits) ? 1 : 0 })),
      0.5,
    );
  const techniques = [...new Set(positives.flatMap(({ line }) => line.techniques))].sort();
  return {
    any: quality((hits) => hits.length > 0),
    byRule: quality((hits) => hits.some(({ source }) => source === 'rule')),
    pressure: share(
      read.filter(({ line }) => line.tier === 2),
      ({ hits }) => hits.some(({ kind }) => kind === 'pressure'),
    ),
    claim: share(
      read.filter(({ line }) => line.tier === 1),
      ({ hits }) => hits.length > 0,
    ),
    rightTier: share(read, ({ line, hits }) => line.tier === tierOf(hits)),
    quoteTouched: share(positives, ({ line, hits }) => hits.some((hit) => touches(line, hit))),
    techniqueNamed: share(positives, ({ line, hits }) =>
      hits.some(({ technique }) => line.techniques.includes(technique)),
    ),
    perTechnique: Object.fromEntries(
      techniques.map((technique) => [
        technique,
        share(
          positives.filter(({ line }) => line.techniques.includes(technique)),
          ({ hits }) => hits.length > 0,
        ),
      ]),
    ),
    classifierAlone: share(
      read.filter(({ hits }) => hits.length > 0 && hits.every(({ source }) => source === 'classifier')),
      ({ line }) => line.tier > 0,
    ),
    missed: positives.filter(({ hits }) => hits.length === 0).map(({ line }) => line),
    alarms: read.filter(({ line, hits }) => line.tier === 0 && hits.length > 0),
  };
}

const tierOf = (hits: readonly WordingHit[]): number =>
  hits.some(({ kind }) => kind === 'pressure') ? 2 : hits.length > 0 ? 1 : 0;

function touches({ text, quote }: OwnText, hit: WordingHit): boolean {
  const at = text.indexOf(quote);
  const start = text.indexOf(hit.quote);
  return start >= 0 && start < at + quote.length && start + hit.quote.length > at;
}
