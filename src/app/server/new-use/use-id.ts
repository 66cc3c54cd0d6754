/** Letters of an id that is made from a title; the schema of cards allows 80. */
const MAXIMUM_LETTERS = 60;
/** Names that some system takes for a device, also as a folder. */
const DEVICES = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/** A title as it can be part of a path: lower-case letters, digits, single hyphens; empty where nothing is left of it. */
export function slugOf(title: string): string {
  return title
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, MAXIMUM_LETTERS)
    .replace(/^-+|-+$/g, '');
}

/** An id from a title that no other use has. `isTaken` tells whether one is. */
export async function newUseId(title: string, isTaken: (id: string) => Promise<boolean>): Promise<string> {
  const slug = slugOf(title);
  const first = slug === '' || DEVICES.test(slug) ? `use-${slug}`.replace(/-$/, '') : slug;
  if (!(await isTaken(first))) return first;
  for (let number = 2; ; number += 1) if (!(await isTaken(`${first}-${number}`))) return `${first}-${number}`;
}
