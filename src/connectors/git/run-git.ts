import { execFile } from 'node:child_process';
import { devNull } from 'node:os';
import { type Problem, problem } from '../../kernel/problem.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';

const TIME_LIMIT_MS = 30_000;
const MAXIMUM_OUTPUT = 256 * 1024 * 1024;

/**
 * Settings under which git runs nothing that a repository names: no hook, no file watcher, no pager, no diff or text
 * program, no repository that lies inside the work tree as plain files, no fetch of what is not here.
 */
const SAFE = [
  ['core.hooksPath', devNull],
  ['core.fsmonitor', 'false'],
  ['core.pager', 'cat'],
  ['core.quotePath', 'false'],
  ['diff.external', ''],
  ['protocol.allow', 'never'],
  ['safe.bareRepository', 'explicit'],
] as const;

/** Runs git without a shell in a folder, and gives what it printed. Problems: `git.unavailable`. */
export function runGit(
  folder: string,
  args: readonly string[],
  input?: string,
): Promise<Result<Buffer, Problem>> {
  const settings = SAFE.flatMap(([key, value]) => ['-c', `${key}=${value}`]);
  return new Promise((resolve) => {
    const child = execFile(
      'git',
      ['--no-pager', '--literal-pathspecs', ...settings, ...args],
      {
        cwd: folder,
        encoding: 'buffer',
        timeout: TIME_LIMIT_MS,
        maxBuffer: MAXIMUM_OUTPUT,
        windowsHide: true,
        env: environment(),
      },
      (error, stdout, stderr) => resolve(error === null ? ok(stdout) : fail(unavailable(error, stderr))),
    );
    child.stdin?.on('error', () => {});
    child.stdin?.end(input ?? '');
  });
}

/** Only what git needs to be found and to know whom the folder belongs to; variables such as `GIT_DIR` stay behind. */
function environment(): NodeJS.ProcessEnv {
  const kept = [
    'PATH',
    'HOME',
    'USERPROFILE',
    'SYSTEMROOT',
    'XDG_CONFIG_HOME',
    'GIT_CONFIG_COUNT',
    'GIT_CONFIG_GLOBAL',
  ];
  const own = Object.entries(process.env).filter(
    ([name]) => kept.includes(name) || /^GIT_CONFIG_(?:KEY|VALUE)_\d+$/.test(name),
  );
  return {
    ...Object.fromEntries(own),
    LC_ALL: 'C',
    GIT_TERMINAL_PROMPT: '0',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_NO_LAZY_FETCH: '1',
    GIT_ATTR_NOSYSTEM: '1',
  };
}

function unavailable(error: Error & { code?: unknown; killed?: boolean }, stderr: Buffer): Problem {
  const said = stderr.toString('utf8');
  if (error.code === 'ENOENT')
    return problem('git.unavailable', 'git is not installed', 'install git to read the history');
  if (error.killed === true)
    return problem('git.unavailable', 'git gave no answer in time', 'run the check again');
  if (/not a git repository/i.test(said))
    return problem(
      'git.unavailable',
      'the folder is in no git repository',
      'put the workspace under version control',
    );
  if (/dubious ownership/i.test(said))
    return problem(
      'git.unavailable',
      'git does not trust the folder, because somebody else owns it',
      'add it to `safe.directory` of your git settings',
    );
  const line = said
    .split('\n')[0]!
    .replace(/^fatal: /, '')
    .slice(0, 200);
  return problem('git.unavailable', `git cannot answer: ${line}`, 'check the revision and the repository');
}
