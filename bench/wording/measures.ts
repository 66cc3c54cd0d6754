import {
  readBenchmark,
  readLabelledMail,
  readMails,
  readTemplates,
  sentencesOf,
} from '../../scripts/wording/corpus.ts';
import {
  backgroundExamples,
  exampleOf,
  isHeldOut,
  mailExamples,
  ourExamples,
  shopExamples,
} from '../../scripts/wording/examples.ts';
import { calibrationError, type Quality, qualityOf } from '../../scripts/wording/measure.ts';
import { curveOf, outOfFold, probabilityOf } from '../../scripts/wording/train-model.ts';
import { SourceText } from '../../src/kernel/source-text.ts';
import { readMessage } from '../../src/playbook/4-harm/messages/index.ts';
import { detectWording, judgeText, normalise } from '../../src/playbook/4-harm/wording/index.ts';
import { settle } from '../../src/playbook/4-harm/wording/settle.ts';

export interface CrossValidated extends Quality {
  readonly calibrationError: number;
}

/**
 * Shop texts and labelled mail judged by models that saw no text of their group, with the same last word on a score as
 * the shipped detector.
 */
export function crossValidate(seed: number): {
  readonly shop: CrossValidated;
  readonly mail: CrossValidated;
} {
  const labelled = [...shopExamples(), ...mailExamples()];
  const margins = outOfFold(labelled, [...ourExamples(), ...backgroundExamples()], seed);
  const curve = curveOf(margins);
  const of = (from: 'shop' | 'mail'): CrossValidated => {
    const scored = margins
      .filter(({ example }) => example.from === from)
      .map(({ example, margin }) => ({
        positive: example.label === 1,
        score: settle(probabilityOf(margin, curve), normalise(example.text).text, example.ruleFired),
      }));
    return { ...qualityOf(scored, 0.5), calibrationError: calibrationError(scored) };
  };
  return { shop: of('shop'), mail: of('mail') };
}

/** The rules alone: a text is called manipulative where one fires. */
export function rulesAlone(): { readonly shop: Quality; readonly mail: Quality } {
  const of = (texts: ReadonlyArray<{ readonly text: string; readonly positive: boolean }>): Quality =>
    qualityOf(
      texts.map(({ text, positive }) => ({
        positive,
        score: exampleOf(text, positive, 'shop', '').ruleFired ? 1 : 0,
      })),
      0.5,
    );
  return {
    shop: of(readBenchmark()),
    mail: of(readLabelledMail().map(({ text, tier }) => ({ text, positive: tier > 0 }))),
  };
}

/** How often the tier of labelled mail (nothing, claim, pressure) and the quoted words are found by the shipped detector. */
export function mailTiers(): {
  readonly n: number;
  readonly rightTier: number;
  readonly quoteTouched: number;
  readonly techniqueNamed: number;
  readonly positives: number;
} {
  const mail = readLabelledMail();
  let [rightTier, quoteTouched, techniqueNamed] = [0, 0, 0];
  for (const { text, tier, quote, techniques } of mail) {
    const seen = judgeText(text).techniques;
    const found = seen.some(({ kind }) => kind === 'pressure') ? 2 : seen.length > 0 ? 1 : 0;
    if (found === tier) rightTier++;
    if (tier === 0) continue;
    const at = text.indexOf(quote);
    if (seen.some(({ start, end }) => start < at + quote.length && end > at)) quoteTouched++;
    if (seen.some(({ technique }) => techniques.includes(technique))) techniqueNamed++;
  }
  return {
    n: mail.length,
    rightTier,
    quoteTouched,
    techniqueNamed,
    positives: mail.filter(({ tier }) => tier > 0).length,
  };
}

