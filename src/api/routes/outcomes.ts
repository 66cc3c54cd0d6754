import { z } from 'zod';
import { resumeUse, showAlarms, showOutcomes } from '../../app/server/outcomes/alarms.ts';
import { showPaused } from '../../app/server/outcomes/paused.ts';
import { LEAST_RAMP, rampUse } from '../../app/server/outcomes/ramp.ts';
import { type TakenEvents, takeEvents } from '../../app/server/outcomes/take-events.ts';
import { judgeSoon } from '../../app/server/outcomes/watch-outcomes.ts';
import { changed, madeOnce, viewed } from '../change-route.ts';
import type { Api } from '../fastify-types.ts';
import { id, pageOf, paging, text } from '../schemas/common.ts';
import type { RouteDependencies } from './index.ts';

/** Events of one delivery. */
const MOST_EVENTS = 5_000;

const group = z.record(z.string(), z.string()).nullable();
const share = z.number().min(0).max(1);
const interval = z.tuple([share, share]).readonly();
const alarm = z
  .object({
    id,
    use: id,
    group,
    monitor: z.string(),
    action: z.enum(['warn', 'review', 'pause']),
    raisedAt: z.string(),
    recordedAt: z.string(),
    afterSends: z.int(),
    eValue: z.number().nullable(),
    alpha: share.nullable(),
    bound: share.nullable(),
    rate: share.nullable(),
    interval: interval.nullable(),
  })
  .meta({ id: 'Alarm' });
const paused = z
  .object({ use: id, pausedBy: z.string(), since: z.string(), alarms: z.array(alarm).readonly() })
  .meta({ id: 'PausedUse' });
const monitor = {
  use: id,
  group,
  monitor: z.string(),
  sends: z.int(),
  rate: share.nullable(),
  interval,
  smallestHarm: z.number().nullable(),
};
const stream = z
  .object({
    ...monitor,
    bound: share.nullable(),
    events: z.int(),
    eValue: z.number(),
    sendsToDouble: z.int().nullable(),
    foreseen: z.object({ ripeSends: z.number(), rate: share.nullable(), interval }),
    days: z.array(z.object({ day: z.string(), sends: z.int(), events: z.int() })).readonly(),
    soFar: z.array(z.object({ day: z.string(), sends: z.int(), rate: share, interval })).readonly(),
  })
  .meta({ id: 'WatchedStream' });
const ramp = z.object({ people: z.int(), stage: z.int(), stages: z.int(), share }).meta({ id: 'Ramp' });
const taken = z
  .object({
    accepted: z.int(),
    duplicates: z.int(),
    quarantined: z.int(),
    refused: z.array(z.object({ index: z.int(), code: z.string(), detail: z.string(), hint: z.string() })),
  })
  .meta({ id: 'TakenEvents' });

