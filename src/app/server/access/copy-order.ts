import type { Identifier } from '../../../playbook/6-control/ledger/subject-key.ts';
import { need } from '../change.ts';
import type { ServerContext } from '../context.ts';

/** What a copy or a dossier is made from: sealed, and gone as soon as it is no longer needed. */
export interface CopyOrder {
  /** By what the person is known, in plain text: the sources know no keyed hashes. */
  readonly identifiers: readonly Identifier[];
  /** Whether only the kinds of data are asked for, and no value. */
  readonly categoriesOnly: boolean;
  /** The key of the colleague who asked; `null` where the person did. */
  readonly askedBy: string | null;
  readonly purpose: string;
}

type Sealing = Pick<ServerContext, 'sealer'>;
const orderPlace = (id: string): string => `person-copies:${id}`;
const contentPlace = (id: string): string => `person-copy-content:${id}`;

export const sealOrder = ({ sealer }: Sealing, id: string, order: CopyOrder): string =>
  sealer.seal(JSON.stringify(order), orderPlace(id));

/** Refusals: `seal.unreadable`. */
export const openOrder = ({ sealer }: Sealing, id: string, sealed: string): CopyOrder =>
  JSON.parse(need(sealer.open(sealed, orderPlace(id)))) as CopyOrder;

export const sealContent = ({ sealer }: Sealing, id: string, content: string): string =>
  sealer.seal(content, contentPlace(id));

/** Refusals: `seal.unreadable`. */
export const openContent = ({ sealer }: Sealing, id: string, sealed: string): string =>
  need(sealer.open(sealed, contentPlace(id)));
