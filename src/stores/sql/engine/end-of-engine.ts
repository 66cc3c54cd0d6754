import type { PGlite } from '@electric-sql/pglite';

interface EngineModule {
  _PostgresMainLoopOnce: () => void;
  _PostgresSendReadyForQueryIfNecessary: () => void;
  _pgl_pq_flush: () => void;
  stackRestore: (pointer: number) => void;
}

/** The embedded engine has given up; its files are as a killed process leaves them, and nothing acknowledged is lost. */
export class EngineEnded extends Error {
  override readonly name = 'EngineEnded';
  readonly code = 'ENGINE_ENDED';
}

/**
 * Lets the engine end when it gives up, as on a disk without room for its log. Left to itself it swallows its own panic
 * and goes on in the middle of a broken transaction, for ever: the process hangs, and could acknowledge what is on no
 * disk. From the panic on every query fails with an `EngineEnded` that has the engine's last words.
 */
export function endWhenItGivesUp(engine: PGlite, lastWords: () => string): { hasEnded(): boolean } {
  const { Module, POSTGRES_MAIN_LONGJMP } = engine as unknown as {
    readonly Module: EngineModule;
    readonly POSTGRES_MAIN_LONGJMP: number;
  };
  let ended: EngineEnded | null = null;
  const once = Module._PostgresMainLoopOnce;
  Module._PostgresMainLoopOnce = () => {
    if (ended !== null) throw ended;
    try {
      once();
    } catch (error) {
      // An error that the engine itself recovers from, as a query that cannot run.
      if ((error as { status?: unknown } | null)?.status !== POSTGRES_MAIN_LONGJMP)
        ended = new EngineEnded(lastWords() || String(error));
      throw error;
    }
  };
  // What the engine calls after every exception: the one place that can end its loop.
  const restore = Module.stackRestore;
  Module.stackRestore = (pointer) => {
    if (ended !== null) throw ended;
    restore(pointer);
  };
  for (const name of ['_PostgresSendReadyForQueryIfNecessary', '_pgl_pq_flush'] as const) {
    const original = Module[name];
    Module[name] = () => {
      if (ended === null) original();
    };
  }
  return { hasEnded: () => ended !== null };
}
