import { z } from 'zod';
import { settle } from '../../app/server/gate/contacts.ts';
import { giveLeaseBack, showLeases, takeLease } from '../../app/server/gate/leases.ts';
import { takeReports } from '../../app/server/gate/reports.ts';
import { changed, viewed } from '../change-route.ts';
import type { Api } from '../fastify-types.ts';
import { flag, pageOf, paging } from '../schemas/common.ts';
import {
  grantedLease,
  leaseOrder,
  leaseParams,
  namedContacts,
  reports,
  shownLease,
} from '../schemas/gate.ts';
import { useId } from '../schemas/uses.ts';
import type { RouteDependencies } from './index.ts';

const tags = ['gate'];

/** What senders tell the gate: what became of permits, and what they decided by themselves. */
export function addGateSenderRoutes(app: Api, { services, limits }: RouteDependencies): void {
  const bodyLimit = limits.pushBytes;
  for (const [path, became, operationId, summary] of [
    [
      'sent',
      'sent',
      'tellSent',
      'Say that messages permitted to this sender were sent; the owner of a use says it of all of its own',
    ],
    [
      'release',
      'released',
      'releaseContacts',
      'Say that messages permitted to this sender were not sent: their contacts are free for others',
    ],
  ] as const)
    app.post(
      `/v1/gate/contacts::${path}`,
      {
        bodyLimit,
        config: { right: ['gate.decide', 'use.write'] },
        schema: { operationId, summary, tags, body: namedContacts, response: { 204: z.null() } },
      },
      (request, reply) =>
        changed(services, request, reply, 204, (change) => settle(change, request.body.contacts, became)),
    );
  app.get(
    '/v1/gate/leases',
    {
      config: { right: 'use.read' },
      schema: {
        operationId: 'listLeases',
        summary: 'Contacts that senders took in advance, and how many of them they drew on',
        tags,
        querystring: z.strictObject({
          ...paging,
          sort: z.enum(['grantedAt', 'use']).optional(),
          use: useId.optional(),
          isOpen: flag.optional(),
        }),
        response: { 200: pageOf(shownLease) },
      },
    },
    (request) => {
      const { use, isOpen, ...page } = request.query;
      return viewed(services, request, (view) => showLeases(view, { use, isOpen }, page));
    },
  );
  app.post(
    '/v1/gate/leases',
    {
      bodyLimit,
      config: { right: 'gate.decide' },
      schema: {
        operationId: 'takeLease',
        summary: 'Set contacts aside for a sender who decides in a process of its own',
        tags,
        body: leaseOrder,
        response: { 201: grantedLease },
      },
    },
    (request, reply) =>
      changed(services, request, reply, 201, (change) =>
        takeLease(change, { seconds: 3_600, ...request.body }),
      ),
  );
  app.post(
    '/v1/gate/leases/:id/return',
    {
      config: { right: 'gate.decide' },
      schema: {
        operationId: 'returnLease',
        summary: 'Give a lease back: what no report drew on is free again',
        tags,
        params: leaseParams,
        response: { 200: z.object({ drawn: z.int(), released: z.int() }) },
      },
    },
    (request, reply) =>
      changed(services, request, reply, 200, (change) => giveLeaseBack(change, request.params.id)),
  );
  app.post(
    '/v1/gate/reports',
    {
      bodyLimit,
      config: { right: 'gate.decide' },
      schema: {
        operationId: 'reportDecisions',
        summary: 'Take decisions of a gate in a sender’s own process into the log; the same twice is one',
        tags,
        body: reports,
        response: { 200: z.object({ added: z.int() }) },
      },
    },
    (request, reply) =>
      changed(services, request, reply, 200, (change) =>
        takeReports(
          change,
          request.body.decisions.map(({ at, contentHash, ...one }) => ({
            ...one,
            at: new Date(at),
            contentHash: contentHash as `sha256:${string}`,
          })),
        ),
      ),
  );
}
