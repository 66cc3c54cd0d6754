import { type Problem, problem } from '../../kernel/problem.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { readOutcomeEvent } from '../../playbook/7-outcomes/outcome-event.ts';
import { Unread } from '../replay/read-events.ts';
import { type FileOptions, readValues } from '../replay/read-values.ts';
import { askServer, type RemoteServer } from './server.ts';

/** Events of one request. */
const AT_ONCE = 2_000;

export interface ImportOptions extends FileOptions {
  /** `null` tries the file alone: nothing is sent. */
  readonly server: RemoteServer | null;
  readonly onTaken: (count: number) => void;
}

export interface Imported {
  /** Events that can be read. */
  readonly read: number;
  readonly accepted: number;
  /** Told before by the same id, in this file or in another: they count once. */
  readonly duplicates: number;
  /** Of those accepted, such as speak of a use that the server does not know. */
  readonly quarantined: number;
  /** By the use that they speak of. */
  readonly uses: Readonly<Record<string, number>>;
  readonly unreadable: number;
  readonly problems: readonly Problem[];
}

interface Taken {
  readonly accepted: number;
  readonly duplicates: number;
  readonly quarantined: number;
  readonly refused: ReadonlyArray<{
    readonly index: number;
    readonly code: string;
    readonly detail: string;
    readonly hint: string;
  }>;
}

/**
 * Brings the events of a file to a server, some at a time and in their order. What the server took stays taken: after a
 * failure the same again goes on where it ended, since an event counts once by its id.
 * Problems: those of `readValues`, `remote.*`.
 */
export async function importOutcomes(
  file: string,
  { server, onTaken, ...options }: ImportOptions,
): Promise<Result<Imported, Problem>> {
  const unread = new Unread(file === '-' ? 'stdin' : file);
  const uses: Record<string, number> = Object.create(null);
  const sum = { read: 0, accepted: 0, duplicates: 0, quarantined: 0 };
  const waiting: Array<{ readonly value: unknown; readonly line: number }> = [];

  async function send(): Promise<Problem | null> {
    const batch = waiting.splice(0, AT_ONCE);
    if (server !== null) {
      const values = batch.map(({ value }) => value);
      const answer = await askServer<Taken>(server, 'POST', '/v1/outcomes', { events: values });
      if (!answer.ok) return heldUp(answer.problem, sum.read);
      const { accepted, duplicates, quarantined, refused } = answer.value.body;
      sum.accepted += accepted;
      sum.duplicates += duplicates;
      sum.quarantined += quarantined;
      for (const { index, detail, hint } of refused)
        unread.add(problem('outcome.invalid', detail, hint), batch[index]!.line);
    }
    sum.read += batch.length;
    onTaken(sum.read);
    return null;
  }

  const done = await readValues(file, options, {
    take(value, line) {
      const read = readOutcomeEvent(value);
      if (!read.ok) return unread.add(read.problem, line);
      uses[read.value.use] = (uses[read.value.use] ?? 0) + 1;
      waiting.push({ value, line });
    },
    refuse: (why, line) => unread.add(why, line),
    async some() {
      while (waiting.length >= AT_ONCE) {
        const end = await send();
        if (end !== null) return end;
      }
      return null;
    },
  });
  if (!done.ok) return done;
  while (waiting.length > 0) {
    const end = await send();
    if (end !== null) return fail(end);
  }
  return ok({ ...sum, uses, unreadable: unread.count, problems: unread.problems() });
}

const heldUp = (why: Problem, taken: number): Problem => ({
  ...why,
  message: `${why.message}; ${taken} events were taken before`,
  hint: `${why.hint}, then run the same again: what was taken counts once`,
});
