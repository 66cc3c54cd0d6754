import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testSigner, trusting } from '../testing/keys.ts';
import { LOG, testLog } from '../testing/log.ts';
import { digestOf, type EvidenceEntry, hashOf, nextEntry } from './entry.ts';
import { ENTRY_TYPES, type EntryType, wrongField } from './entry-types.ts';
import { signHead } from './head.ts';
import { ownRoots, readLog, writeLog } from './log-file.ts';
import { type ChainVerdict, verifyChain } from './verify-chain.ts';
import { viewOf } from './view-of.ts';

const signer = testSigner();
const roots = trusting(signer);
const { entries, heads } = await testLog(30, 10);
const types = (verdict: ChainVerdict): string[] => [...new Set(verdict.damages.map(({ type }) => type))];
const verify = (changed: readonly EvidenceEntry[], trust: typeof roots | null = roots) =>
  verifyChain(changed, heads, trust, LOG);

/** What an insider with the database, but without the signing key, would do: edit and link everything again. */
function relinked(changed: readonly EvidenceEntry[]): EvidenceEntry[] {
  const all: EvidenceEntry[] = [];
  for (const entry of changed) {
    const content = { ...entry, sequence: all.length + 1, previous: all.at(-1)?.hash ?? null };
    all.push({ ...content, hash: hashOf({ ...content, digest: digestOf(content) }) });
  }
  return all;
}

describe('verifyChain', () => {
  it('finds a log intact, and says how far heads stand for it', () => {
    expect(verify(entries)).toEqual({
      intact: true,
      entries: 30,
      sealed: 0,
      heads: 3,
      anchoredThrough: 30,
      unanchored: 0,
      damages: [],
      disregarded: [],
    });
    expect(verifyChain(entries, heads.slice(0, 2), roots, LOG)).toMatchObject({
      anchoredThrough: 20,
      unanchored: 10,
    });
    expect(verify(entries, null)).toMatchObject({ intact: true, anchoredThrough: null, unanchored: 30 });
  });

  const at = (index: number): EvidenceEntry => entries[index]!;
  it.each<[string, EvidenceEntry[], string[]]>([
    ['an edited body', entries.with(6, { ...at(6), body: { ...at(6).body, by: 'person:bob' } }), ['edited']],
    ['an edited time', entries.with(6, { ...at(6), at: '2026-11-19T09:00:00.000Z' }), ['edited']],
    ['an edited subject', entries.with(6, { ...at(6), subject: 'other' }), ['edited']],
    ['a deleted entry', entries.toSpliced(6, 1), ['missing']],
    ['two deleted entries', entries.toSpliced(6, 2), ['missing']],
    ['a deleted start', entries.slice(3), ['missing']],
    ['a cut end', entries.slice(0, 28), ['truncated']],
    ['nothing left', [], ['truncated']],
    ['two entries swapped', entries.with(6, at(7)).with(7, at(6)), ['reordered']],
    ['an entry moved to the end', [...entries.toSpliced(6, 1), at(6)], ['reordered']],
    ['an entry repeated', entries.toSpliced(6, 0, at(6)), ['repeated']],
    [
      'an edit, all linked again',
      relinked(entries.with(6, { ...at(6), type: 'sign-in' })),
      ['edited', 'rewritten'],
    ],
    ['a deletion, all linked again', relinked(entries.toSpliced(6, 1)), ['rewritten', 'truncated']],
    ['a swap, all linked again', relinked(entries.with(6, at(7)).with(7, at(6))), ['rewritten']],
    ['an insertion, all linked again', relinked(entries.toSpliced(6, 0, at(2))), ['rewritten']],
  ])('finds %s', (_, changed, expected) => {
    const verdict = verify(changed);
    expect(verdict.intact).toBe(false);
    expect(types(verdict).sort()).toEqual([...expected].sort());
  });

  it('finds any loss, repetition or new order of entries behind a head', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(entries, { minLength: 0, maxLength: 30 }), (some) => {
        const same = some.length === 30 && some.every((entry, index) => entry === entries[index]);
        expect(verify(some).intact).toBe(same);
        expect(verify(relinked(some)).intact).toBe(same);
      }),
      { numRuns: 200 },
    );
  });

  it('says that a head of another key or log, or one that was changed, is not to be trusted', async () => {
    expect(types(verifyChain(entries, heads, trusting(testSigner(2)), LOG))).toEqual(['head']);
    expect(types(verifyChain(entries, heads, roots, 'log:another-one'))).toEqual(['head']);
    const other = await signHead(LOG, entries[8]!, new Date('2026-11-20T10:00:00Z'), signer);
    if (!other.ok) throw new Error('not signed');
    const changed = { ...other.value, payload: { ...other.value.payload, sequence: 8 } };
    expect(types(verifyChain(entries, [changed], roots, LOG))).toEqual(['head']);
  });

  it('sees two histories where a key signed both', async () => {
    const second = relinked(entries.with(3, { ...entries[3]!, at: '2026-11-20T08:00:00.000Z' }));
    const head = await signHead(LOG, second[9]!, new Date('2026-11-20T10:00:00Z'), signer);
    if (!head.ok) throw new Error('not signed');
    expect(types(verifyChain(entries, [...heads, head.value], roots, LOG))).toEqual(['rewritten']);
  });

  it('lets heads of a compromised key count for nothing, and stands on the others', async () => {
    const compromised = trusting(signer, {
      revoked: { at: '2026-11-30T00:00:00.000Z', because: 'compromised' },
    });
    expect(verify(entries, compromised)).toMatchObject({
      intact: true,
      anchoredThrough: null,
      unanchored: 30,
    });
    expect(verify(entries, compromised).disregarded).toHaveLength(3);
    const redated = heads.map((one) => ({
      ...one,
      payload: { ...one.payload, at: '2025-01-01T00:00:00.000Z' },
    }));
    expect(types(verifyChain(entries, redated, roots, LOG))).toEqual(['head']);
    const fresh = testSigner(2);
    const head = await signHead(LOG, entries[29]!, new Date('2026-12-01T00:00:00Z'), fresh);
    if (!head.ok) throw new Error('not signed');
    const both = { ...compromised, keys: [...compromised.keys, ...trusting(fresh).keys] };
    expect(verifyChain(entries, [...heads, head.value], both, LOG).anchoredThrough).toBe(30);
  });
});

