import { termsIn } from '../../../kernel/lexicon/index.ts';
import { problem } from '../../../kernel/problem.ts';
import type { SourceText } from '../../../kernel/source-text.ts';
import { type FormatResult, notRead, type RawUse } from './raw-use.ts';

const MOST_TERMS = 200;

/**
 * A vendor's words about an audience. Words are no definition, so they are never assessed; the sensitive terms in them
 * stand as uses of a field `prose`, so that checks can speak of them. Problem: `segment.invalid`.
 */
export function readProse(source: SourceText): FormatResult {
  const fields = termsIn(source.text)
    .slice(0, MOST_TERMS)
    .map(
      ({ start, end, term }): RawUse => ({
        field: 'prose',
        role: 'include',
        jsonPath: null,
        path: [],
        values: [term],
        at: source.location(start, end),
      }),
    );
  return notRead(
    problem(
      'segment.invalid',
      'a description in words says too little to judge who is in the audience',
      'ask the vendor for the definition (fields, values, sources) and put it beside the card as .sql, .yaml or .json',
      source.location(0, source.line(1).length),
    ),
    { fields, unresolved: [], namedPeople: null },
  );
}
