import { type Problem, problem } from '../../../kernel/problem.ts';

/** What kept us from the files of a folder. Problems: `store.full`, `store.read-only`, `store.unavailable`. */
export function problemOfFolder(error: unknown, folder: string): Problem {
  const { code = 'unknown' } = error as NodeJS.ErrnoException;
  if (['ENOSPC', 'EDQUOT', 'EFBIG'].includes(code))
    return problem(
      'store.full',
      `there is no room left in \`${folder}\``,
      'free some space, or name a folder on another disk',
    );
  if (['EROFS', 'EACCES', 'EPERM'].includes(code))
    return problem(
      'store.read-only',
      `the folder \`${folder}\` cannot be written`,
      'name a folder that this process may write',
    );
  return problem(
    'store.unavailable',
    `the folder \`${folder}\` cannot be used (${code})`,
    'name a folder that exists or can be made',
  );
}
