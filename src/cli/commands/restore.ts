import type { Command } from 'commander';
import type { Ending } from '../program.ts';
import { orUsage } from './login.ts';
import { dataOption, rowsIn, say, storeLocation } from './store-location.ts';

export function addRestore(program: Command, ending: Ending): void {
  program
    .command('restore')
    .description('make a store from a backup, where nothing is yet')
    .argument('<file>', 'file of the backup')
    .option(...dataOption)
    .addHelpText(
      'after',
      '\nDATABASE_URL names an empty database on PostgreSQL. Start the server with the key at rest that the backed-up store had.\n',
    )
    .action(async (file: string, { data }: { readonly data: string }) => {
      const { bringBack } = await import('../../app/server/transfer.ts');
      const carried = orUsage(await bringBack(file, storeLocation(data), say));
      process.stdout.write(`${rowsIn(carried)} rows restored\n`);
      ending.status = 0;
    });
}
