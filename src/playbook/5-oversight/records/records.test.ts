import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ALICE, BEA, hashOf, NOW } from '../testing/review.ts';
import { DPIA_TRIGGER_IDS, type DpiaTriggerId, dpiaNeed } from './dpia-triggers.ts';
import {
  emptyFields,
  judgeRecord,
  type OversightRecord,
  type RecordReference,
  type RecordSubject,
  type RecordValue,
} from './record.ts';
import { RECORD_FIELDS, type RecordField, type RecordKind } from './record-fields.ts';

const filled = (kind: RecordKind): Record<string, RecordValue> =>
  Object.fromEntries(
    Object.entries<RecordField>(RECORD_FIELDS[kind]).map(([name, { type }]): [string, RecordValue] => [
      name,
      {
        text: 'said in words',
        flag: true,
        list: ['one'],
        harms: [{ whom: 'a tenant', harm: 'eviction', likelihood: 2, severity: 4 } as const],
        date: '2027-06-30',
        choice: name === 'whose' ? 'ours' : 'pass',
      }[type],
    ]),
  );
const fields = (kind: RecordKind, over: Record<string, RecordValue> = {}): Record<string, RecordValue> => ({
  ...filled(kind),
  ...(kind === 'lia'
    ? { special_category: false, children: false, dpia_needed: false }
    : { residual_high: false }),
  ...over,
});
const record = (kind: RecordKind, over: Partial<OversightRecord> = {}): OversightRecord => ({
  id: 'record:1',
  kind,
  use: 'winback-spring',
  owner: ALICE,
  openedAt: NOW.toISOString(),
  fields: fields(kind),
  reference: null,
  approval: { by: BEA, at: '2026-11-20T08:00:00.000Z', contentHash: hashOf('a') },
  ...over,
});
const subject: RecordSubject = {
  contentHash: hashOf('a'),
  isMarketing: true,
  needsConsent: false,
  ignoresObjections: false,
  startedAt: null,
};
const judge = (of: OversightRecord, over: Partial<RecordSubject> = {}, now = NOW) =>
  judgeRecord(of, { ...subject, ...over }, now);

describe.each(['lia', 'dpia'] as const)('a record of kind %s', (kind) => {
  it('lets the use go on when it is complete', () => {
    expect(judge(record(kind))).toEqual({ state: 'complete', blocks: false, because: [] });
  });

  it.each(Object.keys(RECORD_FIELDS[kind]))('blocks while %s is empty or of another kind', (name) => {
    const over = { conditional: 'conditional', residual_high: true };
    const context = {
      residual_high: over.residual_high,
      outcome: name === 'conditions' ? 'conditional' : 'pass',
    };
    for (const value of [null, '', '  ', [], {} as RecordValue, [''] as RecordValue]) {
      const of = record(kind, {
        fields: fields(kind, {
          ...(kind === 'dpia' ? context : { outcome: context.outcome }),
          [name]: value,
        }),
      });
      expect(emptyFields(of)).toContain(name);
      expect(judge(of)).toMatchObject({ state: 'incomplete', blocks: true });
    }
    const { [name]: _, ...rest } = fields(kind, kind === 'dpia' ? context : { outcome: context.outcome });
    expect(emptyFields({ kind, fields: rest })).toEqual([name]);
  });

  it.each<[string, Partial<OversightRecord>, Partial<RecordSubject>, Date, string]>([
    ['nobody approved it', { approval: null }, {}, NOW, 'unapproved'],
    ['the owner approved it', { owner: BEA }, {}, NOW, 'unapproved'],
    ['its outcome is no', { fields: fields(kind, { outcome: 'fail' }) }, {}, NOW, 'failed'],
    ['its day to be looked at again has passed', {}, {}, new Date('2027-07-01T00:00:00Z'), 'expired'],
    ['the use has changed', {}, { contentHash: hashOf('b') }, NOW, 'outdated'],
  ])('blocks where %s', (_, over, about, now, state) =>
    expect(judge(record(kind, over), about, now)).toMatchObject({ state, blocks: true }),
  );

  it('asks for conditions where the outcome is conditional, and only there', () => {
    expect(judge(record(kind, { fields: fields(kind, { conditions: null }) })).state).toBe('complete');
    const conditional = fields(kind, { outcome: 'conditional', conditions: ['no SMS'] });
    expect(judge(record(kind, { fields: conditional })).state).toBe('complete');
  });
});

