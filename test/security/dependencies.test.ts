import { spawnSync } from 'node:child_process';
import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BUNDLED, type Dependency, idOf, readDependencies } from '../../scripts/dependencies.ts';
import { licenceObjection } from '../../scripts/licences.ts';
import { notice } from '../../scripts/make-notice.ts';
import { billOfMaterials } from '../../scripts/make-sbom.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const all = await readDependencies();

describe('dependencies', () => {
  it('have licences that ask for a notice at most; tools may ask for more, if they are on a list', () => {
    expect(all.length).toBeGreaterThan(100);
    expect(all.map(licenceObjection).filter((objection) => objection !== null)).toEqual([]);
  });

  it.each<[string, Partial<Dependency>]>([
    ['strong copyleft', { licence: 'GPL-3.0-only' }],
    ['network copyleft', { licence: 'AGPL-3.0-or-later' }],
    ['a licence that is not open', { licence: 'BUSL-1.1' }],
    ['none', { licence: null }],
    ['one of two that both hold', { licence: '(MIT AND LGPL-3.0-only)' }],
    ['weak copyleft in what we ship', { name: 'axe-core', licence: 'MPL-2.0', scope: 'required' }],
    ['weak copyleft in a tool on no list', { name: 'some-tool', licence: 'MPL-2.0' }],
    ['a text of its own', { licence: 'SEE LICENSE IN LICENSE.txt' }],
  ])('are objected to with %s', (_, over) => {
    const one: Dependency = { ...all[0]!, name: 'x', scope: 'excluded', isBundled: false, ...over };
    expect(licenceObjection(one)).not.toBeNull();
  });

  it('are pinned to one version each, and to the bytes of it', async () => {
    const { dependencies, devDependencies } = JSON.parse(
      await readFile(join(root, 'package.json'), 'utf8'),
    ) as Record<string, Record<string, string>>;
    for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) {
      expect([name, version]).toEqual([name, expect.stringMatching(/^\d+\.\d+\.\d+(?:-[\w.]+)?$/)]);
      expect(all.map(idOf)).toContain(`${name}@${version}`);
    }
    for (const { name, integrity } of all)
      expect([name, integrity]).toEqual([name, expect.stringMatching(/^sha512-/)]);
  });

  it('that the console imports are known to ship', async () => {
    const console_ = join(root, 'src/console');
    const files = await readdir(console_, { recursive: true }).catch(() => []);
    const names = new Set<string>();
    for (const file of files.filter((one) => /\.(?:tsx?|css)$/.test(one) && !/\.test\./.test(one))) {
      const text = await readFile(join(console_, file), 'utf8');
      for (const [, from] of text.matchAll(/^(?:(?:import|export|\}) .*from |@?import )'([^'./][^']*)';$/gm))
        names.add(/^(?:@[^/]+\/)?[^/]+/.exec(from!)![0]);
    }
    const shipped = new Set(all.filter(({ scope }) => scope === 'required').map(({ name }) => name));
    expect([...names].filter((name) => !name.startsWith('node:') && !shipped.has(name))).toEqual([]);
    for (const name of BUNDLED) expect(shipped).toContain(name);
  });
});

