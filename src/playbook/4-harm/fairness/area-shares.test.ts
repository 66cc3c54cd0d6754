import { describe, expect, it } from 'vitest';
import { SourceText } from '../../../kernel/source-text.ts';
import { readAreaStatistics } from './area-shares.ts';

const RECORD = 'source: Census 2021 (fictional), table 7\ndate: 2021-03-21\n';
const read = (table: string, record = RECORD) =>
  readAreaStatistics(new SourceText('shares.csv', table), new SourceText('shares.csv.yaml', record));

describe('a table of area shares', () => {
  it.each([
    ['commas', 'area,minority,majority\n0123,0.25,0.75\n"a,b",1,0\n'],
    [
      'semicolons, a byte order mark and empty lines',
      '\ufeffarea;minority;majority\r\n\r\n0123;.25;0.75\r\na,b;1.0;0\r\n',
    ],
  ])('is read with %s', (_, table) => {
    expect(read(table)).toEqual({
      ok: true,
      value: {
        shares: new Map([
          ['0123', { minority: 0.25, majority: 0.75 }],
          ['a,b', { minority: 1, majority: 0 }],
        ]),
        source: 'Census 2021 (fictional), table 7',
        date: '2021-03-21',
      },
    });
  });

  it.each<[string, string, number, number, RegExp]>([
    ['nothing', '', 1, 1, /does not name the area/],
    ['an area without a group', 'area\nx\n', 1, 1, /does not name the area/],
    ['a group named twice', 'area,a,a\nx,0,1\n', 1, 1, /each group once/],
    ['a header alone', 'area,a\n', 1, 1, /no line names an area/],
    [
      'a share in percent',
      'area,a,b\nx,0.5,0.5\ny,0.1,23\n',
      3,
      7,
      /`23` under `b` is no share between 0 and 1/,
    ],
    ['an empty share', 'area,a\nx,\n', 2, 1, /`` under `a`/],
    ['a hexadecimal share', 'area,a\nx,0x1\n', 2, 3, /`0x1`/],
    ['a negative share', 'area,a\nx,-0.1\n', 2, 3, /`-0.1`/],
    ['an area told twice', 'area,a\nx,0.1\nx,0.2\n', 3, 1, /`x` stands in more than one line/],
    ['a line without an area', 'area,a\n,0.1\n', 2, 1, /names no area/],
    ['a line that is cut', 'area,a,b\nx,0.1,0.9\ny,0.1', 3, 1, /2 fields, and the first line names 3/],
    ['a quote that never closes', 'area,a\nx,0.1\n"y,0.1', 3, 1, /Quote Not Closed/],
  ])('is refused at its place: %s', (_, table, line, column, said) => {
    expect(read(table)).toMatchObject({
      ok: false,
      problem: {
        code: 'audit.invalid-areas',
        message: expect.stringMatching(said),
        at: { file: 'shares.csv', line, column },
      },
    });
  });

  it.each([
    ['without a source', 'date: 2021-03-21\n', /source/],
    ['without a date', 'source: Census\n', /date/],
    ['with a date that is none', 'source: Census\ndate: 2021-02-31\n', /2026-03-01/],
    ['that is empty', '', /./],
  ])('is refused with a record %s', (_, record, said) => {
    const answer = read('area,a\nx,0.1\n', record);
    expect(answer).toMatchObject({ ok: false, problem: { at: { file: 'shares.csv.yaml' } } });
    if (!answer.ok) expect(answer.problem.message + answer.problem.hint).toMatch(said);
  });
});
