import type { Problem } from '../../kernel/problem.ts';
import { problem } from '../../kernel/problem.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { type OutcomeEvent, readOutcomeEvent } from '../../playbook/7-outcomes/outcome-event.ts';
import { type FileOptions, readValues, type Taker } from './read-values.ts';

export interface ReadEvents {
  readonly events: readonly OutcomeEvent[];
  /** Of lines that cannot be read, each with its place; at most a hundred, and then how many more. */
  readonly problems: readonly Problem[];
}

export interface ReadOptions extends FileOptions {
  readonly onRead: (count: number) => void;
}

/** The events of a file, all in memory. Problems: those of `readValues`; else `outcome.invalid` for each line. */
export async function readEvents(file: string, options: ReadOptions): Promise<Result<ReadEvents, Problem>> {
  const unread = new Unread(file === '-' ? 'stdin' : file);
  const events: OutcomeEvent[] = [];
  const taker: Taker = {
    take(value, line) {
      const read = readOutcomeEvent(value);
      if (read.ok) events.push(read.value);
      else unread.add(read.problem, line);
      if (events.length % 10_000 === 0) options.onRead(events.length);
    },
    refuse: (why, line) => unread.add(why, line),
    some: async () => null,
  };
  const done = await readValues(file, options, taker);
  return done.ok ? ok({ events, problems: unread.problems() }) : done;
}

/** Lines that cannot be read, by their place: a hundred of them, and how many more. */
export class Unread {
  readonly #file: string;
  readonly #first: Problem[] = [];
  #count = 0;

  constructor(file: string) {
    this.#file = file;
  }

  add(why: Problem, line: number): void {
    this.#count += 1;
    if (this.#first.length < 100)
      this.#first.push({ ...why, at: { file: this.#file, line, column: 1, endLine: line, endColumn: 1 } });
  }

  get count(): number {
    return this.#count;
  }

  problems(): readonly Problem[] {
    const more = this.#count - this.#first.length;
    if (more === 0) return this.#first;
    return [
      ...this.#first,
      problem('outcome.invalid', `${more} more lines cannot be read`, 'mend the first ones'),
    ];
  }
}