describe('the view of one use', () => {
  const view = viewOf({ log: LOG, keys: [signer.publicKey] }, entries, heads, 'vip-dinner');
  const check = (file: typeof view) => verifyChain(file.entries, file.heads, roots, LOG, file.view);

  it('shows its entries alone and is verified', () => {
    expect(check(view)).toMatchObject({ intact: true, sealed: 20, anchoredThrough: 30 });
    expect(JSON.stringify(view.entries.filter(({ subject }) => subject !== 'vip-dinner'))).not.toContain(
      'state-',
    );
  });

  it('is the part between two heads where that holds all of it', () => {
    const part = viewOf({ log: LOG, keys: [] }, entries.slice(0, 30), heads, 'nobody');
    expect(check(part)).toMatchObject({ intact: false });
    const late = entries.map((entry) =>
      entry.sequence < 12 || entry.sequence > 18 ? { ...entry, subject: 'x' } : entry,
    );
    const chain = relinked(late);
    return Promise.all(
      [9, 19, 29].map((index) => signHead(LOG, chain[index]!, new Date('2026-11-21T00:00:00Z'), signer)),
    ).then((signed) => {
      const all = signed.map((one) => (one.ok ? one.value : expect.fail()));
      const slice = viewOf({ log: LOG, keys: [] }, chain, all, 'vip-dinner');
      expect(slice.entries.map(({ sequence }) => sequence)).toEqual([11, 12, 13, 14, 15, 16, 17, 18, 19, 20]);
      expect(check(slice)).toMatchObject({ intact: true, anchoredThrough: 20, unanchored: 0 });
      expect(check({ ...slice, heads: slice.heads.slice(1) }).intact).toBe(false);
    });
  });

  it('cannot hide an entry of its own under a seal, nor leave one out', () => {
    const index = view.entries.findIndex(({ subject }) => subject === 'vip-dinner');
    const whole = entries.find(({ sequence }) => sequence === view.entries[index]!.sequence)!;
    const sealed = {
      sequence: whole.sequence,
      previous: whole.previous,
      subject: whole.subject,
      hash: whole.hash,
    };
    const hidden = view.entries.with(index, { ...sealed, digest: digestOf(whole) });
    expect(types(check({ ...view, entries: hidden }))).toEqual(['view']);
    const disguised = view.entries.with(index, { ...sealed, subject: 'other', digest: digestOf(whole) });
    expect(types(check({ ...view, entries: disguised }))).toEqual(['edited']);
    expect(check({ ...view, entries: view.entries.toSpliced(index, 1) }).intact).toBe(false);
  });
});

