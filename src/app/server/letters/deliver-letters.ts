import { nextAttempt, type OutboxEntry } from '../../../kernel/ports/outbox.ts';
import type { Problem } from '../../../kernel/problem.ts';
import { fail, ok, type Result } from '../../../kernel/result.ts';
import { dropAddress, findAddress } from '../../../stores/sql/repositories/customer-addresses.ts';
import { outboxOf } from '../../../stores/sql/repositories/outbox.ts';
import { pageSettingsIn } from '../choices/page-settings.ts';
import type { ServerContext } from '../context.ts';
import { LETTERS, type Letter, letterShape, TOPIC } from './letter.ts';
import { oweLettersOfRequests } from './letters-of-requests.ts';
import { sealContext } from './owe-letter.ts';
import { writeLetter } from './write-letter.ts';

/** At once, so that one slow mail server does not hold all of them up. */
const AT_ONCE = 5;
/** Longer than a mail may take; who claims and ends leaves the letter to others after this. */
const CLAIMED_MS = 90_000;
/** Batches in one go, so that a run ends. */
const MOST_BATCHES = 40;

type Needed = Pick<ServerContext, 'store' | 'sealer' | 'ledger' | 'clock' | 'mailer' | 'origin'>;

/**
 * Hands over the letters whose time has come; what fails is tried again later, and given up when nobody would wait for it
 * any more. A letter whose process ends in the middle may come twice. Gives how many left; the problem is that of the
 * last that did not, so that whoever runs the server sees that mail does not leave.
 */
export async function deliverLetters(context: Needed): Promise<Result<number, Problem>> {
  const owed = await oweLettersOfRequests(context);
  if (!owed.ok) return owed;
  let left = 0;
  let wrong: Problem | null = null;
  for (let batch = 0; batch < MOST_BATCHES; batch += 1) {
    const now = context.clock.now();
    const claimed = await context.store.write(({ db }) =>
      outboxOf(db).claimDue(now, new Date(now.getTime() + CLAIMED_MS), AT_ONCE, TOPIC),
    );
    if (!claimed.ok) return claimed;
    const done = await Promise.all(claimed.value.map((entry) => deliver(context, entry)));
    for (const one of done)
      if (one.ok) left += 1;
      else wrong = one.problem;
    if (claimed.value.length < AT_ONCE) break;
  }
  return wrong === null ? ok(left) : fail(wrong);
}

async function deliver(context: Needed, entry: OutboxEntry): Promise<Result<null, Problem>> {
  const { store, clock, mailer } = context;
  const read = await store.read(async (db) => ({
    kept: await findAddress(db, entry.id),
    settings: (await pageSettingsIn(db)).settings,
  }));
  if (!read.ok) return read;
  const letter = opened(context, entry.id, read.value.kept?.sealed);
  if (!letter.ok) return endOf(context, entry, letter.problem, null);
  const sent = await mailer.send(writeLetter(context, read.value.settings, letter.value));
  const now = clock.now();
  if (!sent.ok) return endOf(context, entry, sent.problem, next(entry, letter.value, sent.problem, now));
  return store.write(async ({ db }) => {
    await outboxOf(db).delivered(entry.id, now);
    await dropAddress(db, entry.id);
    return null;
  });
}

/** Problems: `seal.unreadable`, of what is not there as of what does not open. */
function opened({ sealer }: Needed, id: string, sealed = ''): Result<Letter, Problem> {
  const text = sealer.open(sealed, sealContext(id));
  return text.ok ? ok(letterShape.parse(JSON.parse(text.value))) : text;
}

/** When to try again; `null` where nobody waits for it any more, or it would not help. */
function next(
  { attempts, createdAt }: OutboxEntry,
  { kind }: Letter,
  { code }: Problem,
  now: Date,
): Date | null {
  if (code === 'mail.refused') return null;
  const at = nextAttempt(attempts + 1, now, Math.random());
  return at === null || at.getTime() > createdAt.getTime() + LETTERS[kind] ? null : at;
}

/** Of what is given up the outbox keeps the kind, the time and the code, and nothing is left of whom it was for. */
async function endOf(
  { store }: Needed,
  { id }: OutboxEntry,
  wrong: Problem,
  again: Date | null,
): Promise<Result<null, Problem>> {
  const kept = await store.write(async ({ db }) => {
    await outboxOf(db).failed(id, wrong.code, again);
    if (again === null) await dropAddress(db, id);
    return null;
  });
  return kept.ok ? fail(wrong) : kept;
}

const running = new WeakMap<ServerContext, { again: boolean }>();

/** Hands over now what was just owed, one run at a time; whoever asked does not wait for it. */
export async function deliverSoon(context: ServerContext): Promise<Result<null, Problem>> {
  const run = running.get(context);
  if (run !== undefined) {
    run.again = true;
    return ok(null);
  }
  const mine = { again: true };
  running.set(context, mine);
  try {
    let last: Result<number, Problem> = ok(0);
    while (mine.again) {
      mine.again = false;
      last = await deliverLetters(context);
    }
    return last.ok ? ok(null) : last;
  } finally {
    running.delete(context);
  }
}
