import type { Identifier } from '../../../playbook/6-control/ledger/subject-key.ts';
import { need } from '../change.ts';
import type { ServerContext } from '../context.ts';

/** What is wrong, what would be right, and in which system; the person’s own words. */
export interface Correction {
  readonly wrong: string;
  readonly right: string;
  /** A system of the data map; `null` for all that hold data of people. */
  readonly system: string | null;
}

/** Who asks and what is to be corrected: sealed as long as the request is open; then the address alone, until they have heard. */
export interface SaidByPerson {
  readonly identifiers: readonly Identifier[];
  readonly correction: Correction | null;
}

type Sealing = Pick<ServerContext, 'sealer'>;
const placeOf = (request: string): string => `customer-requests:${request}`;

/** `null` where there is nothing to seal. */
export function sealSaid({ sealer }: Sealing, request: string, said: SaidByPerson): string | null {
  const isEmpty = said.identifiers.length === 0 && said.correction === null;
  return isEmpty ? null : sealer.seal(JSON.stringify(said), placeOf(request));
}

/** Refusals: `seal.unreadable`. */
export function openSaid({ sealer }: Sealing, request: string, sealed: string | null): SaidByPerson {
  if (sealed === null) return NOTHING_SAID;
  return JSON.parse(need(sealer.open(sealed, placeOf(request)))) as SaidByPerson;
}

const NOTHING_SAID: SaidByPerson = { identifiers: [], correction: null };

const statementPlace = (request: string): string => `customer-request-statements:${request}`;

/** What they say in their own words. */
export const sealStatement = ({ sealer }: Sealing, request: string, statement: string): string =>
  sealer.seal(statement, statementPlace(request));

/** Refusals: `seal.unreadable`. */
export const openStatement = ({ sealer }: Sealing, request: string, sealed: string | null): string | null =>
  sealed === null ? null : need(sealer.open(sealed, statementPlace(request)));

const wordsPlace = (request: string, number: number): string => `customer-request-words:${request}:${number}`;

export const sealWords = ({ sealer }: Sealing, request: string, number: number, words: string): string =>
  sealer.seal(words, wordsPlace(request, number));

/** Refusals: `seal.unreadable`. */
export const openWords = (
  { sealer }: Sealing,
  request: string,
  { number, words }: { readonly number: number; readonly words: string | null },
): string | null => (words === null ? null : need(sealer.open(words, wordsPlace(request, number))));
