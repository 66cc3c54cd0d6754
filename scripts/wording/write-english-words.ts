import { writeFileSync } from 'node:fs';
import { FOREIGN_WORDS } from '../../src/playbook/4-harm/wording/foreign-words.ts';
import { readBenchmark, readMails, sentencesOf } from './corpus.ts';

const MAILS_AT_LEAST = 10;

/** Writes the words that stand in at least ten mails of the public corpus, or in two ordinary shop texts. */
export function writeEnglishWords(target: URL): number {
  const mails = new Map<string, number>();
  for (const folder of ['easy-ham-1', 'easy-ham-2', 'hard-ham-1', 'spam-1', 'spam-2'] as const)
    for (const { text } of readMails(folder))
      for (const word of new Set(sentencesOf(text).flatMap(wordsOf))) count(mails, word);
  const shops = new Map<string, number>();
  for (const { text } of readBenchmark()) for (const word of new Set(wordsOf(text))) count(shops, word);
  const kept = [...mails].filter(([, n]) => n >= MAILS_AT_LEAST).map(([word]) => word);
  kept.push(...[...shops].filter(([, n]) => n >= 2).map(([word]) => word), 'a', 'i');
  const words = [...new Set(kept)].filter((word) => !FOREIGN_WORDS.has(word) && word.length < 16).sort();
  const lines = words.join(' ').match(/.{1,140}(?: |$)/g) ?? [];
  writeFileSync(
    target,
    `/** Words of English mail and shops, counted by \`scripts/train-wording.ts\`: they tell English in a short line. */
export const ENGLISH_WORDS: ReadonlySet<string> = new Set(
  \`
${lines.map((line) => line.trim()).join('\n')}
\`.split(/\\s+/),
);
`,
  );
  return words.length;
}

const wordsOf = (text: string): string[] =>
  (text.toLowerCase().match(/[a-z]+(?:'[a-z]+)?/g) ?? []).filter((word) => word.length > 1);

const count = (counts: Map<string, number>, word: string): void => {
  counts.set(word, (counts.get(word) ?? 0) + 1);
};
