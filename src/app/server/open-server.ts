import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Clock } from '../../kernel/ports/clock.ts';
import type { NextEntry } from '../../kernel/ports/evidence-log.ts';
import type { Problem } from '../../kernel/problem.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { type NewEntry, nextEntry } from '../../playbook/5-oversight/evidence/entry.ts';
import { openStore } from '../../stores/sql/open-store.ts';
import { findPersonByEmail } from '../../stores/sql/repositories/people.ts';
import { keyAtRestFile, readKeyAtRest } from '../../stores/sql/sealing/key-at-rest.ts';
import { sealerOf } from '../../stores/sql/sealing/sealer.ts';
import type { Store, StoreLocation } from '../../stores/sql/store.ts';
import { type AskableWarehouses, NO_WAREHOUSES } from './access/askable-warehouses.ts';
import { copiesMade } from './access/make-copies.ts';
import { authenticator, isActive } from './authenticate.ts';
import type { ServerContext } from './context.ts';
import { ensureLog, signLog } from './evidence/log.ts';
import { openGate, REFRESH_EVERY_MS } from './gate/gate.ts';
import { byTimers, type Schedule } from './jobs/job.ts';
import { type JobRun, startJobs } from './jobs/run-jobs.ts';
import { SERVER_JOBS } from './jobs/server-jobs.ts';
import { KnownKeys } from './known-keys.ts';
import { ledgerSecrets } from './ledger/secrets.ts';
import { type MailSettings, openMailer } from './letters/open-mailer.ts';
import { derivedSecret } from './secrets.ts';
import type { Services } from './services.ts';
import { createSignIn, type OidcSettings } from './sign-in/create-sign-in.ts';
import { ensureSigningKey } from './signing.ts';

export interface ServerSettings {
  readonly location: StoreLocation;
  /** The key at rest as text; `null` reads, or makes, a file in `keyFolder`. */
  readonly keyAtRest: string | null;
  readonly keyFolder: string;
  readonly origin: () => string;
  readonly oidc: OidcSettings | null;
  readonly clock?: Clock;
  /** Where mail is handed over; without it mail lies as files in `mail-to-send` beside the key, for a mail server to take. */
  readonly mail?: MailSettings | null;
  /** Default: none, so that nothing that is pushed is asked anywhere. */
  readonly warehouses?: AskableWarehouses;
  /** How the jobs of the server are woken; by timers, unless a test wakes them. */
  readonly schedule?: Schedule;
  readonly onProgress?: (says: string) => void;
  /** Told of every job that ran. */
  readonly onJob?: (run: JobRun) => void;
}

export interface OpenServer {
  readonly services: Services;
  readonly context: ServerContext;
  close(): Promise<void>;
}

/** Longer than this a probe does not wait for the store. */
const READY_WITHIN_MS = 2_000;

/**
 * Whether the store answers soon. One question at a time, however many ask: probes of a store that has gone must not take
 * every connection from those who come when it is back.
 */
function readiness(store: Store): () => Promise<boolean> {
  let asking: Promise<boolean> | null = null;
  return () => {
    asking ??= store
      .ping()
      .then(({ ok: answers }) => answers)
      .finally(() => {
        asking = null;
      });
    return Promise.race([asking, setTimeout(READY_WITHIN_MS, false, { ref: false })]);
  };
}

/** How the store chains the evidence log: by the rule of the domain. */
export const chainEntries: NextEntry = (end, draft) =>
  nextEntry(end as Parameters<typeof nextEntry>[0], draft as unknown as NewEntry);

/**
 * Opens everything that the server works with. Problems: those of the store, `mail.invalid-settings`, and
 * `seal.unreadable` where the key at rest cannot be had.
 */
export async function openServer(settings: ServerSettings): Promise<Result<OpenServer, Problem>> {
  const { location, origin, oidc, onProgress } = settings;
  const clock = settings.clock ?? { now: () => new Date() };
  // Before anything is made: a mistyped key must leave no folder behind it.
  const given = settings.keyAtRest === null ? null : readKeyAtRest(settings.keyAtRest);
  if (given !== null && !given.ok) return given;
  const mailer = await openMailer(settings.mail ?? null, join(settings.keyFolder, 'mail-to-send'));
  if (!mailer.ok) return mailer;
  const opened = await openStore(location, {
    nextEntry: chainEntries,
    clock,
    ...(onProgress === undefined ? {} : { onProgress }),
  });
  if (!opened.ok) return opened;
  const store = opened.value;
  try {
    const key = given ?? (await keyAtRestFile(join(settings.keyFolder, 'at-rest.key')));
    if (!key.ok) {
      await store.close();
      return key;
    }
    onProgress?.('preparing sign-in');
    const signIn = await createSignIn({
      store,
      origin,
      secret: derivedSecret(key.value, 'sign-in'),
      oidc,
      isInvited: async (email) => {
        const found = await store.read((db) => findPersonByEmail(db, email));
        return found.ok && found.value !== undefined && isActive(found.value, clock.now());
      },
    });
    const sealer = sealerOf(key.value);
    const ledger = ledgerSecrets(key.value);
    const context: ServerContext = {
      store,
      clock,
      sealer,
      signIn,
      reviewSeed: derivedSecret(key.value, 'reviews'),
      ledger,
      gate: openGate({ store, clock, sealer, ledger, keyAtRest: key.value, folder: settings.keyFolder }),
      warehouses: settings.warehouses ?? NO_WAREHOUSES,
      mailer: mailer.value,
      origin,
    };
    for (const ensure of [ensureLog, ensureSigningKey]) {
      const done = await ensure(context);
      if (done.ok) continue;
      await store.close();
      return done;
    }
    const known = await context.gate.desk.refresh();
    if (!known.ok) {
      await store.close();
      return known;
    }
    const schedule = settings.schedule ?? byTimers;
    const stopRefreshing = schedule(REFRESH_EVERY_MS, () => void context.gate.desk.refresh());
    const stopJobs = startJobs(context, SERVER_JOBS, schedule, settings.onJob ?? (() => {}));
    const keys = new KnownKeys();
    const services: Services = {
      context,
      clock,
      authenticate: authenticator(context, keys),
      forgetKeys: () => keys.forget(),
      isReady: readiness(store),
    };
    const close = async (): Promise<void> => {
      stopRefreshing();
      await stopJobs();
      await copiesMade(context);
      await signLog(context);
      await store.close();
    };
    return ok({ services, context, close });
  } catch (error) {
    await store.close();
    throw error;
  }
}
