import type { Problem } from '../../kernel/problem.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { watch } from '../../playbook/7-outcomes/watch.ts';
import type { ReplayReport } from '../../report/replay/model.ts';
import { type ReadOptions, readEvents } from './read-events.ts';

/** Runs the monitors over the events of a log, as they would have run while these happened. Problems: those of `readEvents`. */
export async function replayEvents(
  file: string,
  options: ReadOptions & { readonly at: Date },
): Promise<Result<ReplayReport, Problem>> {
  const read = await readEvents(file, options);
  if (!read.ok) return read;
  // What happened after the moment that is asked about is not known then.
  const known = read.value.events.filter(({ at }) => at <= options.at.getTime());
  const { alarms, quiet, events, unmatched } = watch(known, options.at.getTime());
  return ok({
    alarms,
    quiet,
    events,
    unmatched,
    checkedAt: options.at,
    later: read.value.events.length - known.length,
    problems: read.value.problems,
  });
}
