import { readFile, stat } from 'node:fs/promises';
import { filesUnder } from '../../test/harness/files-under.ts';
import { ownDescription } from '../console-client.ts';
import { apiPage } from './api-page.ts';
import { pageShell, SEARCH, type SitePage, STYLE } from './page-shell.ts';
import { renderMarkdown } from './render-markdown.ts';

const ROOT = new URL('../../', import.meta.url).pathname;
const API = 'docs/api.md';

/** Sections in the order of the navigation, with what belongs to each; the first that fits counts. */
const SECTIONS: ReadonlyArray<readonly [string, RegExp]> = [
  ['Start', /^(?:README|GLOSSARY|ARCHITECTURE|SECURITY|CONTRIBUTING)\.md$/],
  ['Answers', /^docs\/(?:answers\/.*|works-council)\.md$/],
  ['Reference', /^docs\/(?:api|problems|required|use-card|roles|checks)\.md$/],
  ['Decisions', /^docs\/decisions\/.*\.md$/],
  ['Schemas', /^docs\/schemas\/.*\.json$/],
  ['Guide', /^(?:docs\/[^/]*|src\/gate\/library\/README)\.md$/],
  ['Checks', /^src\/playbook\/[^/]*\/checks\/[^/]*\/README\.md$/],
  ['Figures', /^bench\/[^/]*\/README\.md$/],
];
const ORDER = ['Start', 'Answers', 'Guide', 'Checks', 'Reference', 'Schemas', 'Decisions', 'Figures'];
const sectionOf = (path: string): string | null => SECTIONS.find(([, fits]) => fits.test(path))?.[0] ?? null;

const addressOf = (path: string): string =>
  path === 'README.md' ? 'index.html' : path.replace(/\.(?:md|json)$/, '.html');

/** Every file of the site by its address: documents, check pages, problems, schemas and the API, from the same texts as in the repository. */
export async function siteFiles(): Promise<ReadonlyMap<string, string>> {
  const description = await ownDescription();
  const texts = new Map([[API, apiPage(description)]]);
  for (const path of await documentPaths()) texts.set(path, await textOf(path));

  const target = (path: string): string | null => {
    if (path === 'docs/openapi.json') return path;
    const own = [path, `${path.replace(/\/$/, '')}/README.md`].find((one) => texts.has(one));
    return own === undefined ? null : addressOf(own);
  };
  const rendered = [...texts].map(([path, text]) => ({
    ...renderMarkdown(path, text, target),
    address: addressOf(path),
    section: sectionOf(path)!,
  }));
  const pages: SitePage[] = rendered.sort(
    (a, b) => ORDER.indexOf(a.section) - ORDER.indexOf(b.section) || (a.title < b.title ? -1 : 1),
  );
  return new Map([
    ['site.css', STYLE],
    ['search.js', SEARCH],
    ...(await drawings()),
    ['docs/openapi.json', `${JSON.stringify(description, null, 2)}\n`],
    ...rendered.map((page): [string, string] => [page.address, pageShell(page, pages, page.html)]),
  ]);
}

async function drawings(): Promise<ReadonlyArray<readonly [string, string]>> {
  const found = (await filesUnder(`${ROOT}docs`)).filter((file) => file.endsWith('.svg'));
  return Promise.all(
    found.map(async (file) => [file.slice(ROOT.length), await readFile(file, 'utf8')] as const),
  );
}

async function documentPaths(): Promise<readonly string[]> {
  const folders = ['docs', 'bench', 'src/playbook', 'src/gate/library'];
  const found = (await Promise.all(folders.map((folder) => filesUnder(`${ROOT}${folder}`)))).flat();
  const top = ['README', 'GLOSSARY', 'ARCHITECTURE', 'SECURITY', 'CONTRIBUTING'].map((name) => `${name}.md`);
  for (const path of top) await stat(`${ROOT}${path}`);
  return [...top, ...found.map((file) => file.slice(ROOT.length))]
    .filter((path) => sectionOf(path) !== null)
    .sort();
}

async function textOf(path: string): Promise<string> {
  const text = await readFile(`${ROOT}${path}`, 'utf8');
  if (!path.endsWith('.json')) return text;
  const { title, description } = JSON.parse(text) as Readonly<Record<string, string | undefined>>;
  const name = path.slice('docs/schemas/'.length);
  return `# ${name}\n\n${[title, description].filter((one) => one !== undefined).join('\n\n')}\n\n\`\`\`json\n${text.trim()}\n\`\`\`\n`;
}