describe('a log file', () => {
  const file = {
    log: LOG,
    view: null,
    keys: [signer.publicKey],
    entries: entries.slice(0, 10),
    heads: heads.slice(0, 1),
  };
  const lines = [...writeLog(file)];
  const text = lines.join('');
  const verdictOf = (written: string): boolean => {
    const read = readLog(written.replace(/\n$/, '').split('\n'));
    if (!read.ok) return false;
    const { log, view, entries: all, heads: some } = read.value;
    return verifyChain(all, some, ownRoots(read.value), log, view).intact;
  };

  it('reads back what was written', () => {
    expect(readLog(text.trimEnd().split('\n'))).toEqual({ ok: true, value: file });
    expect(verdictOf(text)).toBe(true);
  });

  it('shows any byte that was changed, even to who has no trust roots', () => {
    const bytes = Buffer.from(text, 'utf8');
    fc.assert(
      fc.property(fc.nat(bytes.length - 2), fc.integer({ min: 1, max: 255 }), (index, change) => {
        const changed = Buffer.from(bytes);
        changed[index] = changed[index]! ^ change;
        expect(verdictOf(changed.toString('utf8'))).toBe(false);
      }),
      { numRuns: 1_500 },
    );
  });

  it.each([
    ['empty', ''],
    ['no log', '{"a":1}'],
    ['half a line', text.slice(0, -10)],
    ['a blank line within', text.replace('\n', '\n\n')],
    ['spread over more spaces', text.replace(':', ': ')],
    ['a body with a list', text.replace('"from":"draft"', '"from":["draft"]')],
  ])('that is %s is a problem', (_, written) => {
    expect(readLog(written.replace(/\n$/, '').split('\n'))).toMatchObject({
      ok: false,
      problem: { code: 'evidence.unreadable' },
    });
  });
});

describe('nextEntry', () => {
  const entry = (body: object) =>
    nextEntry(null, {
      subject: 'sign-in',
      at: new Date('2026-11-20T09:00:00Z'),
      type: 'sign-in',
      body: body as { by: string; through: string },
      salt: 'a'.repeat(22),
    });

  it.each([
    ['fits its type', { by: 'person:alice', through: 'oidc' }, true],
    ['holds an address', { by: 'alice@harbor.example', through: 'oidc' }, false],
    ['holds words', { by: 'person:alice', through: 'with her phone' }, false],
    ['has a field too many', { by: 'person:alice', through: 'oidc', name: 'Alice' }, false],
    ['lacks a field', { by: 'person:alice' }, false],
    ['inherits a field', Object.create({ by: 'person:alice', through: 'oidc' }), false],
  ])('a body that %s: %s', (_, body, expected) => expect(entry(body).ok).toBe(expected));

  const samples: Readonly<Record<string, unknown>> = {
    person: 'person:alice',
    key: signer.publicKey.id,
    id: 'clearance:abcdefgh',
    code: 'opened',
    hash: `sha256:${'0'.repeat(64)}`,
    time: '2026-11-20T09:00:00.000Z',
    count: 3,
    share: 0.5,
    flag: true,
  };
  it.each(Object.entries(ENTRY_TYPES))(
    'takes no address and no sentence in any field of %s',
    (type, fields) => {
      const body = Object.fromEntries(
        Object.entries(fields).map(([name, kind]) => [name, samples[kind.replace('?', '')]]),
      );
      expect(wrongField(type as EntryType, body)).toBeNull();
      for (const name of Object.keys(fields))
        for (const words of ['alice@harbor.example', 'Alice told me', '', undefined, {}])
          expect(wrongField(type as EntryType, { ...body, [name]: words })).toBe(name);
    },
  );
});
