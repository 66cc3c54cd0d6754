import { homedir, hostname } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Command } from 'commander';
import type { Problem } from '../../kernel/problem.ts';
import type { Result } from '../../kernel/result.ts';
import type { Ending } from '../program.ts';
import { UsageError } from '../usage-error.ts';

interface LoginOptions {
  readonly server: string;
  readonly email?: string;
}

export const configFolder = (): string => process.env.XDG_CONFIG_HOME ?? join(homedir(), '.config');

export function addLogin(program: Command, ending: Ending): void {
  program
    .command('login')
    .description('sign in to a server, and keep a key for this machine')
    .option('--server <url>', 'address of the server', 'http://127.0.0.1:4600')
    .option('--email <address>', 'sign in with a password; without it a key is asked for')
    .addHelpText(
      'after',
      `
The password, or the key, is asked for on a terminal and otherwise read from the first line of stdin. Where a company
signs in through its own provider, make a key in the browser and give it here.

Examples:
  scruple login --server https://scruple.harbor.example --email olga@harbor.example
  scruple login --server https://scruple.harbor.example < key.txt
`,
    )
    .action(async (options: LoginOptions) => {
      ending.status = await login(options);
    });
}

async function login({ server, email }: LoginOptions): Promise<number> {
  const [{ serverUrl }, { credentialsFile, keepToken }, { makeOwnKey, rolesOf }] = await Promise.all([
    import('../../app/remote/server.ts'),
    import('../../app/remote/credentials.ts'),
    import('../../app/remote/sign-in.ts'),
  ]);
  const url = orUsage(serverUrl(server));
  const secret = await askSecret(email === undefined ? `Key for ${url}: ` : `Password of ${email}: `);
  let token = secret;
  let roles: readonly string[];
  if (email === undefined) roles = orUsage(await rolesOf(url, token));
  else ({ token, roles } = orUsage(await makeOwnKey(url, { email, password: secret, machine: hostname() })));
  await keepToken(credentialsFile(configFolder()), url, token);
  process.stdout.write(`Signed in to ${url} as ${roles.join(', ')}\n`);
  return 0;
}

/** The value, or a usage error: what a server refuses is no bug. */
export function orUsage<T>(result: Result<T, Problem>): T {
  if (!result.ok) throw new UsageError(result.problem.message, result.problem.hint);
  return result.value;
}

/** Reads a secret without showing it: nothing of it stands in the list of processes or the history of a shell. */
async function askSecret(question: string): Promise<string> {
  if (process.stdin.isTTY && process.stderr.isTTY) {
    const { isCancel, password } = await import('@clack/prompts');
    const given = await password({ message: question, output: process.stderr });
    if (isCancel(given) || given === '') throw new UsageError('nothing was given', 'run scruple login again');
    return given;
  }
  for await (const line of createInterface({ input: process.stdin }))
    if (line.trim() !== '') return line.trim();
  throw new UsageError('stdin holds neither a password nor a key', 'give it as the first line of stdin');
}
