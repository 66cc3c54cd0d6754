import type { Dependency } from './dependencies.ts';

/** Licences that ask for a notice at most. */
const ALLOWED = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'OFL-1.1',
  'PSF-2.0',
  'Python-2.0',
  'Unlicense',
  'Zlib',
]);

/** Licences that ask for more, and the packages that may have them, since they are tools of ours and are not shipped. */
const TOOLS: Readonly<Record<string, RegExp>> = { 'MPL-2.0': /^(?:axe-core|lightningcss(?:-[a-z0-9-]+)?)$/ };

/** Why a package may not be used as it is; `null` where it may. */
export function licenceObjection({ name, licence, scope, isBundled }: Dependency): string | null {
  if (licence === null) return `${name} declares no licence`;
  if (isAllowed(licence)) return null;
  if (TOOLS[licence]?.test(name) && scope !== 'required' && !isBundled) return null;
  return `${name} has the licence ${licence}, which is on no list`;
}

/** SPDX: of alternatives one is enough, of what holds together all are needed. */
function isAllowed(expression: string): boolean {
  const plain = expression.replace(/^\((.*)\)$/, '$1');
  if (/[()]/.test(plain)) return false;
  return plain.split(' OR ').some((part) => part.split(' AND ').every((id) => ALLOWED.has(id)));
}