describe('a record of legitimate interest fails of itself', () => {
  it.each<[string, Record<string, RecordValue>, Partial<RecordSubject>]>([
    ['over special categories', { special_category: true }, {}],
    ['over children', { children: true }, {}],
    ['without an opt-out in marketing', { opt_out_offered: false }, {}],
    ['where the channel asks for consent', {}, { needsConsent: true }],
    ['where objections are ignored', {}, { ignoresObjections: true }],
    ['where the interest is not lawful', { lawful_and_ethical: false }, {}],
    ['made after the fact', {}, { startedAt: '2026-11-01T00:00:00.000Z' }],
  ])('%s', (_, over, about) =>
    expect(judge(record('lia', { fields: fields('lia', over) }), about)).toMatchObject({
      state: 'failed',
      blocks: true,
    }),
  );

  it('not where the processing began afterwards', () => {
    expect(judge(record('lia'), { startedAt: '2026-11-20T08:30:00.000Z' }).state).toBe('complete');
  });
});

describe('a reference', () => {
  const reference: RecordReference = {
    system: 'OneTrust',
    id: 'DPIA-17',
    approved: '2026-10-01',
    expires: '2027-10-01',
    hash: hashOf('1'),
  };
  const of = (over: Partial<RecordReference>) =>
    judge(record('dpia', { fields: {}, approval: null, reference: { ...reference, ...over } }));
  it.each<[string, Partial<RecordReference>, string]>([
    ['to a record in force', {}, 'complete'],
    ['that has ended', { expires: '2026-11-19' }, 'expired'],
    ['that ends today', { expires: '2026-11-20' }, 'complete'],
    ['that is approved later', { approved: '2026-12-01' }, 'unapproved'],
    ['without a hash', { hash: '' }, 'incomplete'],
    ['with a day that is none', { expires: 'soon' }, 'incomplete'],
  ])('%s: %s', (_, over, state) => expect(of(over)).toMatchObject({ state, blocks: state !== 'complete' }));
});

describe('dpiaNeed', () => {
  it.each<[DpiaTriggerId[], string[], string]>([
    [[], ['eu'], 'none'],
    [['scoring'], ['eu'], 'single'],
    [['scoring', 'scoring'], ['eu'], 'single'],
    [['scoring', 'sensitive'], ['eu'], 'soft'],
    [['significant-decision'], ['eu'], 'hard'],
    [['matching'], ['eu'], 'single'],
    [['matching'], ['uk'], 'hard'],
    [['california-processing'], ['eu'], 'none'],
    [['california-processing'], ['eu', 'us-ca'], 'hard'],
    [['state-processing'], ['us-co'], 'hard'],
    [['denial', 'scoring'], ['eu'], 'hard'],
  ])('%o in %o: %s', (seen, jurisdictions, need) => {
    expect(dpiaNeed(seen, jurisdictions)).toMatchObject({
      need,
      opensRecord: need === 'hard' || need === 'soft',
    });
  });

  it('never asks for less when more is seen or more law is in scope', () => {
    const order = ['none', 'single', 'soft', 'hard'];
    const some = fc.subarray([...DPIA_TRIGGER_IDS]);
    const where = fc.subarray(['eu', 'uk', 'us-ca', 'us-co']);
    fc.assert(
      fc.property(some, some, where, where, (a, b, one, two) => {
        const less = dpiaNeed(a, one).need;
        const more = dpiaNeed([...a, ...b], [...one, ...two]).need;
        expect(order.indexOf(more)).toBeGreaterThanOrEqual(order.indexOf(less));
      }),
    );
  });
});
