import { relative, resolve } from 'node:path';
import type { Command } from 'commander';
import type { NewWorkspace } from '../../app/init/template.ts';
import { insteadOfJurisdiction } from '../../kernel/jurisdiction.ts';
import type { Ending } from '../program.ts';
import { UsageError } from '../usage-error.ts';
import { VERSION } from '../version.ts';

interface InitOptions {
  readonly yes?: boolean;
}

const DEFAULTS = { organisation: 'The Shop (fictional)', jurisdictions: ['eu'] } as const;

export function addInit(program: Command, ending: Ending): void {
  program
    .command('init')
    .description('start a workspace with one example use')
    .argument('[dir]', 'folder of the workspace', '.')
    .option('--yes', 'ask nothing and take the defaults')
    .addHelpText('after', '\nExamples:\n  scruple init\n  scruple init customer-data --yes\n')
    .action(async (folder: string, options: InitOptions) => {
      ending.status = await init(folder, options);
    });
}

async function init(folder: string, options: InitOptions): Promise<number> {
  const isAsking = options.yes !== true && process.stdin.isTTY && process.stdout.isTTY;
  const answers = isAsking ? await ask() : DEFAULTS;
  if (answers === null) return 2;
  const { startWorkspace } = await import('../../app/init/start-workspace.ts');
  const started = await startWorkspace(folder, { ...answers, today: new Date(), version: VERSION });
  if (!started.ok) throw new UsageError(started.problem.message, started.problem.hint);
  const shown = relative(process.cwd(), resolve(folder));
  const check = `scruple check${shown === '' ? '' : ` ${/^[\w./-]+$/.test(shown) ? shown : JSON.stringify(shown)}`}`;
  process.stdout.write(
    `${started.value.map((path) => `  ${path}\n`).join('')}\nThe example use is fictional. Look at it, then run: ${check}\n`,
  );
  return 0;
}

/** Asks what a workspace must say of its company; `null` where the person leaves. */
async function ask(): Promise<Omit<NewWorkspace, 'today' | 'version'> | null> {
  const { cancel, isCancel, text } = await import('@clack/prompts');
  const organisation = await text({
    message: 'Which organisation is it?',
    placeholder: DEFAULTS.organisation,
    defaultValue: DEFAULTS.organisation,
  });
  if (isCancel(organisation)) return leave(cancel);
  const jurisdictions = await text({
    message: 'Where do its customers live? Codes as eu, uk, us-ca, with commas between them.',
    placeholder: 'eu',
    defaultValue: 'eu',
    validate(value) {
      const [instead] = codesOf(value ?? '').flatMap((code) => insteadOfJurisdiction(code) ?? []);
      return instead === undefined ? undefined : `Write ${instead}.`;
    },
  });
  if (isCancel(jurisdictions)) return leave(cancel);
  const codes = codesOf(jurisdictions);
  return { organisation, jurisdictions: codes.length === 0 ? DEFAULTS.jurisdictions : codes };
}

const codesOf = (answer: string): string[] =>
  answer
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((code) => code !== '');

function leave(cancel: (message: string) => void): null {
  cancel('Nothing was written.');
  return null;
}
