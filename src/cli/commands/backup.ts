import type { Command } from 'commander';
import type { Ending } from '../program.ts';
import { orUsage } from './login.ts';
import { dataOption, rowsIn, say, storeLocation } from './store-location.ts';

export function addBackup(program: Command, ending: Ending): void {
  program
    .command('backup')
    .description('write everything that the store holds into one file')
    .argument('<file>', 'file of the backup; it must not exist')
    .option(...dataOption)
    .addHelpText(
      'after',
      '\nDATABASE_URL names a store on PostgreSQL. Stop the server first where the store is embedded. The key at rest is not in the backup: keep a copy of it elsewhere.\n',
    )
    .action(async (file: string, { data }: { readonly data: string }) => {
      const { backUp } = await import('../../app/server/transfer.ts');
      const carried = orUsage(await backUp(storeLocation(data), file, say));
      process.stdout.write(`${rowsIn(carried)} rows written to ${file}\n`);
      ending.status = 0;
    });
}
