import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';
import { type Problem, problem } from '../../../kernel/problem.ts';
import { fail, ok, type Result } from '../../../kernel/result.ts';

/** Keeps texts secret at rest: private keys, webhook secrets, answers that were shown once. */
export interface Sealer {
  /** Encrypted and bound to its context, as the table and id of a row: it opens nowhere else. */
  seal(text: string, context: string): string;
  /** Problems: `seal.unreadable`. */
  open(sealed: string, context: string): Result<string, Problem>;
}

const VERSION = 'sealed1';

/**
 * Seals with AES-256-GCM under a key of 32 bytes. Older keys only open, so that the key can be changed; each sealed
 * text names the key it needs.
 */
export function sealerOf(key: Uint8Array, olderKeys: readonly Uint8Array[] = []): Sealer {
  const keys = [key, ...olderKeys].map((one) => ({ name: nameOf(one), cipher: cipherKeyOf(one) }));
  const newest = keys[0]!;
  return {
    seal(text, context) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', newest.cipher, nonce).setAAD(Buffer.from(context));
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
      return [VERSION, newest.name, nonce.toString('base64url'), sealed.toString('base64url')].join('.');
    },
    open(sealed, context) {
      const [version, name, nonce = '', content = ''] = sealed.split('.');
      const found = keys.find((one) => one.name === name);
      if (version !== VERSION || found === undefined) return fail(wrongKey());
      const bytes = Buffer.from(content, 'base64url');
      try {
        const decipher = createDecipheriv('aes-256-gcm', found.cipher, Buffer.from(nonce, 'base64url'), {
          authTagLength: 16,
        })
          .setAAD(Buffer.from(context))
          .setAuthTag(bytes.subarray(-16));
        return ok(
          Buffer.concat([decipher.update(bytes.subarray(0, -16)), decipher.final()]).toString('utf8'),
        );
      } catch {
        return fail(wrongKey());
      }
    },
  };
}

const wrongKey = (): Problem =>
  problem(
    'seal.unreadable',
    'something that was sealed does not open with this key, or was changed',
    'start with the key at rest that the store was written with',
  );

const cipherKeyOf = (key: Uint8Array): KeyObject =>
  createSecretKey(Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), 'scruple at rest', 32)));

/** Tells keys apart and nothing of what they are. */
const nameOf = (key: Uint8Array): string =>
  createHash('sha256')
    .update(Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), 'scruple name of a key', 32)))
    .digest('base64url')
    .slice(0, 11);