/** False alarms on legitimate newsletters of which no sentence was trained on; true claims are counted as alarms too. */
export function newsletters() {
  const mails = readMails('hard-ham-1').filter(({ id }) => isHeldOut(id));
  const count = {
    mails: mails.length,
    sentences: 0,
    flagged: 0,
    byRule: 0,
    byClassifierAlone: 0,
    byClassifierWhenSure: 0,
  };
  const mailsWith = { claim: 0, pressure: 0, either: 0 };
  for (const { text } of mails) {
    const kinds = new Set<string>();
    for (const sentence of new Set(sentencesOf(text))) {
      const { manipulative, score, techniques } = judgeText(sentence);
      const rules = techniques.filter(({ source }) => source === 'rule');
      count.sentences++;
      if (manipulative) count.flagged++;
      if (rules.length > 0) count.byRule++;
      else if (manipulative) count.byClassifierAlone++;
      if (rules.length === 0 && score >= 0.9) count.byClassifierWhenSure++;
      for (const { kind } of rules) kinds.add(kind);
    }
    if (kinds.has('claim')) mailsWith.claim++;
    if (kinds.has('pressure')) mailsWith.pressure++;
    if (kinds.size > 0) mailsWith.either++;
  }
  return { ...count, mailsWith };
}

/** What the detector finds in the real templates, read as the product reads them. */
export function templates(): {
  readonly n: number;
  readonly withClaim: readonly string[];
  readonly withPressure: readonly string[];
  readonly unmeasured: readonly string[];
} {
  const all = readTemplates().map(({ name, source }) => {
    const file = name.split('/').slice(-2).join('/');
    const { message } = readMessage(new SourceText(file, source), { channel: 'email' });
    return { file, wording: message === null ? null : detectWording(message) };
  });
  const withKind = (kind: string): string[] =>
    all
      .filter(({ wording }) => wording?.hits.some((hit) => hit.kind === kind && hit.source === 'rule'))
      .map(({ file }) => file);
  return {
    n: all.length,
    withClaim: withKind('claim'),
    withPressure: withKind('pressure'),
    unmeasured: all
      .filter(({ wording }) => (wording?.unmeasuredLanguages.length ?? 0) > 0)
      .map(({ file, wording }) => `${file}: ${wording!.unmeasuredLanguages.join(', ')}`),
  };
}

/** Ways in which texts are disguised from filters and still read by people. */
const DISGUISES: Readonly<Record<string, (text: string) => string>> = {
  capitals: (text) => text.toUpperCase(),
  'zero-width spaces': (text) => Array.from(text).join('\u200b'),
  'look-alike letters': (text) => text.replaceAll('o', 'о').replaceAll('e', 'е').replaceAll('a', 'а'),
  'spaced letters': (text) => Array.from(text).join(' '),
  'mathematical letters': (text) =>
    text.replace(/[a-z]/g, (letter) => String.fromCodePoint(0x1d41a + letter.charCodeAt(0) - 97)),
  'emoji between words': (text) => text.replaceAll(' ', ' 🔥 '),
};

/** Share of the manipulative shop texts that are still found under each disguise, beside the share without. */
export function underDisguise(): Readonly<Record<string, number>> {
  const positives = readBenchmark().filter(({ positive }) => positive);
  const found = (disguise: (text: string) => string): number =>
    positives.filter(({ text }) => judgeText(disguise(text), { language: 'en' }).manipulative).length /
    positives.length;
  return {
    none: found((text) => text),
    ...Object.fromEntries(Object.entries(DISGUISES).map(([name, disguise]) => [name, found(disguise)])),
  };
}

/** Share of the English shop texts that are assessed. */
export const assessedShare = (): number => {
  const texts = readBenchmark();
  return texts.filter(({ text }) => judgeText(text).assessed).length / texts.length;
};

/**
 * Texts per second of processor time: the median of `runs` passes over the shop texts, after a warm-up. Processor time,
 * not the clock on the wall, so that other work on the machine does not count.
 */
export function textsPerSecond(runs: number): {
  readonly median: number;
  readonly lowest: number;
  readonly highest: number;
} {
  const texts = readBenchmark().map(({ text }) => text);
  const pass = (): number => {
    const before = process.cpuUsage();
    for (let round = 0; round < 5; round++) for (const text of texts) judgeText(text);
    const { user, system } = process.cpuUsage(before);
    return (texts.length * 5 * 1_000_000) / (user + system);
  };
  for (let warm = 0; warm < 3; warm++) pass();
  const rates = Array.from({ length: runs }, pass).sort((a, b) => a - b);
  return {
    median: Math.round(rates[runs >> 1]!),
    lowest: Math.round(rates[0]!),
    highest: Math.round(rates.at(-1)!),
  };
}
