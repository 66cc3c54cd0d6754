import { signDocument, writeSigned } from '../../../playbook/5-oversight/signatures/signed-document.ts';
import { MATURITY_STATEMENT, type MaturityStatement } from '../../maturity/maturity-statement.ts';
import { demand, need, type View } from '../change.ts';
import { signerIn } from '../signing.ts';
import { showMaturity } from './show-maturity.ts';

/**
 * Where the practices stand as a signed file that `scruple verify` takes, byte by byte. Signed by the key that signs
 * the evidence log, from which it is drawn. Refusals: `people.not-allowed`, those of the signer.
 */
export async function exportMaturity(view: View): Promise<string> {
  demand(view, 'evidence.export');
  const { db, at, context } = view;
  const payload: MaturityStatement = {
    schema: MATURITY_STATEMENT,
    issuedAt: at.toISOString(),
    maturity: await showMaturity(view),
  };
  return writeSigned(need(await signDocument(payload, await signerIn(db, context.sealer))));
}
