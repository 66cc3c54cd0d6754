import { describe, expect, it } from 'vitest';
import { displayWidth } from '../display-width.ts';
import { messagesReport, segmentsReport, workspaceReport } from '../testing/report-fixture.ts';
import { messagesText } from './messages-text.ts';
import { wrap } from './page.ts';
import { segmentsText } from './segments-text.ts';
import { workspaceText } from './workspace-text.ts';

const options = {
  width: 80,
  paint: (_style: string, text: string) => text,
  showValues: false,
  failOn: 'review' as const,
};
const texts = (width: number) => {
  const sized = { ...options, width };
  return [
    workspaceText(workspaceReport, sized),
    messagesText(messagesReport, sized),
    segmentsText(segmentsReport, sized),
  ];
};

describe('the terminal report', () => {
  it.each([60, 80, 110])('fits %i columns', (width) => {
    for (const text of texts(width))
      for (const line of text.split('\n')) expect(displayWidth(line), line).toBeLessThanOrEqual(width);
  });

  it('says the fixed clock on its first lines, what is waived, and what is not assessed', () => {
    const text = workspaceText(workspaceReport, options);
    expect(text.split('\n').slice(0, 2).join(' ')).toContain('its clock is fixed at 2026-11-20 09:00 UTC');
    expect(text).toContain('waived by seg-list@winback-spring');
    expect(text.replace(/\s+/g, ' ')).toContain(
      'bias-rate-ratio: scores[0].decisions (winback-spring), required: keeps the verdict at review',
    );
    expect(text).toContain('no finding in 38 checks, 1 not assessed');
    expect(text).toMatch(/exit 2: 1 problem/);
  });

  it('never calls anything approved', () => {
    for (const text of texts(80)) expect(text).not.toMatch(/approved|compliant|unbiased|guarantee/i);
  });

  it('masks values, and shows them where they are asked for', () => {
    for (const text of texts(80)) expect(text).not.toMatch(/ada@people|7654321/);
    expect(workspaceText(workspaceReport, { ...options, showValues: true })).toContain('ada@people.example');
    expect(segmentsText(segmentsReport, { ...options, showValues: true })).toContain(
      "'ada@people.example', 'bob@people.example'",
    );
  });

  it('lets nothing from a workspace steer the terminal', () => {
    for (const text of texts(80)) expect(text).not.toMatch(/[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]/);
  });

  it('puts the carets under the words that they speak of', () => {
    const lines = workspaceText(workspaceReport, options).split('\n');
    const at = lines.findIndex((line) => line.includes('where c.last_missed_payment'));
    const start = lines[at]!.indexOf('last_missed_payment');
    expect(lines[at + 1]!.indexOf('^')).toBe(start);
    expect(lines[at + 1]!.trimEnd().length).toBe(lines[at]!.length);
  });

  it('tells law and policy apart, and who decides', () => {
    const text = workspaceText(workspaceReport, options);
    expect(text).toContain('law      AI Act art. 5(1)(b)');
    expect(text).toMatch(/policy {3}\S/);
    expect(text).toContain('decides  a person');
  });

  it('is empty-handed with words', () => {
    const text = workspaceText({ ...workspaceReport, uses: [], problems: [], verdict: 'allow' }, options);
    expect(text).toContain('next: add a use under uses/');
  });
});

describe('wrap', () => {
  it.each([
    ['one two three', 7, ['one two', 'three']],
    ['abcdefgh', 3, ['abc', 'def', 'gh']],
    ['漢字漢字', 4, ['漢字', '漢字']],
    ['', 10, ['']],
    ['a\n\nb', 10, ['a', '', 'b']],
  ])('%j in %i columns', (text, width, rows) => {
    expect(wrap(text, width)).toEqual(rows);
  });
});
