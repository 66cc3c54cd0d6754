/** Prints how well and how fast wording is detected, beside published figures: `node bench/wording/run.ts`. */
import { statSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import {
  assessedShare,
  crossValidate,
  mailTiers,
  newsletters,
  rulesAlone,
  templates,
  textsPerSecond,
  underDisguise,
} from './measures.ts';
import { type OwnQuality, ownQuality } from './own-measures.ts';

const SEEDS = [0, 1, 2];
const folds = SEEDS.map(crossValidate);
const mean = (pick: (fold: (typeof folds)[number]) => number): number =>
  folds.reduce((sum, fold) => sum + pick(fold), 0) / folds.length;
const averaged = (from: 'shop' | 'mail') => ({
  accuracy: mean((fold) => fold[from].accuracy),
  precision: mean((fold) => fold[from].precision),
  recall: mean((fold) => fold[from].recall),
  f1: mean((fold) => fold[from].f1),
  auc: mean((fold) => fold[from].auc),
  calibrationError: mean((fold) => fold[from].calibrationError),
});
/** The figures without the lines themselves: who writes rules does not read the held-out ones. */
function summary({ missed, alarms, ...figures }: OwnQuality) {
  return { ...figures, missed: missed.length, alarms: alarms.length };
}

const results = {
  crossValidated: { seeds: SEEDS, shop: averaged('shop'), mail: averaged('mail') },
  rulesAlone: rulesAlone(),
  mailTiers: mailTiers(),
  ownLines: {
    tuning: summary(ownQuality('tuning')),
    heldOut: summary(ownQuality('held-out')),
    fresh: summary(ownQuality('fresh')),
  },
  newsletters: newsletters(),
  templates: templates(),
  underDisguise: underDisguise(),
  assessedShare: assessedShare(),
  textsPerSecond: textsPerSecond(10),
  modelBytes: statSync(new URL('../../src/playbook/4-harm/wording/model.ts', import.meta.url)).size,
  machine: { processor: cpus()[0]?.model ?? 'unknown', node: process.version },
};

const three = (value: number): string => value.toFixed(3);
const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(2)} %`;
const row = (
  name: string,
  q: { accuracy: number; precision: number; recall: number; f1: number; auc: number },
): string => `${name.padEnd(46)}${[q.accuracy, q.precision, q.recall, q.f1, q.auc].map(three).join('   ')}`;

console.log(`${''.padEnd(46)}acc.    prec.   recall  F1      AUC`);
console.log(row('shop texts, 5 grouped folds, 3 splits', results.crossValidated.shop));
console.log(row('shop texts, rules alone', results.rulesAlone.shop));
console.log(row('labelled mail, 5 folds, 3 splits', results.crossValidated.mail));
console.log(row('labelled mail, rules alone', results.rulesAlone.mail));
console.log(row('our own lines, fresh', results.ownLines.fresh.any));
console.log(row('our own lines, held out', results.ownLines.heldOut.any));
console.log(row('our own lines, tuning', results.ownLines.tuning.any));
console.log(`${'published: logistic regression, random folds'.padEnd(46)}0.961`);
console.log(`${'published: RoBERTa-large, random folds'.padEnd(46)}0.975                    0.975   0.995`);
console.log(
  `calibration error: shop ${three(results.crossValidated.shop.calibrationError)}, mail ${three(results.crossValidated.mail.calibrationError)}`,
);
const { newsletters: letters, templates: clean, mailTiers: tiers, textsPerSecond: speed } = results;
console.log(
  `labelled mail: right tier ${tiers.rightTier}/${tiers.n}, words touched ${tiers.quoteTouched}/${tiers.positives}, technique named ${tiers.techniqueNamed}/${tiers.positives}`,
);
for (const [
  part,
  { pressure, claim, rightTier, quoteTouched, techniqueNamed, classifierAlone },
] of Object.entries(results.ownLines))
  console.log(
    `our own lines, ${part}: pressure ${pressure.join('/')}, claims ${claim.join('/')}, right tier ${rightTier.join('/')}, words touched ${quoteTouched.join('/')}, technique named ${techniqueNamed.join('/')}, right where the classifier speaks alone ${classifierAlone.join('/')}`,
  );
console.log(
  `held-out newsletters: ${percent(letters.flagged, letters.sentences)} of ${letters.sentences} sentences flagged (rules ${percent(letters.byRule, letters.sentences)}, classifier alone ${percent(letters.byClassifierAlone, letters.sentences)}, alone and sure ${letters.byClassifierWhenSure})`,
);
console.log(
  `held-out newsletters with a rule hit: claim ${letters.mailsWith.claim}, pressure ${letters.mailsWith.pressure}, either ${letters.mailsWith.either} of ${letters.mails}`,
);
console.log(
  `templates: ${clean.withClaim.length} with a claim, ${clean.withPressure.length} with pressure of ${clean.n}; ${clean.unmeasured.length} in part in another language`,
);
console.log(
  `assessed: ${percent(results.assessedShare, 1)}   texts/s: ${speed.median} (${speed.lowest}–${speed.highest})   model ${Math.round(results.modelBytes / 1024)} kB`,
);

console.log(
  `still found under disguise: ${Object.entries(results.underDisguise)
    .map(([name, share]) => `${name} ${three(share)}`)
    .join(', ')}`,
);

writeFileSync(new URL('results/wording.json', import.meta.url), `${JSON.stringify(results, null, 2)}\n`);
