import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Revocations } from '../signatures/revocations.ts';
import { signDocument, writeSigned } from '../signatures/signed-document.ts';
import { ISSUED, issued, request, TEMPLATE } from '../testing/clearance.ts';
import { testSigner, trusting } from '../testing/keys.ts';
import { ALICE, BEA, decided, hashOf, joined, newReview, ran } from '../testing/review.ts';
import { covers, type RenderedMessage } from './covers.ts';
import { issueClearance } from './issue-clearance.ts';
import type { ClearancePayload } from './statement.ts';
import { verifyClearance } from './verify-clearance.ts';

const signer = testSigner();
const roots = trusting(signer);
const clearance = await issued();
const file = writeSigned(clearance);
const NOW = new Date('2026-12-01T00:00:00Z');
const codeOf = (result: { ok: boolean; problem?: { code: string } }): string =>
  result.ok ? 'ok' : result.problem!.code;
const verify = (text = file, now = NOW, revocations: Revocations | null = null, trust = roots): string =>
  codeOf(verifyClearance(text, trust, now, revocations));
const revoking = (over: Partial<Revocations>): Revocations => ({
  schema: 'scruple.revocations/1',
  number: 1,
  issuedAt: '2026-11-30T00:00:00.000Z',
  clearances: [],
  keys: [],
  ...over,
});

describe('issueClearance', () => {
  it('signs what was approved, by whom, on which conditions, until the earliest end', () => {
    expect(clearance.payload).toMatchObject({
      use: 'winback-spring',
      class: 'marketing',
      owner: ALICE,
      reviewers: [
        { key: BEA, standing: 'inside' },
        { key: 'person:cam', role: 'customer-advocate', standing: 'outside' },
      ],
      conditions: [{ says: 'by mail alone' }],
      expiresAt: '2027-01-31T00:00:00.000Z',
      lineage: { full: clearance.payload.id, smallChanges: 0 },
    });
  });

  it('clears nothing that changed since, nor what no review approved', async () => {
    const ask = async (over: Parameters<typeof request>[0]) =>
      codeOf(await issueClearance(request(over), signer, ISSUED));
    expect(await ask({ contentHash: hashOf('c') })).toBe('clearance.not-approved');
    expect(await ask({ review: newReview() })).toBe('clearance.not-approved');
    expect(await ask({ review: ran(newReview(), [joined(BEA), decided(BEA, 'reject')]) })).toBe(
      'clearance.not-approved',
    );
  });

  it('grants the class essential to a template that promotes nothing', async () => {
    const ask = (over: Parameters<typeof request>[0]) =>
      issueClearance(request({ essential: 'safety', ...over }), signer, ISSUED);
    expect(codeOf(await ask({ promotional: ['20 % off'] }))).toBe('clearance.not-essential');
    expect(codeOf(await ask({ envelope: { variants: [], slots: [], claims: [], silent: [] } }))).toBe(
      'clearance.unsound',
    );
    expect(await ask({})).toMatchObject({
      ok: true,
      value: { payload: { class: 'essential', essential: 'safety' } },
    });
  });
});

describe('verifyClearance', () => {
  it('holds from its issue to its end', () => {
    expect(verifyClearance(file, roots, NOW, null)).toEqual({
      ok: true,
      value: { clearance: clearance.payload, key: signer.publicKey.id, notRevokedAsOf: null },
    });
    expect(verify(file, ISSUED)).toBe('ok');
    expect(verify(file, new Date(ISSUED.getTime() - 1))).toBe('clearance.not-yet-valid');
    expect(verify(file, new Date('2027-01-30T23:59:59.999Z'))).toBe('ok');
    expect(verify(file, new Date('2027-01-31T00:00:00Z'))).toBe('clearance.expired');
  });

  it('fails with any byte changed', () => {
    const bytes = Buffer.from(file, 'utf8');
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (index, change) => {
        const changed = Buffer.from(bytes);
        changed[index] = changed[index]! ^ change;
        expect(verify(changed.toString('utf8'))).not.toBe('ok');
      }),
      { numRuns: 1_000 },
    );
  });

  it('fails with any one byte changed, at every place', () => {
    const bytes = Buffer.from(file, 'utf8');
    for (let index = 0; index < bytes.length; index += 1) {
      const changed = Buffer.from(bytes);
      changed[index] = changed[index]! ^ 1;
      expect(verify(changed.toString('utf8')), String(index)).not.toBe('ok');
    }
  });

  it('fails once it is revoked, or its key is', () => {
    const { id } = clearance.payload;
    const at = '2026-11-25T00:00:00.000Z';
    expect(verify(file, NOW, revoking({}))).toBe('ok');
    expect(verify(file, NOW, revoking({ clearances: [{ id, at, because: 'changed' }] }))).toBe(
      'clearance.revoked',
    );
    const key = signer.publicKey.id;
    expect(verify(file, NOW, revoking({ keys: [{ id: key, at, because: 'retired' }] }))).toBe('ok');
    expect(verify(file, NOW, revoking({ keys: [{ id: key, at, because: 'compromised' }] }))).toBe(
      'signature.key-revoked',
    );
  });

  it('needs the key among the roots that the verifier was given', () => {
    expect(verify(file, NOW, null, trusting(testSigner(2)))).toBe('signature.unknown-key');
  });

  const forged: Array<[string, Partial<ClearancePayload>]> = [
    ['has one reviewer where two are needed', { reviewers: clearance.payload.reviewers.slice(0, 1) }],
    [
      'counts one person twice',
      { reviewers: [clearance.payload.reviewers[1]!, clearance.payload.reviewers[1]!] },
    ],
    ['names the owner as reviewer', { owner: BEA }],
    [
      'has nobody outside the line',
      { reviewers: clearance.payload.reviewers.map((one) => ({ ...one, standing: 'unknown' as const })) },
    ],
    ['has no reviewer', { reviewers: [], approversNeeded: 0 }],
    ['lasts for years', { expiresAt: '2029-01-01T00:00:00.000Z' }],
    ['ends before it begins', { expiresAt: '2026-01-02T00:00:00.000Z' }],
    ['was issued before it was approved', { issuedAt: '2026-11-20T09:00:00.000Z' }],
    ['is essential without a reason', { class: 'essential' }],
    ['has a reason to be essential and is not', { essential: 'safety' }],
    [
      'names another as its full review without a change',
      { lineage: { full: 'clearance:zzzzzzzz', smallChanges: 0, changedShare: 0 } },
    ],
  ];
  it.each(forged)('refuses one that %s, even well signed', async (_, over) => {
    const signed = await signDocument({ ...clearance.payload, ...over }, signer);
    if (!signed.ok) throw new Error('not signed');
    expect(verify(writeSigned(signed.value))).toBe('clearance.unsound');
  });

  it('takes no other kind of signed document', async () => {
    const signed = await signDocument(revoking({}), signer);
    if (!signed.ok) throw new Error('not signed');
    expect(verify(writeSigned(signed.value))).toBe('signature.unreadable');
  });
});

