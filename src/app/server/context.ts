import type { Clock } from '../../kernel/ports/clock.ts';
import type { Mailer } from '../../kernel/ports/mailer.ts';
import type { Sealer } from '../../stores/sql/sealing/sealer.ts';
import type { Store } from '../../stores/sql/store.ts';
import type { AskableWarehouses } from './access/askable-warehouses.ts';
import type { Gate } from './gate/gate.ts';
import type { LedgerSecrets } from './ledger/secrets.ts';
import type { SignIn } from './sign-in/create-sign-in.ts';

/** What the server works with. */
export interface ServerContext {
  readonly store: Store;
  readonly clock: Clock;
  readonly sealer: Sealer;
  readonly signIn: SignIn;
  /** So that nobody can work out which reviews are blind. */
  readonly reviewSeed: string;
  /** What the choices of customers are kept under. */
  readonly ledger: LedgerSecrets;
  /** The warehouses that whoever runs the server lets it ask about a person. */
  readonly warehouses: AskableWarehouses;
  /** Whether something may be sent to somebody. */
  readonly gate: Gate;
  /** Sends links to customers. */
  readonly mailer: Mailer;
  /** Our own origin as browsers see it. */
  readonly origin: () => string;
}
