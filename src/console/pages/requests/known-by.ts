import type { Identifier } from '../../api/client.ts';

export type Known = Identifier;

/** By what somebody is known. */
export const KNOWN_BY: Readonly<Record<Known['kind'], string>> = {
  email: 'Mail address',
  phone: 'Phone number',
  customer: 'Customer id',
  device: 'Id of a device',
};
