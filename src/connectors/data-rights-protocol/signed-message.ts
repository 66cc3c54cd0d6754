import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import { type Problem, problem } from '../../kernel/problem.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';

/** A message of an agent: claims, and whatever else it holds. */
export type Message = Readonly<Record<string, unknown>>;

/** Longer than any message of the protocol is; a body beyond it is not read. */
export const LONGEST_MESSAGE = 16_384;
const SIGNATURE_BYTES = 64;
const KEY_BYTES = 32;

/** What DER puts before the 32 bytes of an Ed25519 key (RFC 8410). */
const DER_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');

/**
 * The key of an agent as its directory lists it: 32 bytes in base64. Keys of small order are refused: they would take
 * one signature for many messages. Problems: `agent.invalid-key`.
 */
export function readVerifyKey(text: string): Result<KeyObject, Problem> {
  const bytes = fromBase64(text.trim());
  if (bytes === null || bytes.length !== KEY_BYTES || isOfSmallOrder(bytes))
    return fail(
      problem(
        'agent.invalid-key',
        'the text is no Ed25519 key of 32 bytes in base64',
        'copy `verify_key` as the directory of agents lists it',
      ),
    );
  return ok(createPublicKey({ key: Buffer.concat([DER_PREFIX, bytes]), format: 'der', type: 'spki' }));
}

/**
 * Opens a message in the combined mode of libsodium, as the Data Rights Protocol 1.0 §3.07 orders it: first base64, then
 * the signature of 64 bytes over the bytes behind it, and only then what these say.
 * Problems: `agent.message-refused`.
 */
export function openMessage(text: string, key: KeyObject): Result<Message, Problem> {
  const bytes = text.length > LONGEST_MESSAGE ? null : fromBase64(text.trim());
  if (bytes === null || bytes.length <= SIGNATURE_BYTES)
    return refused('it is no base64 of a signature with a message behind it');
  const body = bytes.subarray(SIGNATURE_BYTES);
  if (!verify(null, body, key, bytes.subarray(0, SIGNATURE_BYTES)))
    return refused('the signature is not one by the key of this agent');
  const message = readObject(body);
  return message === null ? refused('what was signed is no JSON object') : ok(message);
}

/** Whose message it must be, for whom, and when. */
export interface Expected {
  readonly agent: string;
  readonly business: string;
  readonly now: Date;
}

/** A message counts so long at most (ours; the protocol asks for short times, and its reference program takes 15 minutes). */
const LONGEST_MS = 15 * 60_000;

/**
 * Holds the claims of a message against who sent it, to whom and when, in the order of §3.07.
 * Problems: `agent.message-refused`.
 */
export function checkClaims(message: Message, { agent, business, now }: Expected): Result<Message, Problem> {
  if (message['agent-id'] !== agent) return refused('`agent-id` is not the agent whose token came with it');
  if (message['business-id'] !== business) return refused('`business-id` is not us');
  const issued = timeOf(message['issued-at']);
  if (issued === null || issued > now.getTime()) return refused('`issued-at` is no time that has come');
  const expires = timeOf(message['expires-at']);
  if (expires === null || expires <= now.getTime()) return refused('`expires-at` has passed, or is no time');
  if (expires - issued > LONGEST_MS)
    return refused('`expires-at` lies more than 15 minutes after `issued-at`');
  return ok(message);
}

const refused = (because: string): Result<never, Problem> =>
  fail(
    problem(
      'agent.message-refused',
      `the message is not taken: ${because}`,
      'sign it anew, as docs/access.md says',
    ),
  );

/** Only the one spelling of the bytes: another one of the same is another text, and nobody signed it. */
function fromBase64(text: string): Buffer | null {
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? bytes : null;
}

function readObject(bytes: Uint8Array): Message | null {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Message) : null;
  } catch {
    return null;
  }
}

/** ISO 8601 with a zone; a time without one would mean another moment in every place. */
function timeOf(value: unknown): number | null {
  if (
    typeof value !== 'string' ||
    !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})$/.test(value)
  )
    return null;
  const time = Date.parse(value);
  return Number.isNaN(time) ? null : time;
}

/** The encodings of the eight points of small order, the last bit aside (libsodium, `ge25519_has_small_order`). */
const SMALL_ORDER = new Set([
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0100000000000000000000000000000000000000000000000000000000000000',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
]);

function isOfSmallOrder(bytes: Uint8Array): boolean {
  const plain = Buffer.from(bytes);
  plain[KEY_BYTES - 1]! &= 0x7f;
  return SMALL_ORDER.has(plain.toString('hex'));
}
