import { SEND_FLAWS, type SendFlaw } from '../../../gate/incidents/flaws-of-send.ts';
import type { Page, PageRequest } from '../../../stores/sql/repositories/page.ts';
import { listSendIncidents, type SendIncidentSort } from '../../../stores/sql/repositories/send-incidents.ts';
import type { View } from '../change.ts';
import { usesToSee } from '../gate/uses-to-see.ts';

export { SEND_FLAWS };

export interface ShownSendIncident {
  readonly id: string;
  readonly use: string;
  readonly flaw: SendFlaw;
  readonly says: string;
  /** Of the system that told of the message. */
  readonly event: string;
  readonly channel: string | null;
  readonly contentHash: string | null;
  readonly clearance: string | null;
  readonly sentAt: string;
  readonly notedAt: string;
}

/** Messages that should not have been sent, newest first, without the people they were sent to. */
export async function showSendIncidents(
  view: View,
  filter: { readonly use?: string | undefined; readonly flaw?: SendFlaw | undefined },
  request: PageRequest<SendIncidentSort>,
): Promise<Page<ShownSendIncident>> {
  const seen = { useId: filter.use, flaw: filter.flaw, ...(await usesToSee(view)) };
  const { items, next } = await listSendIncidents(view.db, seen, request);
  return {
    next,
    items: items.map((row) => ({
      id: row.id,
      use: row.useId,
      flaw: row.flaw as SendFlaw,
      says: SEND_FLAWS[row.flaw as SendFlaw],
      event: row.eventId,
      channel: row.channel,
      contentHash: row.contentHash,
      clearance: row.clearanceId,
      sentAt: row.sentAt.toISOString(),
      notedAt: row.notedAt.toISOString(),
    })),
  };
}
