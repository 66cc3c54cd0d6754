import { UsageError } from '../usage-error.ts';

/** Where the store is: PostgreSQL where DATABASE_URL names it, else the embedded one in a folder. */
export const storeLocation = (
  data: string,
): { readonly folder: string } | { readonly databaseUrl: string } =>
  process.env.DATABASE_URL ? { databaseUrl: databaseUrl(process.env.DATABASE_URL) } : { folder: data };

export const say = (text: string): void => void process.stderr.write(`scruple: ${text}\n`);

export const dataOption = ['--data <dir>', 'folder of the embedded store', 'scruple-data'] as const;

/** The address of a database as somebody typed it. */
export function databaseUrl(text: string): string {
  if (!/^postgres(?:ql)?:\/\//.test(text) || !URL.canParse(text))
    throw new UsageError(
      'that is no address of a PostgreSQL database',
      'write it as postgres://host/database',
    );
  return text;
}

/** How many rows a backup holds, over all tables. */
export const rowsIn = ({ rows }: { readonly rows: Readonly<Record<string, number>> }): number =>
  Object.values(rows).reduce((sum, count) => sum + count, 0);
