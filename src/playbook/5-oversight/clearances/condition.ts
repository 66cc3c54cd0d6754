import { CHANNELS } from '../../../kernel/vocabulary.ts';
import {
  anyOf,
  listOf,
  matching,
  nullable,
  object,
  oneOf,
  type Shaped,
  share,
  text,
  time,
  whole,
} from '../signatures/shape.ts';

const checkId = matching<string>(/^[a-z][a-z0-9-]{0,63}$/);

const machineCheck = anyOf(
  object({ type: oneOf('until'), at: time }),
  object({ type: oneOf('channels'), only: listOf(oneOf(...CHANNELS), CHANNELS.length) }),
  object({ type: oneOf('cap'), count: whole, days: whole }),
  object({ type: oneOf('check-silent'), check: checkId }),
  object({ type: oneOf('monitor'), monitor: checkId, atMost: share }),
);

/**
 * What an approval depends on, in the reviewer's words, with what a machine can hold the use to; `null` where only a
 * person can.
 */
export const condition = object({ says: text, check: nullable(machineCheck) });
export type Condition = Shaped<typeof condition>;
