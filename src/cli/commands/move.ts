import type { Command } from 'commander';
import type { Ending } from '../program.ts';
import { orUsage } from './login.ts';
import { databaseUrl, dataOption, rowsIn, say } from './store-location.ts';

interface MoveOptions {
  readonly data: string;
  readonly to?: string;
}

export function addMove(program: Command, ending: Ending): void {
  program
    .command('move')
    .description('carry the embedded store to PostgreSQL; the old one does not open any more')
    .option(...dataOption)
    .option('--to <url>', 'address of an empty database (default: DATABASE_URL)')
    .addHelpText(
      'after',
      '\nStop the server first. Start it again with DATABASE_URL and the same key at rest.\n\nExample:\n  scruple move --data scruple-data --to postgres://db.harbor.example/scruple\n',
    )
    .action(async ({ data, to }: MoveOptions) => {
      const { moveStore } = await import('../../app/server/transfer.ts');
      const target = { databaseUrl: databaseUrl(to ?? process.env.DATABASE_URL ?? '') };
      const carried = orUsage(await moveStore({ folder: data }, target, say));
      process.stdout.write(`${rowsIn(carried)} rows moved\n`);
      ending.status = 0;
    });
}
