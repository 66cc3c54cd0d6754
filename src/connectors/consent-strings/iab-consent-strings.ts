import { GppModel } from '@iabgpp/cmpapi';
import { TCString, type Vector } from '@iabtcf/core';
import type {
  ConsentStrings,
  GppConsent,
  TcfConsent,
  UsSection,
} from '../../kernel/ports/consent-strings.ts';
import { type Problem, problem } from '../../kernel/problem.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';

const LONGEST = 20_000;

/**
 * Decodes with the IAB’s own libraries, `@iabtcf/core` and `@iabgpp/cmpapi`. They throw at much of what is wrong, and take
 * some of it; what they take is held against what a string of that kind must have. Problems: `signal.undecodable`.
 */
export const iabConsentStrings: ConsentStrings = {
  readTcf(text) {
    if (!/^[A-Za-z0-9_-]{8,}(?:\.[A-Za-z0-9_-]+){0,3}$/.test(text) || text.length > LONGEST)
      return undecodable('TC');
    return decoded('TC', () => tcfOf(text));
  },
  readGpp(text) {
    if (!/^D[A-Za-z0-9_-]+(?:~[A-Za-z0-9_.-]+)+$/.test(text) || text.length > LONGEST)
      return undecodable('GPP');
    return decoded('GPP', () => gppOf(text));
  },
};

function decoded<T>(what: string, decode: () => T | null): Result<T, Problem> {
  try {
    const value = decode();
    return value === null ? undecodable(what) : ok(value);
  } catch {
    return undecodable(what);
  }
}

const undecodable = (what: string): Result<never, Problem> =>
  fail(
    problem(
      'signal.undecodable',
      `the ${what} string cannot be decoded`,
      'send the string as the browser keeps it',
    ),
  );

function tcfOf(text: string): TcfConsent | null {
  const model = TCString.decode(text);
  const { version, created, lastUpdated } = model;
  if (version !== 2 || Number.isNaN(created.getTime()) || Number.isNaN(lastUpdated.getTime())) return null;
  // The type of a segment is its first three bits; 1 tells of the vendors that were disclosed.
  const hasDisclosed = text
    .split('.')
    .slice(1)
    .some((segment) => Buffer.from(segment, 'base64url')[0]! >> 5 === 1);
  return {
    version,
    policyVersion: Number(model.policyVersion),
    createdAt: created,
    updatedAt: lastUpdated,
    language: model.consentLanguage,
    purposesConsented: numbersIn(model.purposeConsents),
    purposesNotObjected: numbersIn(model.purposeLegitimateInterests),
    vendorsConsented: numbersIn(model.vendorConsents),
    vendorsDisclosed: hasDisclosed ? numbersIn(model.vendorsDisclosed) : null,
  };
}

function numbersIn(vector: Vector): ReadonlySet<number> {
  const numbers = new Set<number>();
  vector.forEach((has, number) => {
    if (has) numbers.add(number);
  });
  return numbers;
}

function gppOf(text: string): GppConsent | null {
  const model = new GppModel(text);
  const names = model.getSectionIds().map((id) => NAMES.get(id) ?? null);
  const parts = text.split('~').slice(1);
  if (names.length !== parts.length || names.some((name) => name === null)) return null;
  const sections = names as string[];
  // Read through: sections are decoded when they are first asked for, and a broken one throws then.
  for (const name of sections) model.getSection(name);
  const tcfAt = sections.indexOf('tcfeuv2');
  const tcf = tcfAt < 0 ? null : tcfOf(parts[tcfAt]!);
  if (tcfAt >= 0 && tcf === null) return null;
  return {
    sections,
    tcf,
    us: sections.filter((name) => name.startsWith('us')).map((name) => usSection(model, name)),
  };
}

function usSection(model: GppModel, section: string): UsSection {
  const field = (name: string): unknown =>
    model.hasField(section, name) ? model.getFieldValue(section, name) : undefined;
  const number = (name: string): number | null => {
    const value = field(name);
    return typeof value === 'number' ? value : null;
  };
  const sensitive = field('SensitiveDataProcessing');
  return {
    section,
    version: number('Version') ?? 1,
    // The older string writes letters: Y for opted out.
    saleOptOut: section === 'uspv1' ? letter(field('OptOutSale')) : number('SaleOptOut'),
    sharingOptOut: number('SharingOptOut'),
    targetedAdvertisingOptOut: number('TargetedAdvertisingOptOut'),
    sensitiveData: Array.isArray(sensitive) ? sensitive.filter((one) => typeof one === 'number') : [],
    gpc: field('Gpc') === true,
  };
}

const letter = (value: unknown): number => (value === 'Y' ? 1 : value === 'N' ? 2 : 0);

/** By the IAB’s list of sections. One that is not here cannot be read, and so nothing of the string is. */
const NAMES: ReadonlyMap<number, string> = new Map(
  (
    '2 tcfeuv2 5 tcfcav1 6 uspv1 7 usnat 8 usca 9 usva 10 usco 11 usut 12 usct 13 usfl 14 usmt 15 usor 16 ustx 17 usde ' +
    '18 usia 19 usne 20 usnh 21 usnj 22 ustn 23 usmn 24 usmd 25 usin 26 usky 27 usri'
  )
    .match(/\d+ \w+/g)!
    .map((pair) => [Number(pair.split(' ')[0]), pair.split(' ')[1]!]),
);
