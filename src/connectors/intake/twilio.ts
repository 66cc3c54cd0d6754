import { ok } from '../../kernel/result.ts';
import type { Intake, Told } from './intake.ts';
import { name, phone, textOf, unreadable } from './read-entries.ts';
import { answered, isHmac } from './signatures.ts';
import { typeOfAnswer } from './stop-words.ts';

/** Parameters of a message; Twilio adds some without notice, and a form of thousands is none of its. */
const MOST_PARAMETERS = 500;

/**
 * Answers to text messages as Twilio posts them: HMAC-SHA1 over the address and the sorted parameters, which is what
 * Twilio offers. No time is signed, so the id of the message keeps out what comes twice. Twilio tells no time of an answer
 * either: it is now.
 */
export const twilio: Intake = {
  name: 'twilio',
  verify({ url, headers, body }, secret) {
    const parameters = parametersOf(body);
    if (parameters === null) return answered(false);
    const written = [...parameters]
      .map(([key, values]) => values.map((value) => key + value).join(''))
      .join('');
    const given = headers['x-twilio-signature'];
    // With and without the port: Twilio signs one or the other, by what stands in its console.
    const isSigned = withAndWithoutPort(url).map((address) =>
      isHmac(given, { algorithm: 'sha1', encoding: 'base64', key: secret, parts: [address + written] }),
    );
    return answered(isSigned.includes(true));
  },
  read(body, now) {
    const parameters = parametersOf(body);
    if (parameters === null) return unreadable('the body is no form');
    const [id, from, text, kind] = ['MessageSid', 'From', 'Body', 'OptOutType'].map(
      (key) => parameters.get(key)?.[0] ?? '',
    ) as [string, string, string, string];
    const sid = name.safeParse(id);
    if (!sid.success) return ok({ told: [], ignored: 0, unreadable: [{ index: 0, field: 'MessageSid' }] });
    const type: Told['type'] | null = kind === 'STOP' ? 'opt-out' : kind === '' ? typeOfAnswer(text) : null;
    if (type === null) return ok({ told: [], ignored: 1, unreadable: [] });
    const number = phone.safeParse(from.replace(/^[a-z]+:/, ''));
    if (!number.success) return ok({ told: [], ignored: 0, unreadable: [{ index: 0, field: 'From' }] });
    const channel = from.startsWith('whatsapp:') ? 'chat' : 'sms';
    const recipient = { kind: 'phone', value: number.data } as const;
    return ok({
      told: [{ id: sid.data, type, at: now, recipient, channel, use: null }],
      ignored: 0,
      unreadable: [],
    });
  },
};

const NAME = /^[A-Za-z][A-Za-z0-9_]{0,63}$/;

/**
 * The parameters by name in order, each value once, as Twilio signs them; `null` for what is no form. Twilio signs names
 * and values run together, so a name that is none of its kind is refused: it may be a name and a value in one.
 */
function parametersOf(body: Uint8Array): ReadonlyMap<string, readonly string[]> | null {
  const text = textOf(body);
  if (!text.ok) return null;
  const pairs = [...new URLSearchParams(text.value)];
  if (pairs.length === 0 || pairs.length > MOST_PARAMETERS) return null;
  if (pairs.some(([key]) => !NAME.test(key))) return null;
  const byName = Map.groupBy(pairs, ([key]) => key);
  return new Map(
    [...byName.keys()]
      .sort()
      .map((key) => [key, [...new Set(byName.get(key)!.map(([, value]) => value))].sort()]),
  );
}

function withAndWithoutPort(url: string): readonly string[] {
  const [, scheme, host, port, rest] = /^(https?:\/\/)([^/:?#]{1,255})(?::(\d{1,5}))?(.*)$/.exec(url) ?? [];
  if (scheme === undefined) return [url];
  const named = port ?? (scheme === 'https://' ? '443' : '80');
  return [`${scheme}${host}${rest}`, `${scheme}${host}:${named}${rest}`];
}
