import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCsvHeader } from './csv-header.ts';

describe('the header of a CSV file', () => {
  it.each<[string, string, string[]]>([
    ['sex,decision', ',', ['sex', 'decision']],
    ['sex\tdecision', '\t', ['sex', 'decision']],
    ['"sex, or gender",decision', ',', ['sex, or gender', 'decision']],
    ['"say ""sex""",d', ',', ['say "sex"', 'd']],
    ['decision', ',', ['decision']],
    ['sex,Sex,,sex', ',', ['sex', 'Sex_1', 'column2', 'sex_2']],
  ])('%s', (line, delimiter, columns) => expect(readCsvHeader(line)).toMatchObject({ delimiter, columns }));

  it('goes by the names that are wanted', () => {
    expect(readCsvHeader('sex;decision, final, really', ['sex'])).toMatchObject({
      delimiter: ';',
      columns: ['sex', 'decision, final, really'],
    });
  });
  it('does not read a quote that stays open', () => {
    expect(readCsvHeader('sex,"decision')).toBeNull();
    expect(readCsvHeader('sex,Sex')?.repeated).toEqual(new Set(['sex']));
  });
  it('reads back what was written, whatever the names', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string({ minLength: 1 }), {
          minLength: 2,
          maxLength: 6,
          selector: (name) => name.toLowerCase(),
        }),
        (names) => {
          const line = names.map((name) => `"${name.replaceAll('"', '""')}"`).join(',');
          expect(readCsvHeader(line, names)?.columns).toEqual(names);
        },
      ),
    );
  });
});
