import { createHmac } from 'node:crypto';
import { derivedSecret } from '../secrets.ts';

/** Secrets of the gate, each made from the key at rest and none from another. */
export interface GateSecrets {
  /** People stand in the log of decisions under keys made with it, which nothing else has. */
  readonly log: string;
  /** Whom a rest falls on by lot. */
  readonly lots: string;
}

export const gateSecrets = (keyAtRest: Uint8Array): GateSecrets => ({
  log: derivedSecret(keyAtRest, 'gate log'),
  lots: derivedSecret(keyAtRest, 'gate lots'),
});

/** Stands for a person in the log of decisions, and in no other table. */
export const pseudonymOf = ({ log }: Pick<GateSecrets, 'log'>, subject: string): string =>
  `person-${createHmac('sha256', log).update(subject).digest('base64url').slice(0, 32)}`;
