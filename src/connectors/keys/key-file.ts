import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { chmod, open } from 'node:fs/promises';
import { keyIdOf, type PublicKey, type Signer } from '../../kernel/ports/signer.ts';
import { type Problem, problem } from '../../kernel/problem.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';

/** The most bytes of a key file; an Ed25519 key takes a few hundred. */
const MAXIMUM_BYTES = 16_384;

/**
 * Makes a new Ed25519 key in a file (PKCS #8, PEM) that its owner alone may read, encrypted where a passphrase is
 * given, and gives its signer. An existing file is never overwritten: it may be the only key that old statements know.
 * Problems: `key.exists`, `key.unreadable`.
 */
export async function createKeyFile(path: string, passphrase?: string): Promise<Result<Signer, Problem>> {
  const { privateKey } = generateKeyPairSync('ed25519');
  const pem = privateKey.export({
    type: 'pkcs8',
    format: 'pem',
    ...(passphrase === undefined ? {} : { cipher: 'aes-256-cbc', passphrase }),
  }) as string;
  try {
    const handle = await open(path, 'wx', 0o600);
    try {
      // The mask of the process can only take rights away from 0o600; a folder's defaults may add some.
      await chmod(path, 0o600);
      await handle.writeFile(pem);
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return fail(
      code === 'EEXIST'
        ? problem('key.exists', `there is a file \`${path}\` already`, 'name a new file for the new key')
        : problem(
            'key.unreadable',
            `\`${path}\` cannot be written (${code})`,
            'name a folder that may be written',
          ),
    );
  }
  return ok(signerOf(privateKey));
}

/**
 * The signer over the key in a file. A file that others than its owner may read is refused, as ssh does.
 * Problems: `key.unreadable`.
 */
export async function openKeyFile(path: string, passphrase?: string): Promise<Result<Signer, Problem>> {
  const unreadable = (says: string, hint: string): Result<never, Problem> =>
    fail(problem('key.unreadable', `\`${path}\` ${says}`, hint));
  let pem: string;
  try {
    const handle = await open(path, 'r');
    try {
      const status = await handle.stat();
      if (!status.isFile() || status.size > MAXIMUM_BYTES)
        return unreadable('is no key file', 'name the file that holds the key');
      if (process.platform !== 'win32' && (status.mode & 0o077) !== 0)
        return unreadable('can be read by others than its owner', `run chmod 600 ${path}`);
      pem = await handle.readFile('utf8');
    } finally {
      await handle.close();
    }
  } catch (error) {
    return unreadable(
      `cannot be read (${(error as NodeJS.ErrnoException).code})`,
      'check the path and who may read it',
    );
  }
  try {
    const key = createPrivateKey({
      key: pem,
      format: 'pem',
      ...(passphrase === undefined ? {} : { passphrase }),
    });
    if (key.asymmetricKeyType !== 'ed25519')
      return unreadable('holds no Ed25519 key', 'make one with a new file');
    return ok(signerOf(key));
  } catch {
    // The reason that OpenSSL gives may quote what it read.
    return unreadable('holds no private key that opens', 'check the file and its passphrase');
  }
}

function signerOf(key: KeyObject): Signer {
  const { x } = createPublicKey(key).export({ format: 'jwk' });
  const publicKey: PublicKey = { id: keyIdOf(x!), x: x! };
  return { publicKey, sign: async (bytes) => ok(new Uint8Array(sign(null, bytes, key))) };
}