describe('covers', () => {
  const sent = (over: Partial<RenderedMessage> = {}): RenderedMessage => ({
    messageHash: TEMPLATE,
    rendered: null,
    channel: 'email',
    assessed: [],
    found: [],
    isPromotional: false,
    ...over,
  });
  const rendered = (
    over: Partial<NonNullable<RenderedMessage['rendered']>> = {},
    more: Partial<RenderedMessage> = {},
  ) =>
    sent({
      messageHash: hashOf('f'),
      rendered: {
        template: TEMPLATE,
        slots: [{ name: 'first_name', source: { type: 'field', ref: 'crm.customers.first_name' } }],
        claims: ['spring-sale-end'],
        ...over,
      },
      assessed: ['msg-fear-shame'],
      ...more,
    });

  it.each<[string, RenderedMessage, string]>([
    ['a variant as it stands', sent(), 'ok'],
    ['another text', sent({ messageHash: hashOf('f') }), 'clearance.not-covered'],
    ['a text rendered within the envelope', rendered(), 'ok'],
    ['a text rendered from another template', rendered({ template: hashOf('d') }), 'clearance.not-covered'],
    [
      'a slot with another source',
      rendered({
        slots: [{ name: 'first_name', source: { type: 'generated', ref: 'crm.customers.first_name' } }],
      }),
      'clearance.not-covered',
    ],
    [
      'a slot that was not cleared',
      rendered({ slots: [{ name: 'illness', source: { type: 'field', ref: 'crm.customers.first_name' } }] }),
      'clearance.not-covered',
    ],
    ['a claim that was not cleared', rendered({ claims: ['k2-stock'] }), 'clearance.not-covered'],
    ['a check that speaks up', rendered({}, { found: ['msg-fear-shame'] }), 'clearance.not-covered'],
    ['a check that did not run', rendered({}, { assessed: [] }), 'clearance.not-covered'],
    ['another channel than the conditions allow', sent({ channel: 'sms' }), 'clearance.not-covered'],
  ])('%s: %s', (_, message, expected) =>
    expect(codeOf(covers(clearance.payload, message, NOW))).toBe(expected),
  );

  it('is void for an essential message that promotes', async () => {
    const essential = await issued({ essential: 'service' });
    expect(codeOf(covers(essential.payload, sent(), NOW))).toBe('ok');
    expect(codeOf(covers(essential.payload, sent({ isPromotional: true }), NOW))).toBe(
      'clearance.not-essential',
    );
  });

  it('gives the conditions that others must hold, and holds the rest', () => {
    const cap = { says: 'at most two a week', check: { type: 'cap' as const, count: 2, days: 7 } };
    const person = { says: 'the call centre is open', check: null };
    const until = {
      says: 'until Christmas',
      check: { type: 'until' as const, at: '2026-12-24T00:00:00.000Z' },
    };
    const silent = { says: 'no pressure', check: { type: 'check-silent' as const, check: 'msg-nagging' } };
    const payload = { ...clearance.payload, conditions: [cap, person, until, silent] };
    const calm = sent({ assessed: ['msg-nagging'] });
    expect(covers(payload, calm, NOW)).toEqual({ ok: true, value: [cap, person] });
    expect(covers(payload, calm, new Date('2026-12-24T00:00:00Z')).ok).toBe(false);
    expect(covers(payload, sent(), NOW).ok).toBe(false);
  });
});
