import { spawnSync } from 'node:child_process';

const ROOT = new URL('../../', import.meta.url).pathname;
const BLOCK = /(<!-- made by: scruple ([^>]*?) -->\n```text\n)[\s\S]*?(```)/g;

/** A document with the output of each command that it names put under it, as a terminal of 80 columns shows it. */
export const withOutputs = (text: string): string =>
  text.replace(
    BLOCK,
    (_, start: string, command: string, end: string) => `${start}${outputOf(command)}${end}`,
  );

function outputOf(command: string): string {
  const ran = spawnSync(process.execPath, ['bin/scruple.js', ...command.split(' ')], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, COLUMNS: '80', NO_COLOR: '1' },
  });
  if (ran.stderr !== '') throw new Error(`scruple ${command} printed: ${ran.stderr}`);
  return ran.stdout;
}
