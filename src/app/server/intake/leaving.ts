import { createHash } from 'node:crypto';
import type { Told } from '../../../connectors/intake/intake.ts';
import type { ChoiceDraft } from '../../../playbook/6-control/ledger/choice-draft.ts';
import { DIRECT_MARKETING } from '../../../playbook/6-control/ledger/scope.ts';
import type { SystemName } from './systems.ts';

/** For so long nothing is sent on a channel on which somebody answered what may mean stop. */
const TO_BE_READ_DAYS = 14;

/** Whoever leaves elsewhere has left here. Delivered twice it is one choice: its id is made of that of the system. */
export function leaving(
  name: SystemName,
  { id, type, at, recipient, channel }: Pick<Told, 'id' | 'type' | 'at' | 'recipient' | 'channel'>,
  now: Date,
): ChoiceDraft {
  const hash = createHash('sha256').update(`${name}\u0000${id}`).digest('hex').slice(0, 40);
  // A clock that is ahead must not hide a choice that is yet to be made.
  const happened = at > now ? now : at;
  const isUnclear = type === 'unclear';
  const end = new Date(happened.getTime() + TO_BE_READ_DAYS * 86_400_000);
  return {
    id: `intake-${name}-${hash}`,
    kind: isUnclear ? 'paused' : 'withdrawn',
    scope: {
      purpose: DIRECT_MARKETING,
      channel: channel ?? (recipient?.kind === 'phone' ? 'sms' : 'email'),
      topic: null,
    },
    theme: null,
    at: happened.toISOString(),
    validUntil: null,
    pausedUntil: isUnclear ? end.toISOString() : null,
    confirms: null,
    proof: {
      notice: null,
      uiHash: null,
      language: null,
      method: isUnclear ? 'unclear-answer' : 'unsubscribe-elsewhere',
      actor: 'person',
      jurisdiction: null,
      sourceSystem: name,
    },
  };
}
