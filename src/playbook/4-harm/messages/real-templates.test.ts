import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SourceText } from '../../../kernel/source-text.ts';
import { readMessage } from './read-message.ts';

const FOLDER = new URL('../../../../../shared/data/templates/', import.meta.url);
const files = existsSync(FOLDER)
  ? readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(?:html|mjml)$/.test(name))
  : [];
if (files.length === 0) console.log('skipped: 66 real templates are not at hand');

describe.skipIf(files.length === 0)('66 real templates', () => {
  const readings = files.map((file) => {
    const source = new SourceText(file, readFileSync(new URL(file, FOLDER), 'utf8'));
    return { source, ...readMessage(source) };
  });
  const withRole = (role: string): number =>
    readings.filter(({ message }) => message?.blocks.some((block) => block.role === role)).length;

  it('are read without a problem, in English', () => {
    expect(readings.flatMap(({ problems }) => problems)).toEqual([]);
    expect(readings.filter(({ message }) => message?.language === 'en').length).toBeGreaterThanOrEqual(60);
  });

  it('quote their source', () => {
    const plain = (text: string): string => text.replace(/\s+/g, ' ');
    let verbatim = 0;
    let total = 0;
    for (const { source, message } of readings)
      for (const block of message!.blocks) {
        const quote = source.quote(block.at(0, block.text.length));
        total += 1;
        if (plain(quote) === block.text) verbatim += 1;
        // Without its tags, comments and entities, the quote is the text.
        const words = (text: string): string =>
          text
            .replace(/<[^>]*>|\*\|(?:IF|END|ELSE)[^|]*\|\*|\{\{[#/][^}]*\}\}/g, '')
            .replace(/&[#\w]+;|[^\p{L}\p{N}]/gu, '');
        expect(words(quote)).toBe(words(block.text));
      }
    expect(verbatim / total).toBeGreaterThan(0.7);
  });

  it('have subjects, preheaders, buttons and footers in a sensible share, and nothing to decline', () => {
    expect(withRole('subject')).toBeGreaterThan(35);
    expect(withRole('preheader')).toBeGreaterThan(35);
    expect(withRole('button')).toBeGreaterThan(35);
    expect(withRole('footer')).toBeGreaterThan(55);
    expect(withRole('decline')).toBe(0);
  });
});