/** What followed sends, and what the monitors say of it. */
export function addOutcomeRoutes(app: Api, { services, limits }: RouteDependencies): void {
  const events = z.array(z.unknown()).min(1).max(MOST_EVENTS);
  app.post(
    '/v1/outcomes',
    {
      config: { right: 'event.deliver' },
      bodyLimit: limits.pushBytes,
      schema: {
        operationId: 'deliverOutcomes',
        summary:
          'Sends and what followed them: one event, a list, or CloudEvents 1.0; what cannot be read is named, the rest is kept',
        tags: ['outcomes'],
        body: z.union([events, z.strictObject({ events }), z.record(z.string(), z.unknown())]),
        response: { 200: taken },
      },
    },
    async (request, reply) => {
      const values = valuesOf(request.body);
      let uses: readonly string[] = [];
      const answer = await madeOnce(services, request, reply, 200, async (change) => {
        const kept = await takeEvents(change, values);
        ({ uses } = kept);
        return shown(kept);
      });
      if (answer === null) return;
      judgeSoon(services.context, uses);
      await reply.code(200).send(answer.body as z.infer<typeof taken>);
    },
  );
  app.get(
    '/v1/alarms',
    {
      config: { right: 'use.read' },
      schema: {
        operationId: 'listAlarms',
        summary: 'What the monitors said, newest first',
        tags: ['outcomes'],
        querystring: z.strictObject({
          ...paging,
          sort: z.enum(['at', 'use']).optional(),
          use: id.optional(),
          action: z.enum(['warn', 'review', 'pause']).optional(),
        }),
        response: { 200: pageOf(alarm) },
      },
    },
    (request) => {
      const { use, action, ...page } = request.query;
      return viewed(services, request, (view) => showAlarms(view, { use, action }, page));
    },
  );
  app.get(
    '/v1/outcomes/paused',
    {
      config: { right: 'use.read' },
      schema: {
        operationId: 'listPaused',
        summary: 'Uses that are paused, each with the alarms that asked for it, latest first',
        tags: ['outcomes'],
        querystring: z.strictObject({
          ...paging,
          sort: z.enum(['at', 'use']).optional(),
          use: id.optional(),
        }),
        response: { 200: pageOf(paused) },
      },
    },
    (request) => {
      const { use, ...page } = request.query;
      return viewed(services, request, (view) => showPaused(view, { use }, page));
    },
  );
  app.get(
    '/v1/uses/:use/outcomes',
    {
      config: { right: 'use.read' },
      schema: {
        operationId: 'readOutcomes',
        summary: 'Monitors of a use that are quiet, with the smallest harm that they would have seen by now',
        tags: ['outcomes'],
        params: z.object({ use: id }),
        response: {
          200: z.object({
            use: id,
            pausedBy: z.string().nullable(),
            armedAt: z.string().nullable(),
            events: z.int(),
            unmatched: z.int(),
            quiet: z.array(z.object(monitor)).readonly(),
            streams: z.array(stream).readonly(),
            ramp: ramp.nullable(),
          }),
        },
      },
    },
    (request) => viewed(services, request, (view) => showOutcomes(view, request.params.use)),
  );
  app.put(
    '/v1/uses/:use/ramp',
    {
      config: { right: 'use.write' },
      schema: {
        operationId: 'rampUse',
        summary:
          'Roll a use out to so many people in stages of 1, 5, 10, 25, 50 and 100 %, each when the last is ripe and quiet; `null` ends the stages',
        tags: ['outcomes'],
        params: z.object({ use: id }),
        body: z.strictObject({ people: z.int().min(LEAST_RAMP).max(1_000_000_000).nullable() }),
        response: { 200: z.object({ ramp: ramp.nullable() }) },
      },
    },
    (request, reply) =>
      changed(services, request, reply, 200, async (change) => ({
        ramp: await rampUse(change, request.params.use, request.body.people),
      })),
  );
  app.post(
    '/v1/uses/:use/resume',
    {
      config: { right: 'stop.lift' },
      schema: {
        operationId: 'resumeUse',
        summary: 'Let a use run again that a monitor paused; evidence begins anew',
        tags: ['outcomes'],
        params: z.object({ use: id }),
        body: z.strictObject({ reason: text(2000) }),
        response: { 204: z.null() },
      },
    },
    (request, reply) =>
      changed(services, request, reply, 204, (change) =>
        resumeUse(change, request.params.use, request.body.reason),
      ),
  );
}

function valuesOf(body: readonly unknown[] | Readonly<Record<string, unknown>>): readonly unknown[] {
  if (Array.isArray(body)) return body;
  const { events } = body as { readonly events?: unknown };
  return Array.isArray(events) && Object.keys(body).length === 1 ? events : [body];
}

const shown = ({ accepted, duplicates, quarantined, refused }: TakenEvents) => ({
  accepted,
  duplicates,
  quarantined,
  refused: refused.map(({ index, problem }) => ({
    index,
    code: problem.code,
    detail: problem.message,
    hint: problem.hint,
  })),
});
