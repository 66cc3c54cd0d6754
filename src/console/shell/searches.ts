import { allPages } from '../api/all-pages.ts';
import { listBoundaries, listNotices, listPeople, listUses, searchFindings } from '../api/client.ts';
import type { Right } from '../pages/console-page.ts';
import { languageInWords } from '../parts/language-words.ts';

/** Something that the palette finds, and where it leads. */
export interface Found {
  readonly id: string;
  readonly label: string;
  readonly says: string;
  readonly to: string;
}

/** One kind of thing that the palette finds, asked on the server. */
export interface Search {
  readonly group: string;
  readonly right: Right;
  readonly find: (query: string, signal: AbortSignal) => Promise<readonly Found[]>;
}

const AT_MOST = 5;

/** Of a person who is a customer nobody can look up more than the pseudonym that they have at hand. */
const PSEUDONYM = /^subject:[A-Za-z0-9_-]{43}$/;

/** What the palette searches; a page that shows a new kind of thing adds it here. */
export const SEARCHES: readonly Search[] = [
  {
    group: 'Uses',
    right: 'use.read',
    find: async (query, signal) =>
      (await listUses({ query, limit: AT_MOST }, { signal })).items.map(({ id, kind, owner, state }) => ({
        id,
        label: id,
        says: `${kind}, ${state}, ${owner}`,
        to: `/uses/${id}`,
      })),
  },
  {
    group: 'Findings',
    right: 'use.read',
    find: async (query, signal) =>
      (await searchFindings({ query, limit: AT_MOST }, { signal })).items.map(({ use, finding }) => ({
        id: `${use} ${finding.check} ${finding.at.file} ${finding.at.line} ${finding.at.column}`,
        label: `${finding.check} in ${use}`,
        says: `${finding.gravity}: ${finding.what}`,
        to: `/uses/${use}/checks`,
      })),
  },
  {
    group: 'People',
    right: 'people.read',
    find: async (query, signal) =>
      (await listPeople({ query, limit: AT_MOST }, { signal })).items.map(({ key, name, roles }) => ({
        id: key,
        label: name,
        says: roles.join(', '),
        to: `/people/${key}`,
      })),
  },
  {
    group: 'Boundaries',
    right: 'use.read',
    find: async (query, signal) =>
      (await allPages((page) => listBoundaries(page, { signal }))).items
        .filter(({ id, because }) => `${id} ${because}`.toLowerCase().includes(query.toLowerCase()))
        .slice(0, AT_MOST)
        .map(({ id, because, workspace }) => ({
          id: `boundary ${workspace} ${id}`,
          label: id,
          says: because,
          to: `/boundaries?query=${encodeURIComponent(id)}`,
        })),
  },
  {
    group: 'Customers',
    right: 'ledger.read',
    find: async (query) =>
      PSEUDONYM.test(query)
        ? [
            {
              id: query,
              label: query,
              says: 'for a stated reason',
              to: `/customers/${encodeURIComponent(query)}`,
            },
          ]
        : [],
  },
  {
    group: 'Notices',
    right: 'settings.read',
    find: async (query, signal) =>
      (await allPages((page) => listNotices(page, { signal }))).items
        .filter(({ version, text }) => `${version} ${text}`.toLowerCase().includes(query.toLowerCase()))
        .slice(0, AT_MOST)
        .map(({ version, language, hash }) => ({
          id: hash,
          label: version,
          says: `notice, ${languageInWords(language)}`,
          to: `/notices/${encodeURIComponent(hash)}`,
        })),
  },
];
