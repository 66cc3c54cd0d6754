import { createPrivateKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { type KeyId, keyIdOf, type Signer } from '../../kernel/ports/signer.ts';
import { type Problem, problem } from '../../kernel/problem.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { TrustRoots } from '../../playbook/5-oversight/signatures/trust-roots.ts';
import { Refusal } from '../../stores/sql/refusal.ts';
import type { Page, PageRequest } from '../../stores/sql/repositories/page.ts';
import {
  addSigningKey,
  changeSigningKey,
  findActiveSigningKey,
  listSigningKeys,
  pageSigningKeys,
  type SigningKey,
  type SigningKeySort,
} from '../../stores/sql/repositories/signing-keys.ts';
import type { Sealer } from '../../stores/sql/sealing/sealer.ts';
import type { Work } from '../../stores/sql/store.ts';
import type { Database } from '../../stores/sql/tables/index.ts';
import { type Change, demand, missing, need, type View } from './change.ts';
import type { ServerContext } from './context.ts';
import { say } from './evidence/say.ts';

/** Where the sealed private key of a row opens, and nowhere else. */
const contextOf = (id: string): string => `signing_keys:${id}`;

/** Makes the first key, where there is none. The log tells of it before anything is signed. */
export const ensureSigningKey = ({
  store,
  sealer,
}: Pick<ServerContext, 'store' | 'sealer'>): Promise<Result<null, Problem>> =>
  store.write(async (work) => {
    if ((await findActiveSigningKey(work.db)) === undefined) await makeKey(work, sealer, null);
    return null;
  });

/** The signer of the key in force. Refusals: `key.unreadable`, `seal.unreadable`. */
export async function signerIn(db: Database, sealer: Sealer): Promise<Signer> {
  const row = await findActiveSigningKey(db);
  if (row?.sealedPrivateKey == null)
    throw new Refusal(
      problem('key.unreadable', 'there is no key to sign with', 'make one: rotate the signing key'),
    );
  return signerOf(createPrivateKey(need(sealer.open(row.sealedPrivateKey, contextOf(row.id)))), row);
}

/** Every key that ever signed here, with the time in which it may have. */
export async function trustRootsOf(db: Database, organisation: string): Promise<TrustRoots> {
  return {
    schema: 'scruple.trust/1',
    organisation,
    keys: (await listSigningKeys(db)).map((row) => ({
      id: row.id as KeyId,
      x: row.publicKey,
      signs: ['clearance', 'evidence'],
      from: row.createdAt.toISOString(),
      until: row.retiredAt?.toISOString() ?? null,
      revoked: row.revokedAt === null ? null : { at: row.revokedAt.toISOString(), because: 'compromised' },
    })),
  };
}

/** A new key signs from here on; what the old one signed stays good. */
export async function rotateSigningKey(change: Change): Promise<{ readonly id: string }> {
  demand(change, 'key.write');
  const { db, at, caller, context } = change;
  const old = await findActiveSigningKey(db);
  if (old !== undefined) {
    await changeSigningKey(db, old.id, old.version, {
      state: 'retired',
      retiredAt: at,
      sealedPrivateKey: null,
    });
    say(change, 'keys', 'key.retired', { by: caller.account.key, key: old.id });
  }
  return { id: await makeKey(change, context.sealer, caller.account.key) };
}

/** The key is in wrong hands: what it signed counts no more, wherever a verifier knows of it. */
export async function revokeSigningKey(change: Change, id: string): Promise<void> {
  demand(change, 'key.write');
  const { db, at, caller, context } = change;
  const row = (await listSigningKeys(db)).find((one) => one.id === id);
  if (row === undefined || row.state === 'revoked') throw missing();
  await changeSigningKey(db, id, row.version, {
    state: 'revoked',
    revokedAt: at,
    revocationReason: 'compromised',
    sealedPrivateKey: null,
  });
  say(change, 'keys', 'key.revoked', { by: caller.account.key, key: id, because: 'compromised' });
  if (row.state === 'active') await makeKey(change, context.sealer, caller.account.key);
}

export interface ShownSigningKey {
  readonly id: string;
  readonly state: string;
  readonly createdAt: string;
  readonly retiredAt: string | null;
  readonly revokedAt: string | null;
}

/** The keys that sign, oldest first. Refusals: `people.not-allowed`, `store.invalid-cursor`. */
export async function showSigningKeys(
  view: View,
  filter: { readonly state?: string | undefined },
  request: PageRequest<SigningKeySort>,
): Promise<Page<ShownSigningKey>> {
  demand(view, 'key.read');
  const page = await pageSigningKeys(view.db, filter, request);
  return {
    ...page,
    items: page.items.map(({ id, state, createdAt, retiredAt, revokedAt }) => ({
      id,
      state,
      createdAt: createdAt.toISOString(),
      retiredAt: retiredAt?.toISOString() ?? null,
      revokedAt: revokedAt?.toISOString() ?? null,
    })),
  };
}

async function makeKey(work: Work, sealer: Sealer, by: string | null): Promise<string> {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const { x } = publicKey.export({ format: 'jwk' });
  const id = keyIdOf(x!);
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;
  await addSigningKey(work.db, {
    id,
    algorithm: 'ed25519',
    publicKey: x!,
    sealedPrivateKey: sealer.seal(pem, contextOf(id)),
    state: 'active',
    createdAt: work.at,
  });
  for (const signs of ['clearance', 'evidence']) say(work, 'keys', 'key.created', { by, key: id, signs });
  return id;
}

const signerOf = (key: KeyObject, { id, publicKey }: SigningKey): Signer => ({
  publicKey: { id: id as KeyId, x: publicKey },
  sign: async (bytes) => ok(new Uint8Array(sign(null, bytes, key))),
});
