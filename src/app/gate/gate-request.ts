import type { Destination } from '../../connectors/destinations/destination.ts';
import type { GateServer } from '../../gate/library/gate-server.ts';
import type { ReasonCode } from '../../gate/reason-codes.ts';
import type { ContentHash } from '../../kernel/canonical.ts';
import type { Channel } from '../../kernel/vocabulary.ts';
import type { TrustRoots } from '../../playbook/5-oversight/signatures/trust-roots.ts';
import type { AudienceColumns } from './ask-rows.ts';
import type { Draft } from './write-answers.ts';
import type { ReachedColumns, WrittenImport } from './write-imports.ts';

export interface GateRequest {
  readonly use: string;
  readonly channel: Channel;
  /** `messageHash` of what is about to be sent. */
  readonly contentHash: ContentHash;
  readonly dispatch: string | null;
  /** A file, or a table of a database: see `readTable`. */
  readonly audience: string;
  /** Variables that addresses of databases stand in. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly columns: AudienceColumns;
  /** Whether the list is decided about in the PostgreSQL that it lies in: see `ListThere`. */
  readonly decidesThere: boolean;
  readonly allowed: string;
  readonly held: string;
  /** A whole feed, line by line; or the signed clearance alone, which is enough for what is essential. */
  readonly snapshot: AsyncIterable<string> | { readonly clearance: string };
  /** Sets contacts aside and keeps the log; `null`: contacts are told in the snapshot, checked, and not reserved. */
  readonly server: Pick<GateServer, 'lease' | 'giveBack' | 'report'> | null;
  readonly trustedKeys: TrustRoots;
  /** Of the pseudonyms; `null` where the list has a column of them. */
  readonly secret: string | null;
  /** Files for a system that addresses are uploaded to. */
  readonly imports: ImportOrder | null;
  /** `null`: when the snapshot is read. */
  readonly at: Date | null;
}

export interface ImportOrder {
  readonly destination: Destination;
  readonly columns: ReachedColumns;
  readonly additions: string | null;
  readonly removals: string | null;
}

export interface GateOptions {
  readonly signal?: AbortSignal;
  readonly onStep?: (says: string) => void;
  readonly memoryLimit?: string;
  readonly threads?: number;
}

export interface GateSummary {
  readonly use: string;
  readonly clearance: string | null;
  readonly rows: number;
  readonly allowed: number;
  readonly held: number;
  /** How many rows each reason holds back; a row may have several. */
  readonly reasons: ReadonlyArray<{ readonly code: ReasonCode; readonly rows: number }>;
  /** How many rows rules that are only tried out would have held. */
  readonly shadow: ReadonlyArray<{ readonly code: ReasonCode; readonly rows: number }>;
  /** Whether nobody at all may be reached, for a reason that lies in the use. */
  readonly isRefused: boolean;
  /** Whether the contacts of those who are allowed are set aside for this sending. */
  readonly isReserved: boolean;
  readonly additions: WrittenImport | null;
  readonly removals: WrittenImport | null;
  readonly asOf: Date;
}

/** The files of one run, in the order in which they get their names. */
export type Drafts = Readonly<Record<'held' | 'removals' | 'additions' | 'allowed', Draft | null>> & {
  readonly held: Draft;
  readonly allowed: Draft;
};
