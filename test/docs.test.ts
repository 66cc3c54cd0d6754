import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { PROBLEMS } from '../src/kernel/problems.ts';
import { documents } from './harness/documents.ts';
import { filesUnder } from './harness/files-under.ts';
import { withOutputs } from './harness/made-blocks.ts';

const ROOT = new URL('..', import.meta.url).pathname;
const read = (path: string) => readFile(new URL(path, `file://${ROOT}`), 'utf8');

describe('documents made from declarations', () => {
  it.each(Object.entries(documents()))('docs/%s is current', async (name, text) => {
    expect(await read(`docs/${name}`), 'run: node scripts/publish-docs.ts').toBe(text);
  });
});

describe('README', () => {
  it('shows what its commands print', async () => {
    const text = await read('README.md');
    expect(withOutputs(text), 'run: node scripts/publish-docs.ts').toBe(text);
  });

  it('opens with the two commands that CI and newcomers run', async () => {
    expect((await read('README.md')).split('```')[1]).toBe('sh\nnpm ci && npm start\nnpm ci && npm test\n');
    expect(await read('.ci/run')).toMatch(/^npm ci && npm test$/m);
  });
});

describe('problem codes', async () => {
  const sources = (await filesUnder(`${ROOT}src`)).filter(
    (file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !file.endsWith('kernel/problems.ts'),
  );
  const texts = await Promise.all(sources.map((file) => readFile(file, 'utf8')));
  const raised = (code: string): boolean => {
    const [area, rest] = code.split('.');
    // The area of schema problems is a parameter of the reader.
    return texts.some(
      (text) =>
        text.includes(`'${code}'`) || (['card', 'config'].includes(area!) && text.includes(`}.${rest}\``)),
    );
  };

  it.each(Object.keys(PROBLEMS))('%s is raised somewhere', (code) => expect(raised(code)).toBe(true));
});

describe('links in documents', async () => {
  const pages = (await filesUnder(ROOT)).filter(
    (file) => file.endsWith('.md') && !file.includes('node_modules') && !file.includes('/dist/'),
  );

  it.each(pages.map((page) => page.slice(ROOT.length)))(
    '%s leads nowhere else than to what exists',
    async (page) => {
      const text = await read(page);
      const targets = [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].map(
        ([, target]) => new URL(target!, `file://${ROOT}${page}`).pathname,
      );
      const { existsSync } = await import('node:fs');
      expect(targets.filter((target) => !existsSync(target))).toEqual([]);
    },
  );
});
