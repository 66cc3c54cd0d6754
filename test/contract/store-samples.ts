import { addCustomerRequest, addRequestEvent } from '../../src/stores/sql/repositories/customer-requests.ts';
import { newId } from '../../src/stores/sql/repositories/new-id.ts';
import { addPerson, type Person } from '../../src/stores/sql/repositories/people.ts';
import { personKeyOf } from '../../src/stores/sql/repositories/person-keys.ts';
import { addReviewEvents } from '../../src/stores/sql/repositories/review-events.ts';
import { addReview, type Review } from '../../src/stores/sql/repositories/reviews.ts';
import { addUseVersion, type UseVersion } from '../../src/stores/sql/repositories/use-versions.ts';
import { addUse, changeUse, type Use } from '../../src/stores/sql/repositories/uses.ts';
import type { Work } from '../../src/stores/sql/store.ts';
import { asJson } from '../../src/stores/sql/tables/column-types.ts';

let made = 0;

export const hash = (letter: string): `sha256:${string}` => `sha256:${letter.repeat(64)}`;

export const samplePerson = (
  { db, at }: Pick<Work, 'db' | 'at'>,
  over: Partial<Parameters<typeof addPerson>[1]> = {},
): Promise<Person> => {
  made += 1;
  return addPerson(db, {
    id: newId('person', at),
    name: `Bea Reviewer ${made}`,
    email: `bea-${made}@harbor.example`,
    roles: ['reviewer'],
    isActive: true,
    createdAt: at,
    changedAt: at,
    ...over,
  });
};

export const sampleUse = (
  { db, at }: Pick<Work, 'db' | 'at'>,
  over: Partial<Parameters<typeof addUse>[1]> = {},
): Promise<Use> => {
  made += 1;
  return addUse(db, {
    id: `winback-${made}`,
    workspace: 'harbor',
    kind: 'campaign',
    owner: 'lifecycle@harbor.example',
    state: 'in-review',
    verdict: 'review',
    verdictRank: 1,
    createdAt: at,
    changedAt: at,
    ...over,
  });
};

export async function sampleVersion(
  { db, at }: Pick<Work, 'db' | 'at'>,
  useId: string,
  findings = 2,
): Promise<UseVersion> {
  const version = await addUseVersion(db, {
    id: newId('version', at),
    useId,
    contentHash: hash('a'),
    card: { use: useId, goal: 'repeat orders' },
    files: [{ path: 'email.mjml', hash: hash('f'), content: '<mjml>“Hello” 🧭\n</mjml>' }],
    verdict: 'review',
    counts: { review: findings },
    notAssessed: [{ check: 'bias-rate-ratio', missing: ['scores[0].decisions'], required: true }],
    report: { kind: 'campaign' },
    difference: null,
    pushedThrough: 'cli',
    createdAt: at,
    findings: Array.from({ length: findings }, (_, index) => ({
      checkId: `msg-check-${index % 3}`,
      step: 4,
      risk: 'manipulative-personalization',
      gravity: 'review',
      gravityRank: 1,
      isWaived: false,
      body: asJson({ quote: 'ends\u0000 \ud800 Sunday', position: index }),
    })),
  });
  await changeUse(db, useId, null, { latestVersionId: version.id });
  return version;
}

export const sampleReview = (
  { db, at }: Pick<Work, 'db' | 'at'>,
  version: UseVersion,
  over: Partial<Parameters<typeof addReview>[1]> = {},
): Promise<Review> =>
  addReview(db, {
    id: newId('review', at),
    useId: version.useId,
    versionId: version.id,
    type: 'use',
    state: 'open',
    gravity: 'review',
    gravityRank: 1,
    neededReviewers: 2,
    isBlind: true,
    terms: asJson({ threshold: 'block' }),
    openedAt: at,
    ...over,
  });

/** What a customer asks, with a step in words. */
async function sampleRequest({ db, at }: Pick<Work, 'db' | 'at'>): Promise<void> {
  made += 1;
  const id = newId('request', at);
  await addCustomerRequest(db, {
    id,
    subject: `subject:${String(made).padStart(43, '0')}`,
    useId: '',
    kind: 'talk',
    about: '',
    through: 'advocate',
    state: 'open',
    proofNeeded: 'none',
    clock: asJson({ count: 5, unit: 'business-day', norm: 'ours-person-to-talk-to' }),
    askedAt: at,
    dueAt: at,
    sealed: 'sealed1.x',
  });
  for (const type of ['opened', 'taken'])
    await addRequestEvent(db, id, { type, at: at.toISOString(), by: null }, () => 'words “🧭”');
}

/** A store with something in most tables, evidence and all. */
export async function fill(work: Work, entries = 3): Promise<{ use: Use; review: Review }> {
  const person = await samplePerson(work);
  const key = await personKeyOf(work.db, person.id, work.at);
  const use = await sampleUse(work, { ownerId: person.id });
  const version = await sampleVersion(work, use.id);
  const review = await sampleReview(work, version, { openedBy: person.id });
  await addReviewEvents(work.db, review.id, [
    { type: 'opened', at: work.at.toISOString() },
    { type: 'judged-first', at: work.at.toISOString(), by: key },
  ]);
  await sampleRequest(work);
  for (let number = 1; number <= entries; number += 1)
    work.record({
      subject: use.id,
      type: 'use.pushed',
      body: { by: key, version: number, contentHash: hash('a'), verdict: 'review' },
    });
  return { use, review };
}

/** An entry without a person. */
export const entry = (subject: string, count = 1) => ({
  subject,
  type: 'outcome.counted',
  body: { what: 'complaints', count, of: 1000 },
});
