/**
 * Trains the wording classifier and writes `model.ts` and `english-words.ts` beside it. Reads the shared benchmark, the
 * labelled mail and the public mail corpus in place; only our own weights and word counts are written.
 *
 *   node scripts/train-wording.ts
 */
import { writeFileSync } from 'node:fs';
import { backgroundExamples, mailExamples, ourExamples, shopExamples } from './wording/examples.ts';
import { calibrationError, qualityOf } from './wording/measure.ts';
import { curveOf, modelOf, outOfFold, probabilityOf, trainOn } from './wording/train-model.ts';
import { writeEnglishWords } from './wording/write-english-words.ts';

const target = new URL('../src/playbook/4-harm/wording/', import.meta.url);
console.log(`${writeEnglishWords(new URL('english-words.ts', target))} English words`);

const [shop, mail] = [shopExamples(), mailExamples()];
const rest = [...ourExamples(), ...backgroundExamples()];
console.log(
  `${shop.length} shop texts, ${mail.length} mail sentences, ${rest.length} of our own and from the background`,
);

const margins = outOfFold([...shop, ...mail], rest);
const curve = curveOf(margins);
for (const from of ['shop', 'mail'] as const) {
  const scored = margins
    .filter(({ example }) => example.from === from)
    .map(({ example, margin }) => ({ positive: example.label === 1, score: probabilityOf(margin, curve) }));
  console.log(from, qualityOf(scored, 0.5), { calibrationError: calibrationError(scored) });
}

const model = modelOf(trainOn([...shop, ...mail, ...rest]), curve, shop);
writeFileSync(
  new URL('model.ts', target),
  `import type { WordingModel } from './linear-model.ts';

/** Written by \`scripts/train-wording.ts\`; never edited by hand. */
export const MODEL: WordingModel = ${JSON.stringify(model)};
`,
);
