import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { type Dependency, idOf, readDependencies } from './dependencies.ts';

/**
 * The bill of materials in CycloneDX 1.6, made from package-lock.json alone: the same lock gives the same bytes, so it
 * carries no time, and its serial number is made of the lock.
 */
export async function billOfMaterials(): Promise<object> {
  const read = (file: string): Promise<string> => readFile(new URL(`../${file}`, import.meta.url), 'utf8');
  const { name, version, license, dependencies } = JSON.parse(await read('package.json')) as {
    name: string;
    version: string;
    license: string;
    dependencies: Readonly<Record<string, string>>;
  };
  const all = await readDependencies();
  const self = purl({ name, version });
  const refs = new Map(all.map((one) => [idOf(one), purl(one)]));
  const direct = Object.entries(dependencies).map(([one, pinned]) => refs.get(`${one}@${pinned}`)!);
  const bundled = all.filter(({ isBundled, paths }) => isBundled && paths.some(isDirect)).map(purl);
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: `urn:uuid:${uuidOf(await read('package-lock.json'))}`,
    version: 1,
    metadata: {
      component: {
        type: 'application',
        'bom-ref': self,
        name,
        version,
        licenses: [{ license: { id: license } }],
        purl: self,
      },
    },
    components: all.map(component),
    dependencies: [
      { ref: self, dependsOn: [...new Set([...direct, ...bundled])].sort() },
      ...all.map((one) => ({ ref: purl(one), dependsOn: one.dependsOn.map((id) => refs.get(id)!) })),
    ],
  };
}

function component(one: Dependency): object {
  const [group, plain] = one.name.startsWith('@') ? one.name.split('/') : [undefined, one.name];
  return {
    type: 'library',
    'bom-ref': purl(one),
    ...(group === undefined ? {} : { group }),
    name: plain,
    version: one.version,
    scope: one.scope,
    ...(one.integrity === null ? {} : { hashes: [hashOf(one.integrity)] }),
    ...(one.licence === null ? {} : { licenses: [licenceOf(one.licence)] }),
    purl: purl(one),
  };
}

const licenceOf = (licence: string): object =>
  / (?:OR|AND) /.test(licence) ? { expression: licence } : { license: { id: licence } };

function hashOf(integrity: string): object {
  const [algorithm, value] = integrity.split('-') as [string, string];
  return {
    alg: algorithm.replace('sha', 'SHA-'),
    content: Buffer.from(value, 'base64').toString('hex'),
  };
}

const purl = ({ name, version }: Pick<Dependency, 'name' | 'version'>): string =>
  `pkg:npm/${name.replace('@', '%40')}@${version}`;

/** Folders of the first level alone. */
const isDirect = (path: string): boolean => path.lastIndexOf('node_modules/') === 0;

/** A name-based UUID in the form of RFC 9562, version 8. */
function uuidOf(text: string): string {
  const bytes = createHash('sha256').update(text).digest().subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x80;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** Writes dist/sbom.cdx.json. */
export async function writeBillOfMaterials(): Promise<void> {
  const folder = new URL('../dist/', import.meta.url);
  await mkdir(folder, { recursive: true });
  await writeFile(new URL('sbom.cdx.json', folder), `${JSON.stringify(await billOfMaterials(), null, 2)}\n`);
}

if (import.meta.main) await writeBillOfMaterials();
