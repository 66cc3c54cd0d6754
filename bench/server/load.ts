import type { ContentHash } from '../../src/kernel/canonical.ts';
import type { Opened } from '../../src/playbook/5-oversight/reviews/event.ts';
import type { FindingJson } from '../../src/report/json/schema.ts';
import { newId } from '../../src/stores/sql/repositories/new-id.ts';
import { addPerson } from '../../src/stores/sql/repositories/people.ts';
import { addReviewEvents } from '../../src/stores/sql/repositories/review-events.ts';
import { addReview } from '../../src/stores/sql/repositories/reviews.ts';
import { addUseVersion } from '../../src/stores/sql/repositories/use-versions.ts';
import { addUse, changeUse } from '../../src/stores/sql/repositories/uses.ts';
import type { Store } from '../../src/stores/sql/store.ts';
import { asJson } from '../../src/stores/sql/tables/column-types.ts';

const CHECKS = Array.from({ length: 84 }, (_, index) => `check-${String(index).padStart(2, '0')}`);
const GRAVITIES = ['advise', 'review', 'block'] as const;
const VERDICTS = ['allow', 'review', 'block'] as const;
const STATES = ['draft', 'in-review', 'cleared', 'stopped'];
const AT_ONCE = 250;

/** Fills a store with uses, ten findings each, and a review for every second one, as pushes would. */
export async function load(store: Store, uses: number): Promise<void> {
  const random = numbers(20_261_120);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const start = Date.UTC(2026, 0, 1);
  await must(
    store.write(async ({ db }) => {
      for (let index = 0; index < 200; index += 1) {
        const at = new Date(start);
        await addPerson(db, {
          id: `person_${index}`,
          name: `Person ${index}`,
          email: `person-${index}@harbor.example`,
          roles: ['operator'],
          isActive: true,
          createdAt: at,
          changedAt: at,
        });
      }
    }),
  );
  for (let from = 0; from < uses; from += AT_ONCE)
    await must(
      store.write(async ({ db }) => {
        for (let index = from; index < Math.min(from + AT_ONCE, uses); index += 1) {
          const at = new Date(start + Math.floor(random() * 300 * 86_400_000));
          const rank = Math.floor(random() * 3);
          const id = `campaign-${String(index).padStart(5, '0')}`;
          await addUse(db, {
            id,
            workspace: 'harbor',
            kind: pick(['campaign', 'journey', 'score', 'suppression']),
            owner: `person-${index % 200}@harbor.example`,
            ownerId: `person_${index % 200}`,
            state: pick(STATES),
            verdict: VERDICTS[rank]!,
            verdictRank: rank,
            createdAt: at,
            changedAt: at,
          });
          const version = await addUseVersion(db, {
            id: newId('version', at),
            useId: id,
            contentHash: `sha256:${index.toString(16).padStart(64, '0')}`,
            card: { use: id, goal: 'repeat orders', benefit: 'A pair that fits, before the season' },
            files: [],
            verdict: VERDICTS[rank]!,
            counts: { review: 10 },
            notAssessed: [],
            report: {},
            difference: null,
            pushedThrough: 'ci',
            createdAt: at,
            findings: Array.from({ length: 10 }, () => {
              const gravityRank = Math.floor(random() * 3);
              const [checkId, gravity] = [pick(CHECKS), GRAVITIES[gravityRank]!];
              return {
                checkId,
                step: 4,
                risk: 'manipulative-personalization',
                gravity,
                gravityRank,
                isWaived: random() < 0.05,
                body: asJson(finding(checkId, gravity)),
              };
            }),
          });
          await changeUse(db, id, null, { latestVersionId: version.id });
          if (index % 2 === 0) {
            const review = newId('review', at);
            await addReview(db, {
              id: review,
              useId: id,
              versionId: version.id,
              type: 'use',
              state: pick(['open', 'awaiting-second', 'approved', 'rejected']),
              gravity: GRAVITIES[rank]!,
              gravityRank: rank,
              neededReviewers: 2,
              isBlind: true,
              terms: '{}',
              openedAt: at,
            });
            await addReviewEvents(db, review, [openedReview(review, id, version.contentHash, at)]);
          }
        }
      }),
    );
}

/** A finding of the usual size, as contract.md §3 shows it. */
const finding = (check: string, gravity: (typeof GRAVITIES)[number]): FindingJson => ({
  check,
  advice: 'unbound',
  decidedBy: 'rule',
  decider: null,
  step: 4,
  risk: 'manipulative-personalization',
  gravity,
  at: { file: 'uses/a/email.html', line: 7, column: 9, endLine: 7, endColumn: 24 },
  quote: 'only a few left',
  what: 'w'.repeat(150),
  why: 'y'.repeat(150),
  instead: 'i'.repeat(150),
  norms: [{ id: 'eu-ucpd-6', scope: 'law' }],
  waivedBy: null,
});

/** How a review of ten findings begins, as the domain keeps it. */
function openedReview(review: string, use: string, hash: string, at: Date): Opened {
  const later = (days: number): string => new Date(at.getTime() + days * 86_400_000).toISOString();
  return {
    type: 'opened',
    at: at.toISOString(),
    review,
    kind: 'use',
    owner: 'person:owner-of-the-benchmark',
    gravity: 'block',
    subject: {
      use,
      contentHash: hash as ContentHash,
      lastCleared: null,
      verdict: 'block',
      findings: CHECKS.slice(0, 10).map((check, index) => ({
        id: `${check}-${index}`,
        check,
        gravity: GRAVITIES[index % 3]!,
        says: ['w'.repeat(150), 'y'.repeat(150)],
      })),
      missingFacts: ['scores[0].decisions'],
      materials: ['use.yaml', 'segment.sql', 'email.html'],
      groups: ['people left out'],
    },
    terms: {
      approversNeeded: 2,
      seeing: 'blind',
      escalatesAt: later(5),
      expiresAt: later(30),
      trainingDays: 365,
    },
  };
}

async function must<T>(
  result: Promise<{ readonly ok: true; readonly value: T } | { readonly ok: false }>,
): Promise<T> {
  const done = await result;
  if (!done.ok) throw new Error(JSON.stringify(done));
  return done.value;
}

/** The same numbers in every run: mulberry32. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
