import { describe, expect, it } from 'vitest';
import { citeNorm, isNormId, NORM_IDS, NORMS, type Norm, norm } from './index.ts';

const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(text).toISOString().startsWith(text);
const all = NORM_IDS.map(norm);
const ids = (keep: (one: Norm) => boolean): string[] => all.filter(keep).map((one) => one.id);

describe('the table of norms', () => {
  it('has ids of lower-case words and numbers, and a prefix that tells the jurisdiction of a law', () => {
    expect(ids(({ id }) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))).toEqual([]);
    expect(ids(({ id, kind }) => (kind === 'policy') !== id.startsWith('ours-'))).toEqual([]);
    expect(
      ids(({ id, kind, jurisdictions }) => {
        const region = id.startsWith('fca-') ? 'uk' : id.split('-')[0]!;
        return (
          kind === 'law' && !jurisdictions.every((own) => own === region || own.startsWith(`${region}-`))
        );
      }),
    ).toEqual([]);
  });

  it('has ISO days', () => {
    expect(ids(({ appliesFrom }) => appliesFrom !== null && !isDay(appliesFrom))).toEqual([]);
    expect(ids(({ verifiedOn }) => verifiedOn !== null && !isDay(verifiedOn))).toEqual([]);
  });

  it('says for every law where it holds, and from when unless it does not hold', () => {
    expect(ids(({ kind, jurisdictions }) => kind === 'law' && jurisdictions.length === 0)).toEqual([]);
    expect(
      ids(
        ({ kind, status, appliesFrom }) =>
          kind === 'law' && (status === 'in-force' || status === 'adopted') && appliesFrom === null,
      ),
    ).toEqual([]);
    expect(ids(({ kind, binds }) => kind === 'law' && binds !== null && binds.trim() === '')).toEqual([]);
  });

  it('says each norm in one plain sentence', () => {
    expect(ids(({ says }) => !/^[A-Z].{8,140}\.$/.test(says) || says.slice(0, -1).includes('. '))).toEqual(
      [],
    );
    expect(
      ids(({ says, title }) => /unbiased|complian|guarantee|\busers?\b/i.test(`${title} ${says}`)),
    ).toEqual([]);
    expect(ids(({ title, source }) => title.trim() !== title || title === '' || source === '')).toEqual([]);
  });

  it.each([
    'eu-ai-act-9',
    'eu-ai-act-26-6',
    'eu-crd-6-1-ea',
    'eu-eprivacy-13-4',
    'eu-ucpd-5-3',
    'eu-ucpd-7',
    'eu-ucpd-8',
    'eu-ucpd-9',
    'us-ca-cpra-precise-geolocation',
    'us-ca-civ-1798-130',
    'us-co-sb26-189',
    'us-coppa',
    'us-eeoc-four-fifths',
    'us-state-quiet-hours',
  ] as const)('does not claim to have read %s', (id) => {
    expect(norm(id).verifiedOn).toBeNull();
  });

  it('tells an id from any other word', () => {
    expect(isNormId('eu-gdpr-9')).toBe(true);
    expect(isNormId('eu-gdpr-99')).toBe(false);
    expect(isNormId('toString')).toBe(false);
    expect(norm('eu-gdpr-9')).toEqual({ id: 'eu-gdpr-9', ...NORMS['eu-gdpr-9'] });
  });
});

describe('citing a norm', () => {
  const now = new Date('2026-11-20T09:00:00Z');
  const cite = (id: Parameters<typeof norm>[0], use: string[], at = now) => citeNorm(norm(id), use, at).scope;

  it.each([
    ['federal law covers a state', 'us-can-spam', ['us-ca'], 'law'],
    ['a state does not cover the federation', 'us-ca-ccpa-7004', ['us'], 'policy'],
    ['a state does not cover another', 'us-ca-ccpa-7004', ['us-co'], 'policy'],
    ['one jurisdiction of the use is enough', 'us-ca-ccpa-7004', ['eu', 'us-ca'], 'law'],
    ['another jurisdiction', 'eu-gdpr-9', ['us-ca'], 'policy'],
    ['a jurisdiction that only begins alike', 'us-can-spam', ['usx'], 'policy'],
    ['no jurisdiction', 'eu-gdpr-9', [], 'policy'],
    ['AI Act art. 5 is live', 'eu-ai-act-5-1-b', ['eu'], 'law'],
    ['high-risk duties are not', 'eu-ai-act-26-6', ['eu'], 'policy'],
    ['a duty with a future date', 'us-ca-ccpa-7220', ['us-ca'], 'policy'],
    ['noted from memory', 'eu-ucpd-7', ['eu'], 'policy'],
    ['repealed', 'us-co-sb24-205', ['us-co'], 'policy'],
    ['vacated', 'us-ftc-negative-option', ['us'], 'policy'],
    ['proposed', 'eu-gdpr-omnibus-2025-837', ['eu'], 'policy'],
    ['binds platforms only', 'eu-dsa-25', ['eu'], 'policy'],
    ['binds lenders only', 'us-ecoa-reg-b', ['us'], 'policy'],
    ['guidance of a regulator', 'edpb-03-2022', ['eu'], 'policy'],
    ['our own policy', 'ours-benefit', ['eu', 'uk', 'us'], 'policy'],
  ] as const)('%s: %s in %j is %s', (_why, id, use, scope) => {
    expect(cite(id, [...use])).toBe(scope);
  });

  it('turns into law on the day from which it applies', () => {
    expect(cite('us-ca-ccpa-7220', ['us-ca'], new Date('2026-12-31T23:59:59Z'))).toBe('policy');
    expect(cite('us-ca-ccpa-7220', ['us-ca'], new Date('2027-01-01T00:00:00Z'))).toBe('law');
  });

  it('never shows as law what was not verified, is not in force, or binds others', () => {
    const late = new Date('2040-01-01T00:00:00Z');
    const shown = all.filter((one) => citeNorm(one, one.jurisdictions, late).scope === 'law');
    expect(shown.length).toBeGreaterThan(40);
    expect(
      shown.filter(
        (one) =>
          one.kind !== 'law' || one.verifiedOn === null || one.status !== 'in-force' || one.binds !== null,
      ),
    ).toEqual([]);
  });
});
