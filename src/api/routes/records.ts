import { z } from 'zod';
import {
  approveRecord,
  fillRecord,
  openRecord,
  referRecord,
  showRecord,
  showRecords,
} from '../../app/server/records/records.ts';
import { askForWaiver, showWaiver, showWaivers } from '../../app/server/waivers/waivers.ts';
import { changed, matchedVersion, viewed } from '../change-route.ts';
import type { Api } from '../fastify-types.ts';
import { id, line, moment, pageOf, paging, text } from '../schemas/common.ts';
import { useId, useParams } from '../schemas/uses.ts';
import type { RouteDependencies } from './index.ts';

const level = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);
const value = z.union([
  text(10_000),
  z.boolean(),
  z
    .array(
      z.union([
        text(4000),
        z.strictObject({ whom: text(500), harm: text(2000), likelihood: level, severity: level }),
      ]),
    )
    .max(100),
  z.null(),
]);
const reference = z
  .strictObject({
    system: line(200),
    id: line(200),
    approved: z.iso.date(),
    expires: z.iso.date(),
    hash: line(200),
  })
  .meta({ id: 'RecordReference' });
const record = z
  .object({
    id: z.string(),
    use: z.string(),
    kind: z.string(),
    triggers: z.array(z.string()).readonly(),
    fields: z.record(z.string(), z.unknown()),
    reference: reference.nullable(),
    approvedBy: z.string().nullable(),
    approvedAt: z.string().nullable(),
    judgement: z.object({ state: z.string(), blocks: z.boolean(), because: z.array(z.string()).readonly() }),
    openedAt: z.string(),
    version: z.int(),
  })
  .meta({ id: 'UseRecord' });
const waiver = z
  .object({
    id: z.string(),
    use: z.string(),
    check: z.string(),
    owner: z.string(),
    reason: z.string(),
    state: z.string(),
    until: z.string(),
    renewals: z.int(),
    review: z.string().nullable(),
    version: z.int(),
  })
  .meta({ id: 'Waiver' });
const params = z.object({ id });

/** Impact assessments, records of legitimate interest, and waivers. */
export function addRecordRoutes(app: Api, { services }: RouteDependencies): void {
  const tags = ['records'];
  app.get(
    '/v1/uses/:id/records',
    {
      config: { right: 'use.read' },
      schema: {
        operationId: 'listRecords',
        summary: 'Records of a use; those that are not complete block its clearance',
        tags,
        params: useParams,
        querystring: z.strictObject({
          ...paging,
          sort: z.enum(['openedAt', 'kind']).optional(),
          kind: z.enum(['dpia', 'lia']).optional(),
        }),
        response: { 200: pageOf(record) },
      },
    },
    (request) => {
      const { kind, ...page } = request.query;
      const filter = { useId: request.params.id, type: kind };
      return viewed(services, request, (view) => showRecords(view, filter, page));
    },
  );
  app.post(
    '/v1/uses/:id/records',
    {
      config: { right: 'record.write' },
      schema: {
        operationId: 'openRecord',
        summary: 'Open a record by hand',
        tags,
        params: useParams,
        body: z.strictObject({ kind: z.enum(['dpia', 'lia']) }),
        response: { 201: record },
      },
    },
    (request, reply) =>
      changed(services, request, reply, 201, (change) =>
        openRecord(change, request.params.id, request.body.kind),
      ),
  );
  app.get(
    '/v1/records/:id',
    {
      config: { right: 'use.read' },
      schema: { operationId: 'readRecord', summary: 'One record', tags, params, response: { 200: record } },
    },
    async (request, reply) => {
      const shown = await viewed(services, request, (view) => showRecord(view, request.params.id));
      return reply.header('etag', `"${shown.version}"`).send(shown);
    },
  );
  app.patch(
    '/v1/records/:id',
    {
      config: { right: 'record.write', match: 'required' },
      schema: {
        operationId: 'fillRecord',
        summary: 'Fill fields in; an approval that stood does no longer',
        tags,
        params,
        body: z.strictObject({ fields: z.record(z.string().max(100), value) }),
        response: { 200: record },
      },
    },
    (request, reply) =>
      changed(services, request, reply, 200, (change) =>
        fillRecord(change, request.params.id, matchedVersion(request), request.body.fields as never),
      ),
  );
  app.put(
    '/v1/records/:id/reference',
    {
      config: { right: 'record.write', match: 'required' },
      schema: {
        operationId: 'referRecord',
        summary: 'Say where the record is kept, so that nobody types it again',
        tags,
        params,
        body: reference,
        response: { 200: record },
      },
    },
    (request, reply) =>
      changed(services, request, reply, 200, (change) =>
        referRecord(change, request.params.id, matchedVersion(request), request.body),
      ),
  );
  app.post(
    '/v1/records/:id/approval',
    {
      config: { right: 'record.approve', match: 'required' },
      schema: {
        operationId: 'approveRecord',
        summary: 'Approve it for the use as it is now',
        tags,
        params,
        response: { 200: record },
      },
    },
    (request, reply) =>
      changed(services, request, reply, 200, (change) =>
        approveRecord(change, request.params.id, matchedVersion(request)),
      ),
  );

  const waivers = ['waivers'];
  app.get(
    '/v1/waivers',
    {
      config: { right: 'use.read' },
      schema: {
        operationId: 'listWaivers',
        summary: 'Waivers; those that end first come first',
        tags: waivers,
        querystring: z.strictObject({
          ...paging,
          sort: z.enum(['until', 'use', 'check']).optional(),
          use: useId.optional(),
          state: z.enum(['asked', 'approved', 'refused', 'withdrawn']).optional(),
        }),
        response: { 200: pageOf(waiver) },
      },
    },
    (request) => {
      const { use, state, ...page } = request.query;
      return viewed(services, request, (view) => showWaivers(view, { use, state }, page));
    },
  );
  app.get(
    '/v1/waivers/:id',
    {
      config: { right: 'use.read' },
      schema: {
        operationId: 'readWaiver',
        summary: 'One waiver',
        tags: waivers,
        params,
        response: { 200: waiver },
      },
    },
    (request) => viewed(services, request, (view) => showWaiver(view, request.params.id)),
  );
  app.post(
    '/v1/uses/:id/waivers',
    {
      config: { right: 'waiver.ask' },
      schema: {
        operationId: 'askForWaiver',
        summary: 'Ask for a waiver; it is reviewed, and counts from the next push on',
        tags: waivers,
        params: useParams,
        body: z.strictObject({
          check: z.string().regex(/^[a-z][a-z0-9-]{0,63}$/),
          reason: text(2000),
          until: moment,
        }),
        response: { 201: waiver },
      },
    },
    (request, reply) =>
      changed(services, request, reply, 201, (change) =>
        askForWaiver(change, request.params.id, request.body),
      ),
  );
}
