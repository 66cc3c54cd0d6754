import { describe, expect, it } from 'vitest';
import { adviceOf, message, run, somewhere } from '../../../../check/testing/builders.ts';
import check from './check.ts';

const judge = (text: string, checked = false) =>
  run(check, {
    messages: {
      messages: [
        message([], {
          controls: [
            {
              type: 'checkbox',
              text,
              checked,
              answer: 'other',
              fontSizePx: null,
              looksLikeButton: false,
              at: somewhere(),
            },
          ],
        }),
      ],
    },
  });

describe('ctl-granular', () => {
  it.each<[string, string, boolean, string[]]>([
    ['an empty tick', 'I agree to receive the newsletter', false, []],
    ['a tick set beforehand', 'I agree to receive the newsletter', true, ['ticked-beforehand']],
    [
      'two purposes in one',
      'I agree to receive offers and to have my data shared with partners',
      false,
      ['bundled'],
    ],
    ['two channels in one', 'I want the newsletter by mail and by phone', false, ['bundled']],
    [
      'both at once',
      'Ja, Angebote zusenden und an Partner weitergeben',
      true,
      ['bundled', 'ticked-beforehand'],
    ],
    ['near miss: a filter of the shop', 'In stock', true, []],
  ])('%s', (_, text, checked, expected) => expect(adviceOf(judge(text, checked))).toEqual(expected));
});
