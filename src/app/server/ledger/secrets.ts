import { type TokenSecrets, tokenSecrets } from '../../../playbook/6-control/tokens/token-secrets.ts';
import { derivedSecret } from '../secrets.ts';

/** What keeps the ledger from being read backwards: each made from the key at rest, and none from another. */
export interface LedgerSecrets {
  /** Keys of people are hashed with it. With another key at rest nobody’s choices would be found. */
  readonly subjects: string;
  readonly themes: string;
  readonly tokens: TokenSecrets;
}

export const ledgerSecrets = (keyAtRest: Uint8Array): LedgerSecrets => ({
  subjects: derivedSecret(keyAtRest, 'ledger subjects'),
  themes: derivedSecret(keyAtRest, 'ledger themes'),
  tokens: tokenSecrets(derivedSecret(keyAtRest, 'ledger tokens')),
});
