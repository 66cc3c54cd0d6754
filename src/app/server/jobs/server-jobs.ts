import { ok } from '../../../kernel/result.ts';
import { makeCopies } from '../access/make-copies.ts';
import { tellAgents } from '../access/protocol/tell-agents.ts';
import { signLog } from '../evidence/log.ts';
import { proveDecisions } from '../gate/prove-log.ts';
import { tellByMail } from '../hooks/tell-by-mail.ts';
import { tellHooks } from '../hooks/tell-hooks.ts';
import { deliverLetters } from '../letters/deliver-letters.ts';
import { probeControl } from '../maturity/probe-control.ts';
import { measureMaturity } from '../maturity/show-maturity.ts';
import { holdBlind } from '../outcomes/hold-blind.ts';
import { judgePools } from '../outcomes/judge-pools.ts';
import { watchOutcomes } from '../outcomes/watch-outcomes.ts';
import { tellSystems } from '../requests/systems/tell-systems.ts';
import { removeWhatIsOver } from '../retention.ts';
import type { Job } from './job.ts';
import { retentionIn } from './retention-setting.ts';

const DAY = 24 * 60;

/** Everything that the server does by itself. */
export const SERVER_JOBS: readonly Job[] = [
  // What nobody signed could be rewritten: so the log is signed again and again.
  { name: 'sign-log', everyMinutes: 5, run: signLog },
  // What was not handed over at once, or is owed by a request without anybody waiting.
  { name: 'send-letters', everyMinutes: 1, run: deliverLetters },
  // What was told, and was not judged at once, as the process ended.
  { name: 'tell-hooks', everyMinutes: 1, run: tellHooks },
  { name: 'mail-alarms', everyMinutes: 1, run: tellByMail },
  { name: 'tell-agents', everyMinutes: 1, run: tellAgents },
  { name: 'tell-systems', everyMinutes: 1, run: tellSystems },
  { name: 'watch-outcomes', everyMinutes: 1, run: watchOutcomes },
  { name: 'hold-blind', everyMinutes: 10, run: holdBlind },
  // Uses that are too small to be judged each by itself.
  { name: 'judge-pools', everyMinutes: 60, run: judgePools },
  // What a process began and did not end, as it was stopped.
  { name: 'make-copies', everyMinutes: 1, run: makeCopies },
  probeControl,
  // After the trials, which it looks at.
  measureMaturity,
  // Before they are removed, and so that none is changed unseen.
  { name: 'prove-decisions', everyMinutes: 60, run: proveDecisions },
  {
    name: 'remove-what-is-over',
    everyMinutes: DAY,
    async run(context) {
      const kept = await context.store.read((db) => retentionIn(db));
      return kept.ok ? removeWhatIsOver(context, kept.value.kept) : kept;
    },
  },
  {
    name: 'maintain-store',
    everyMinutes: DAY,
    async run({ store }) {
      const done = await store.maintain();
      return done.ok ? ok(0) : done;
    },
  },
];
