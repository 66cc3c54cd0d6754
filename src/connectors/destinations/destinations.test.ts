import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { ReachedBy } from './destination.ts';
import { DESTINATIONS } from './index.ts';

const ADA: ReachedBy = { email: 'ada.l@gmail.com', phone: '+4930901820', customer: 'C-1' };
const NOBODY: ReachedBy = { email: null, phone: null, customer: null };
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

describe('import files', () => {
  it.each([
    ['csv', ['email', 'phone', 'customer'], ['ada.l@gmail.com', '+4930901820', 'C-1']],
    ['hubspot', ['Email', 'Phone Number'], ['ada.l@gmail.com', '+4930901820']],
    ['klaviyo', ['Email', 'Phone Number'], ['ada.l@gmail.com', '+4930901820']],
    ['braze', ['external_id'], ['C-1']],
    ['google-customer-match', ['Email', 'Phone'], [sha256('ada.l@gmail.com'), sha256('+4930901820')]],
    ['meta-custom-audience', ['email', 'phone'], [sha256('ada.l@gmail.com'), sha256('4930901820')]],
  ])('%s: adding', (id, header, cells) => {
    const { adding } = DESTINATIONS.get(id)!;
    expect(adding.header).toEqual(header);
    expect(adding.row(ADA)).toEqual(cells);
  });

  it.each([
    ['hubspot', ['Email'], ['ada.l@gmail.com']],
    ['klaviyo', ['Email', 'Email Marketing Consent'], ['ada.l@gmail.com', 'Unsubscribed']],
    ['braze', ['external_id', 'email_subscribe'], ['C-1', 'unsubscribed']],
  ])('%s: removing, of those alone who said no, since it stops every message', (id, header, cells) => {
    const { removing, removes } = DESTINATIONS.get(id)!;
    expect([removing.header, removing.row(ADA), removes]).toEqual([header, cells, 'whoever-said-no']);
  });

  it('take out of an audience exactly what they put in', () => {
    for (const id of ['csv', 'google-customer-match', 'meta-custom-audience']) {
      const { adding, removing, removes } = DESTINATIONS.get(id)!;
      expect([removing.row(ADA), removes]).toEqual([adding.row(ADA), 'whoever-is-held']);
    }
  });

  it('have no row for somebody whom the system could not tell, and as many cells as their header', () => {
    for (const { adding, removing } of DESTINATIONS.values())
      for (const file of [adding, removing]) {
        expect(file.row(NOBODY)).toBeNull();
        expect(file.row(ADA)).toHaveLength(file.header.length);
      }
  });
});
