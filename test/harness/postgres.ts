import type { PostgresServer } from '../contract/postgres-server.ts';

export {
  hasPostgres,
  type PostgresServer,
  sayWithoutPostgres,
  startPostgres,
} from '../contract/postgres-server.ts';

let made = 0;

/** The address of a new, empty database on a server. */
export async function emptyDatabase(server: PostgresServer): Promise<string> {
  made += 1;
  const name = `empty_${process.pid}_${made}`;
  await server.run(`create database ${name} encoding 'UTF8' template template0`);
  return server.url.replace(/\/postgres$/, `/${name}`);
}
