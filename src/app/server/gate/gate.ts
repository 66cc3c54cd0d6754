import { join } from 'node:path';
import type { Clock } from '../../../kernel/ports/clock.ts';
import type { Sealer } from '../../../stores/sql/sealing/sealer.ts';
import type { Store } from '../../../stores/sql/store.ts';
import type { LedgerSecrets } from '../ledger/secrets.ts';
import type { GateParts } from './decide-questions.ts';
import { DecisionDesk } from './decision-desk.ts';
import { gateSecrets } from './gate-secrets.ts';
import { Spool } from './spool.ts';
import { UseStates } from './use-states.ts';
import { World } from './world.ts';

/** The gate of a server. */
export interface Gate {
  readonly parts: GateParts;
  readonly desk: DecisionDesk;
}

/** What a process knows of stops and of clearances that were taken back is this old at the most, when its store fails. */
export const REFRESH_EVERY_MS = 60_000;

export function openGate(options: {
  readonly store: Store;
  readonly clock: Clock;
  readonly sealer: Sealer;
  readonly ledger: LedgerSecrets;
  readonly keyAtRest: Uint8Array;
  /** Where decisions wait that are made while the store does not answer. */
  readonly folder: string;
}): Gate {
  const { store, clock, sealer, ledger, keyAtRest, folder } = options;
  const useStates = new UseStates();
  const world = new World(useStates);
  const parts = { ledger, gate: gateSecrets(keyAtRest), sealer, useStates, world };
  const spool = new Spool(join(folder, 'gate-waiting'));
  return { parts, desk: new DecisionDesk({ store, clock, parts, spool }) };
}
