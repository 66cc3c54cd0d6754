import { personLine, useLine } from '../../src/gate/library/lines-of.ts';
import type { PersonFacts } from '../../src/gate/person-facts.ts';
import { clearance, NOON, person, use } from '../../src/gate/testing/moments.ts';
import type { UseState } from '../../src/gate/use-state.ts';
import type { ClearancePayload } from '../../src/playbook/5-oversight/clearances/statement.ts';
import type { Revocations } from '../../src/playbook/5-oversight/signatures/revocations.ts';
import { signDocument, writeSigned } from '../../src/playbook/5-oversight/signatures/signed-document.ts';
import { testSigner, trusting } from '../../src/playbook/5-oversight/testing/keys.ts';

export const TRUSTED = JSON.stringify(trusting(testSigner()));

/** A clearance as the text of its file, signed by the key that `TRUSTED` names. */
export const statement = async (
  over: Partial<ClearancePayload> = {},
  signer = testSigner(),
): Promise<string> => signed(clearance(over), signer);

export const revocations = (over: Partial<Revocations>): Promise<string> =>
  signed(
    {
      schema: 'scruple.revocations/1',
      number: 1,
      issuedAt: NOON.toISOString(),
      clearances: [],
      keys: [],
      ...over,
    },
    testSigner(),
  );

async function signed(
  payload: { readonly schema: string },
  signer: ReturnType<typeof testSigner>,
): Promise<string> {
  const document = await signDocument(payload, signer);
  if (!document.ok) throw new Error(document.problem.message);
  return writeSigned(document.value);
}

/** A use as a feed tells it, with a clearance of its own name. */
export const told = async (over: Partial<UseState> = {}, of: Partial<ClearancePayload> = {}) =>
  useLine(use(over), await statement({ use: over.use ?? 'winback-spring', ...of }));

export const toldPerson = (over: Partial<PersonFacts> = {}) => personLine(person(over));
