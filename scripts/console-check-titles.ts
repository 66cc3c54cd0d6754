import { allChecks } from '../src/app/checks.ts';

/** Where the console keeps what each check is called, from the root of the project. */
export const CHECK_TITLES = 'src/console/api/check-titles.ts';

/** What each check is called, for people who never see its id: the declarations themselves would bring every reader of SQL with them. */
export function checkTitles(): string {
  const titles = allChecks
    .toSorted((one, other) => (one.id < other.id ? -1 : 1))
    .map(({ id, title }) => {
      const line = `  '${id}': ${literal(title)},`;
      // As the formatter breaks lines.
      return line.length > 110 ? line.replace(': ', ':\n    ') : line;
    });
  return `${HEADER}${titles.join('\n')}\n};\n`;
}

const HEADER = `// Made by \`node scripts/publish-client.ts\` from the declarations of the checks; do not edit.

export const CHECK_TITLES: Readonly<Record<string, string>> = {
`;

const literal = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
