import { type FeedLine, readFeedLine } from './feed-lines.ts';
import { type GateClock, read, type ServerTime } from './gate-clock.ts';
import { ChangesGone, type GateServer } from './gate-server.ts';
import type { Knowledge } from './knowledge.ts';

/** A connection on which nothing comes for so long is given up, in milliseconds. */
const SILENT_MS = 30_000;
/** After a failure it is asked again soon, then less and less often, in milliseconds. */
const [FIRST_WAIT_MS, LONGEST_WAIT_MS] = [100, 5_000];

export interface Following {
  readonly server: Pick<GateServer, 'feed'>;
  readonly knowledge: Knowledge;
  readonly time: ServerTime;
  readonly clock: GateClock;
  readonly stop: AbortSignal;
  /** Told after every whole answer. */
  onAnswer(): void;
  /** Told of every answer that broke off, could not be read, or did not come. */
  onTrouble(error: unknown): void;
}

/** Keeps what is known current until it is stopped: one answer of the feed after the other. Never throws. */
export async function follow(following: Following): Promise<void> {
  const { knowledge, stop, onTrouble } = following;
  let wait = FIRST_WAIT_MS;
  while (!stop.aborted) {
    try {
      await takeAnswer(following);
      wait = FIRST_WAIT_MS;
      following.onAnswer();
    } catch (error) {
      knowledge.breakOff();
      if (stop.aborted) return;
      if (error instanceof ChangesGone) knowledge.forgetPosition();
      onTrouble(error);
      await pause(wait, stop);
      wait = Math.min(wait * 2, LONGEST_WAIT_MS);
    }
  }
}

async function takeAnswer({ server, knowledge, time, clock, stop }: Following): Promise<void> {
  const silent = new AbortController();
  const giveUp = setTimeout(() => silent.abort(), SILENT_MS);
  const asked = read(clock);
  let last: FeedLine | null = null;
  try {
    for await (const text of server.feed(knowledge.position, AbortSignal.any([stop, silent.signal]))) {
      giveUp.refresh();
      const line = readFeedLine(text);
      const taken = line.ok ? knowledge.take(line.value) : line;
      if (!taken.ok) throw new Error(taken.problem.message);
      last = line.ok ? line.value : null;
      // What the server says of how long it had waited is a bound that no journey of its answer can loosen.
      if (last?.type === 'end')
        time.heard(Date.parse(last.readAt), {
          wall: asked.wall + last.elapsedMs,
          steady: asked.steady + last.elapsedMs,
        });
    }
  } finally {
    clearTimeout(giveUp);
  }
  if (last?.type !== 'end') throw new Error('the feed broke off');
}

const pause = (milliseconds: number, stop: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(done, milliseconds);
    stop.addEventListener('abort', done, { once: true });
    function done() {
      clearTimeout(timer);
      stop.removeEventListener('abort', done);
      resolve();
    }
  });
