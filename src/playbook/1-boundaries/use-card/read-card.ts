import { isDeepStrictEqual } from 'node:util';
import type { CardFact } from '../../../check/facts/card.ts';
import { nearest, type Problem, problem } from '../../../kernel/problem.ts';
import type { SourceText } from '../../../kernel/source-text.ts';
import { DATA_USES, isDataUse } from '../../../kernel/taxonomy/data-uses.ts';
import { readYaml } from '../../../kernel/yaml-document.ts';
import { useCardSchema } from './schema.ts';

export interface CardReading {
  readonly fact: CardFact | null;
  readonly problems: readonly Problem[];
}

/**
 * Reads a use card. `folder` is the name of the folder it lies in, which is its id; `purposes` are the purposes that
 * scruple.yaml declares beside the taxonomy. An unknown purpose is a Problem, and the card is still judged.
 * Problems: `yaml.*`, `card.*`.
 */
export function readCard(
  source: SourceText,
  folder: string,
  purposes: ReadonlyArray<{ readonly key: string }>,
): CardReading {
  const { value: card, problems, at } = readYaml(source, useCardSchema, 'card');
  if (card === null) return { fact: null, problems };
  const more: Problem[] = [];
  if (card.use !== folder)
    more.push(
      problem(
        'card.id-differs',
        `the card says \`${card.use}\` and lies in the folder \`${folder}\``,
        `write \`use: ${folder}\``,
        at('/use'),
      ),
    );
  const named: Array<[string, string]> = [
    ...(card.purpose === undefined ? [] : [[card.purpose, '/purpose'] as [string, string]]),
    ...(card.suppliers ?? []).flatMap((supplier, index) =>
      (supplier.purposes ?? []).map((purpose, position): [string, string] => [
        purpose,
        `/suppliers/${index}/purposes/${position}`,
      ]),
    ),
  ];
  for (const [purpose, pointer] of named) {
    if (isDataUse(purpose) || purposes.some(({ key }) => key === purpose)) continue;
    const near = nearest(purpose, [...Object.keys(DATA_USES), ...purposes.map(({ key }) => key)]);
    const hint =
      near === undefined
        ? 'use a key of the data use taxonomy, or declare it under `purposes` in scruple.yaml'
        : `write \`${near}\``;
    more.push(
      problem('card.unknown-purpose', `\`${purpose}\` is no purpose that is known`, hint, at(pointer)),
    );
  }
  return { fact: { card, file: source.file, at }, problems: more };
}

/** Whether two cards say the same, whatever their key order. */
export const sameCard = (a: CardFact, b: CardFact): boolean => isDeepStrictEqual(a.card, b.card);
