import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerFor } from '../../src/app/server/ledger/answer.ts';
import { appendChoices } from '../../src/app/server/ledger/append.ts';
import { choose } from '../../src/app/server/ledger/choose.ts';
import { erasePerson } from '../../src/app/server/ledger/erase.ts';
import { holdPerson, releasePerson } from '../../src/app/server/ledger/holds.ts';
import { joinKeys } from '../../src/app/server/ledger/join-keys.ts';
import { ledgerSecrets } from '../../src/app/server/ledger/secrets.ts';
import { choiceOf } from '../../src/app/server/ledger/stored-choice.ts';
import { subjectOf } from '../../src/app/server/ledger/subject-of.ts';
import type { ChoiceDraft } from '../../src/playbook/6-control/ledger/choice-draft.ts';
import { type ChoiceState, foldChoices } from '../../src/playbook/6-control/ledger/choice-state.ts';
import { noticeHash } from '../../src/playbook/6-control/ledger/notice.ts';
import { EVERYTHING } from '../../src/playbook/6-control/ledger/scope.ts';
import type { SubjectKey } from '../../src/playbook/6-control/ledger/subject-key.ts';
import { EVENT, question } from '../../src/playbook/6-control/testing/choices.ts';
import { findChoiceStates, listChoices } from '../../src/stores/sql/repositories/choices.ts';
import { addNotice } from '../../src/stores/sql/repositories/notices.ts';
import { findSuppression } from '../../src/stores/sql/repositories/suppressions.ts';
import type { Store, Work } from '../../src/stores/sql/store.ts';
import { sayWithoutPostgres } from '../harness/postgres.ts';
import { anyEvent } from '../properties/ledger-arbitraries.ts';
import { codeOf, ENGINES, must, open } from './store-engines.ts';

sayWithoutPostgres('the ledger');

const SECRETS = ledgerSecrets(Buffer.alloc(32, 7));
const EMAIL = EVENT.scope;
const NOTICE = {
  version: 'privacy-2026-11',
  language: 'en',
  text: 'We write to you about running shoes.',
  from: '2026-11-01T00:00:00.000Z',
  terms: {} as never,
};
const SEEN = { version: NOTICE.version, language: NOTICE.language, hash: noticeHash(NOTICE) };

