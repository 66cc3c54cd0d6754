import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkTemplate, pageTemplate, testTemplate } from './new-check-template.ts';

// npm run new:check -- 4-harm msg-no-xyz
// Writes the folder of a check that passes its tests as it stands, and registers it. The root is the current folder.
const [step, id] = process.argv.slice(2);
const steps = (await readdir('src/playbook')).sort();

if (step === undefined || id === undefined)
  stop('which practice and which id?', `write npm run new:check -- ${steps[3] ?? '4-harm'} msg-no-xyz`);
if (!steps.includes(step)) stop(`there is no practice \`${step}\``, `use one of ${steps.join(', ')}`);
if (!/^[a-z]+(-[a-z0-9]+)+$/.test(id))
  stop(`\`${id}\` is no id of a check`, 'write the area, then what must hold, as msg-no-xyz');
for (const other of steps)
  if (existsSync(join('src/playbook', other, 'checks', id)))
    stop(`the check \`${id}\` exists already in ${other}`, 'choose another id');

const folder = join('src/playbook', step, 'checks', id);
const index = join('src/playbook', step, 'checks/index.ts');
const registered = register(await readFile(index, 'utf8'), id);
await mkdir(folder);
await writeFile(join(folder, 'check.ts'), checkTemplate(id, Number(step[0])));
await writeFile(join(folder, 'check.test.ts'), testTemplate(id));
await writeFile(join(folder, 'README.md'), pageTemplate(id));
await writeFile(index, registered);
console.log(
  `${folder}\n  check.ts        the rule\n  check.test.ts   its tables\n  README.md       its page, whose examples are run\nand registered in ${index}.\n\nIt is in trial: it advises and never stops a use. Run its tests with: npx vitest run ${id}`,
);

/** The list of checks with one more, in the order of their ids. */
function register(text: string, name: string): string {
  const variable = name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
  const imports = new Map(
    [...text.matchAll(/^import (\w+) from '\.\/([^']+)\/check\.ts';$/gm)].map(([, local, path]) => [
      path!,
      local!,
    ]),
  );
  imports.set(name, variable);
  const sorted = [...imports].sort(([a], [b]) => (a < b ? -1 : 1));
  const list = sorted.map(([, local]) => local);
  const oneLine = `export const checks = [${list.join(', ')}] as const;`;
  const declaration =
    oneLine.length <= 110
      ? oneLine
      : `export const checks = [\n${list.map((local) => `  ${local},\n`).join('')}] as const;`;
  const others = text
    .replace(/^import (\w+) from '\.\/([^']+)\/check\.ts';\n/gm, '')
    .replace(/export const checks[^=]*= \[[\s\S]*?\](?: as const)?;\n?/, '')
    .trim();
  const head = sorted.map(([path, local]) => `import ${local} from './${path}/check.ts';`).join('\n');
  return `${[head, others, declaration].filter((part) => part !== '').join('\n\n')}\n`;
}

function stop(message: string, hint: string): never {
  console.error(`new:check: ${message}\n  ${hint}`);
  process.exit(2);
}
