import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { columnsOf, foldOf } from '../../src/app/server/requests/stored-request.ts';
import { MIGRATIONS } from '../../src/stores/sql/migrations/index.ts';
import {
  findCustomerRequest,
  listEventsOfRequests,
} from '../../src/stores/sql/repositories/customer-requests.ts';
import { ENGINES, must, open } from '../contract/store-engines.ts';

const SUBJECT = `subject:${'A'.repeat(43)}`;

it.each(ENGINES)(
  'requests of the why page from before there were steps go on as they stood, $name',
  async (engine) => {
    await engine.start();
    const place = await engine.place();
    const old = await open(place, { until: MIGRATIONS.findIndex(({ number }) => number === 33) });
    for (const [id, kind] of [
      ['request_1', 'contest'],
      ['request_2', 'talk'],
    ])
      await sql`insert into customer_requests
      (id, subject, use_id, version_id, kind, jurisdiction, clock, asked_at, due_at) values
      (${id}, ${SUBJECT}, 'winback-spring', null, ${kind}, 'eu',
        ${JSON.stringify(kind === 'contest' ? MONTH : DAYS)}::json,
        '2026-11-20T09:00:00Z', ${kind === 'contest' ? '2026-12-20T23:59:59Z' : '2026-11-27T23:59:59Z'})`.execute(
        old.plain,
      );
    await old.close();
    const store = await open(place);
    for (const id of ['request_1', 'request_2']) {
      const row = must(await store.read((db) => findCustomerRequest(db, id)))!;
      const events = must(await store.read((db) => listEventsOfRequests(db, [id]))).get(id)!;
      const request = foldOf(events);
      const { clock, ...columns } = columnsOf(request);
      expect(row).toMatchObject({ ...columns, proofNeeded: request.needed, version: 1 });
      expect(row.clock).toEqual(JSON.parse(String(clock)));
      expect(request.state).toBe('open');
    }
    await store.close();
    await engine.stop();
  },
  60_000,
);

const MONTH = { count: 1, unit: 'month', norm: 'eu-gdpr-12' };
const DAYS = { count: 5, unit: 'business-day', norm: 'ours-person-to-talk-to' };