describe.each(ENGINES)('the ledger, $name', (engine) => {
  let store: Store;
  let now = new Date('2026-11-20T09:00:00Z');
  beforeAll(async () => {
    await engine.start();
    store = await open(await engine.place(), { clock: { now: () => now } });
    must(
      await store.write(({ db, at }) =>
        addNotice(db, {
          hash: SEEN.hash,
          version: NOTICE.version,
          language: NOTICE.language,
          content: NOTICE.text,
          terms: '{}',
          validFrom: at,
          publishedAt: at,
        }),
      ),
    );
  }, 60_000);
  afterAll(async () => {
    await store.close();
    await engine.stop();
  });

  const somebody = (): SubjectKey =>
    subjectOf(SECRETS, { kind: 'email', value: `${randomUUID()}@customer.example` });
  const later = (minutes = 1): string => {
    now = new Date(now.getTime() + minutes * 60_000);
    return now.toISOString();
  };
  const draft = (over: Partial<ChoiceDraft> = {}): ChoiceDraft => {
    const { subject: _, ...rest } = EVENT;
    return { ...rest, id: randomUUID(), at: later(), proof: { ...EVENT.proof, notice: SEEN }, ...over };
  };
  const write = <T>(work: (work: Work) => Promise<T>) => store.write(work);
  const chosen = (subject: SubjectKey, ...overs: Array<Partial<ChoiceDraft>>) => {
    const drafts = overs.map(draft);
    return write((work) => choose(work, SECRETS, subject, drafts));
  };
  const because = async (subject: SubjectKey, over: Parameters<typeof question>[0] = {}): Promise<string> =>
    must(await store.read((db) => answerFor(db, SECRETS, subject, question(over), now))).because;

  it('keeps what events come to equal to their fold, whatever came, however often, from several at once', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(anyEvent(), { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 4 }),
        async (batches) => {
          const subject = somebody();
          const events = batches.map((batch, number) =>
            batch.map((event, index) => ({ ...event, subject, id: `${number}-${index}` })),
          );
          // All at once, and the first once more.
          await Promise.all(
            [...events, events[0]!].map((batch) => write((work) => appendChoices(work, batch))),
          );
          const [row] = must(await store.read((db) => findChoiceStates(db, subject)));
          const kept = must(await store.read((db) => listChoices(db, [subject]))).map(choiceOf);
          expect(kept).toHaveLength(events.flat().length);
          expect(row!.state).toEqual(foldChoices(events.flat()));
          expect(row!.state).toEqual(foldChoices(kept));
        },
      ),
      { numRuns: 25 },
    );
  }, 60_000);

  it('gives an event back as it came', async () => {
    const subject = somebody();
    const event = {
      ...EVENT,
      subject,
      id: 'whole',
      scope: { ...EMAIL, topic: 'shoes' },
      validUntil: '2027-11-01T00:00:00.000Z',
      proof: { ...EVENT.proof, notice: SEEN, uiHash: SEEN.hash },
    };
    must(await write((work) => appendChoices(work, [event])));
    expect(must(await store.read((db) => listChoices(db, [subject]))).map(choiceOf)).toEqual([event]);
  });

  it('takes the same id for another choice as an error, and loses neither', async () => {
    const subject = somebody();
    must(await chosen(subject, { id: 'one', kind: 'objected' }));
    expect(codeOf(await chosen(subject, { id: 'one', kind: 'given' }))).toBe('ledger.id-taken');
    expect(await because(subject)).toBe('objected');
  });

  it('counts a choice from its transaction on, and nothing of one that was refused', async () => {
    const subject = somebody();
    expect(await because(subject)).toBe('unknown');
    must(await chosen(subject, {}));
    expect(await because(subject)).toBe('given');
    expect(codeOf(await chosen(subject, { kind: 'withdrawn' }, { kind: 'paused' }))).toBe(
      'ledger.invalid-choice',
    );
    expect(await because(subject)).toBe('given');
    must(await chosen(subject, { kind: 'withdrawn' }));
    expect(await because(subject)).toBe('withdrawn');
  });

  it.each<[string, Partial<ChoiceDraft>, string]>([
    [
      'under a notice that was never published',
      { proof: { ...EVENT.proof, notice: { ...SEEN, hash: `sha256:${'0'.repeat(64)}` } } },
      'ledger.unknown-notice',
    ],
    [
      'under a notice of another language',
      { proof: { ...EVENT.proof, notice: { ...SEEN, language: 'de' } } },
      'ledger.unknown-notice',
    ],
    ['under no notice', { proof: EVENT.proof }, 'ledger.invalid-choice'],
    ['from the future', { at: '2027-01-01T00:00:00.000Z' }, 'ledger.invalid-choice'],
    ['that confirms nothing', { kind: 'opt-in-confirmed', confirms: 'nothing' }, 'ledger.unknown-request'],
  ])('refuses a yes %s', async (_, over, code) => {
    const subject = somebody();
    expect(codeOf(await chosen(subject, over))).toBe(code);
    expect(await because(subject)).toBe('unknown');
  });

  it('counts a double opt-in when it is confirmed, for what was asked', async () => {
    const subject = somebody();
    must(await chosen(subject, { id: 'asked', kind: 'opt-in-requested' }));
    expect(await because(subject)).toBe('unknown');
    const wider = { ...EMAIL, purpose: 'marketing' };
    expect(codeOf(await chosen(subject, { kind: 'opt-in-confirmed', confirms: 'asked', scope: wider }))).toBe(
      'ledger.unknown-request',
    );
    must(await chosen(subject, { kind: 'opt-in-confirmed', confirms: 'asked' }));
    expect(await because(subject)).toBe('given');
  });

  it('keeps every no through erasure, and nothing else', async () => {
    const subject = somebody();
    must(await chosen(subject, {}, { kind: 'objected', scope: { ...EVERYTHING, channel: 'sms' } }));
    must(await chosen(subject, { kind: 'theme-spared', theme: 'loss', scope: EVERYTHING }));
    const old = must(await store.read((db) => listChoices(db, [subject]))).map(choiceOf);
    later();
    expect(must(await write((work) => erasePerson(work, subject)))).toEqual({ choices: 3 });
    expect(must(await store.read((db) => listChoices(db, [subject])))).toEqual([]);
    expect(await because(subject)).toBe('unknown');
    const sms = { channel: 'sms', purpose: 'marketing.communications.sms' } as const;
    expect(await because(subject, sms)).toBe('objected');
    // An old list comes back.
    must(await write((work) => appendChoices(work, old)));
    expect(await because(subject)).toBe('lapsed');
    expect(await because(subject, sms)).toBe('objected');
    const [row] = must(await store.read((db) => findChoiceStates(db, subject)));
    const remnant = must(await store.read((db) => findSuppression(db, subject)))!.state as ChoiceState;
    expect(row!.state).toEqual(foldChoices(old, remnant));
    // They come back themselves.
    must(await chosen(subject, {}));
    expect(await because(subject)).toBe('given');
    expect(must(await write((work) => erasePerson(work, subject)))).toEqual({ choices: 4 });
    expect(await because(subject, sms)).toBe('objected');
  });

  it('lets a no under one key of a person count for all of them, also after erasure', async () => {
    const [mail, number, id] = [somebody(), somebody(), somebody()];
    must(await chosen(mail, {}));
    must(await chosen(number, { kind: 'objected', scope: { ...EVERYTHING, purpose: 'marketing' } }));
    must(await chosen(mail, { scope: { ...EMAIL, purpose: 'marketing' } }));
    must(await write((work) => joinKeys(work, [mail, id])));
    must(await write((work) => joinKeys(work, [number, id])));
    for (const key of [mail, number, id]) expect(await because(key)).toBe('objected');
    // What they choose from now on they choose as one.
    must(await chosen(id, {}));
    for (const key of [mail, number, id]) expect(await because(key)).toBe('given');
    must(await chosen(number, { kind: 'withdrawn' }));
    for (const key of [mail, number, id]) expect(await because(key)).toBe('withdrawn');
    later();
    must(await write((work) => erasePerson(work, mail)));
    for (const key of [mail, number, id]) {
      expect(await because(key, { needsConsent: false })).toBe('objected');
      expect(must(await store.read((db) => findChoiceStates(db, key)))).toHaveLength(1);
    }
  });

  it('joins keys from several at once into one person, whatever meets', async () => {
    for (let round = 0; round < 5; round += 1) {
      const keys = Array.from({ length: 8 }, somebody);
      must(await chosen(keys[0]!, { kind: 'objected', scope: EVERYTHING }));
      const pairs = keys.slice(1).map((key, index) => [keys[index]!, key]);
      await Promise.all(pairs.map((pair) => write((work) => joinKeys(work, pair)).then(must)));
      for (const key of keys) expect(await because(key, { needsConsent: false })).toBe('objected');
      expect(must(await store.read((db) => findChoiceStates(db, keys[7]!)))).toHaveLength(8);
    }
  });

  it('spares a theme, and lets nobody be found by it', async () => {
    const [one, two] = [somebody(), somebody()];
    for (const subject of [one, two])
      must(await chosen(subject, {}, { kind: 'theme-spared', theme: 'loss', scope: EVERYTHING }));
    expect(await because(one, { themes: ['loss'] })).toBe('theme-spared');
    expect(await because(one, { themes: ['baby'] })).toBe('given');
    const rows = must(await store.read((db) => listChoices(db, [one, two]))).flatMap(
      ({ theme }) => theme ?? [],
    );
    expect(new Set(rows).size).toBe(2);
    expect(rows.join()).not.toContain('loss');
  });

  it('holds without a cause, until the later of two days', async () => {
    const subject = somebody();
    must(await chosen(subject, {}));
    const until = (days: number): Date => new Date(now.getTime() + days * 86_400_000);
    const all = { purpose: null, channel: null };
    must(await write((work) => holdPerson(work, subject, all, until(30))));
    must(await write((work) => holdPerson(work, subject, all, until(10))));
    const held = must(await store.read((db) => answerFor(db, SECRETS, subject, question(), now)));
    expect(held).toEqual({ permitted: false, because: 'paused', event: null, until: until(30) });
    for (const days of [0, 400])
      expect(codeOf(await write((work) => holdPerson(work, subject, all, until(days))))).toBe(
        'ledger.invalid-hold',
      );
    must(await write((work) => releasePerson(work, subject)));
    expect(await because(subject)).toBe('given');
    const { rows } = await sql<{ column_name: string }>`select column_name from information_schema.columns
      where table_schema = current_schema() and table_name = 'protective_holds'`.execute(store.plain);
    expect(rows.map((row) => row.column_name).sort()).toEqual([
      'channel',
      'held_from',
      'held_until',
      'purpose',
      'subject',
    ]);
  });

  it('is kept by the database itself: no choice changes, and none goes but with an erasure', async () => {
    const subject = somebody();
    must(await chosen(subject, { kind: 'objected' }));
    later();
    must(await write((work) => erasePerson(work, subject)));
    must(await chosen(subject, { kind: 'objected' }));
    const refused = async (statement: string): Promise<string> =>
      sql
        .raw(statement)
        .execute(store.plain)
        .then(() => 'done')
        .catch(({ message }: Error) => message);
    const at = `where subject = '${subject}'`;
    expect(await refused(`update choices set kind = 'given' ${at}`)).toContain('refused');
    expect(await refused(`delete from choices ${at}`)).toContain('only when its person is erased');
    expect(await refused('truncate choices')).toContain('refused');
    expect(await refused(`delete from suppressions ${at}`)).toContain('refused');
    expect(await refused(`update suppressions set erased_at = '2000-01-01' ${at}`)).toContain('made older');
    expect(await refused("update notices set content = 'other'")).toContain('refused');
    expect(await refused(`update suppressions set erased_at = '2100-01-01' ${at}`)).toBe('done');
  });

  it('holds no address', async () => {
    const subject = subjectOf(SECRETS, { kind: 'email', value: 'Canary@Customer.example' });
    must(await chosen(subject, {}));
    const tables = ['choices', 'choice_states', 'suppressions', 'protective_holds', 'evidence_entries'];
    for (const table of tables) {
      const { rows } = await sql<{
        dump: string;
      }>`select string_agg(t::text, '') as dump from ${sql.table(table)} t`.execute(store.plain);
      expect(rows[0]!.dump ?? '').not.toMatch(/canary|customer\.example/i);
    }
  });
});