describe('the bill of materials', () => {
  interface Component {
    'bom-ref': string;
    type: string;
    name: string;
    version: string;
    scope: string;
    purl: string;
    hashes: Array<{ alg: string; content: string }>;
    licenses: Array<{ license?: { id: string }; expression?: string }>;
  }
  interface Bom {
    bomFormat: string;
    specVersion: string;
    serialNumber: string;
    version: number;
    metadata: { component: Component };
    components: Component[];
    dependencies: Array<{ ref: string; dependsOn: string[] }>;
  }
  let bom: Bom;
  beforeAll(async () => {
    bom = (await billOfMaterials()) as Bom;
  });

  it('has the structure of CycloneDX 1.6', () => {
    expect(bom).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.6', version: 1 });
    expect(bom.serialNumber).toMatch(
      /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/,
    );
    for (const one of bom.components) {
      expect(one.type).toBe('library');
      expect(['required', 'optional', 'excluded']).toContain(one.scope);
      expect(one.purl).toMatch(/^pkg:npm\/(?:%40[^/@]+\/)?[^/@]+@[^@]+$/);
      expect(one.hashes).toEqual([{ alg: 'SHA-512', content: expect.stringMatching(/^[0-9a-f]{128}$/) }]);
      expect(one.licenses[0]?.license?.id ?? one.licenses[0]?.expression).toMatch(/^[\w.() -]+$/);
    }
  });

  it('names every package of the lock once, and every reference leads somewhere', () => {
    const refs = [bom.metadata.component, ...bom.components].map((one) => one['bom-ref']);
    expect(new Set(refs).size).toBe(refs.length);
    expect(bom.components).toHaveLength(all.length);
    expect(new Set(bom.dependencies.map(({ ref }) => ref))).toEqual(new Set(refs));
    for (const { dependsOn } of bom.dependencies) for (const ref of dependsOn) expect(refs).toContain(ref);
  });

  it('leads from the product to everything that runs with it', () => {
    const edges = new Map(bom.dependencies.map(({ ref, dependsOn }) => [ref, dependsOn]));
    const reached = new Set<string>();
    const open = [bom.metadata.component['bom-ref']];
    for (let ref = open.pop(); ref !== undefined; ref = open.pop()) {
      if (reached.has(ref)) continue;
      reached.add(ref);
      open.push(...edges.get(ref)!);
    }
    const needed = bom.components.filter(({ scope }) => scope === 'required');
    expect(needed.filter(({ purl }) => !reached.has(purl)).map(({ purl }) => purl)).toEqual([]);
  });

  it('is the same whenever it is made of the same lock', async () =>
    expect(await billOfMaterials()).toEqual(bom));
});

describe('NOTICE', () => {
  it('is what is installed: node scripts/make-notice.ts writes it', async () => {
    expect(await readFile(join(root, 'NOTICE'), 'utf8')).toBe(await notice());
  });

  it('names the works that we took material from, and every package that ships', async () => {
    const text = await readFile(join(root, 'NOTICE'), 'utf8');
    expect(text).toContain('Ethyca, Inc.');
    for (const { name, licence, scope } of all)
      if (scope === 'required') expect(text).toContain(`\n${name}: ${licence}\n`);
  });
});

describe('.ci/audit', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'scruple-audit-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it.each([
    ['nothing', 'exit 1', 'registry gives no audit', 0],
    ['a refusal', `echo '{"message":"405 Method Not Allowed"}'; exit 1`, 'registry gives no audit', 0],
    ['no finding', answer({}), '0 critical, 0 high, 0 moderate, 0 low', 0],
    ['small findings', answer({ moderate: 3 }), '0 critical, 0 high, 3 moderate, 0 low', 0],
    ['a grave finding', answer({ high: 1 }), '0 critical, 1 high, 0 moderate, 0 low', 1],
  ])('says what came of it where the registry answers with %s', async (_, npm, says, status) => {
    await writeFile(join(folder, 'npm'), `#!/bin/sh\n${npm}\n`);
    await chmod(join(folder, 'npm'), 0o755);
    const path = [folder, dirname(process.execPath), process.env.PATH].join(delimiter);
    const ran = spawnSync(join(root, '.ci/audit'), [], {
      encoding: 'utf8',
      env: { ...process.env, PATH: path },
    });
    expect([ran.stdout, ran.status]).toEqual([`dependency audit: ${says}\n`, status]);
  });

  function answer(counts: object): string {
    const vulnerabilities = { low: 0, moderate: 0, high: 0, critical: 0, ...counts };
    return `echo '${JSON.stringify({ metadata: { vulnerabilities } })}'`;
  }
});
