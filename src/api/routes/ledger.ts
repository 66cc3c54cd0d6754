import { z } from 'zod';
import { exportPerson } from '../../app/server/ledger/export-person.ts';
import { importChoices } from '../../app/server/ledger/import-choices.ts';
import {
  differenceOfNotice,
  publishNotice,
  readNotice,
  showNotices,
  useOfNotice,
} from '../../app/server/ledger/notices.ts';
import { readPerson } from '../../app/server/ledger/person.ts';
import { recordChoices, recordErasure, recordHold, recordKeys } from '../../app/server/ledger/record.ts';
import { takeSignal } from '../../app/server/ledger/take-signal.ts';
import { changed, viewed } from '../change-route.ts';
import type { Api } from '../fastify-types.ts';
import { line, pageOf, paging } from '../schemas/common.ts';
import {
  appended,
  askedPerson,
  erasedLedger,
  exportedLedger,
  importOutcome,
  ledgerOfPerson,
  namedPerson,
  notice,
  noticeDifference,
  noticeHash,
  noticeUse,
  releasedPerson,
  sentChoices,
  sentHold,
  sentImport,
  sentKeys,
  sentNotice,
  sentSignal,
  takenSignal,
} from '../schemas/ledger.ts';
import type { RouteDependencies } from './index.ts';

const tags = ['ledger'];

/** The choices of customers. People are named in bodies alone: an address in a path would stand in every log on the way. */
export function addLedgerRoutes(app: Api, { services, limits }: RouteDependencies): void {
  app.post(
    '/v1/ledger/choices',
    {
      config: { right: 'ledger.write' },
      schema: {
        operationId: 'recordChoices',
        summary: 'Record what a person chose; from the answer on it counts',
        tags,
        body: sentChoices,
        response: { 201: appended },
      },
    },
    (request, reply) =>
      changed(services, request, reply, 201, (change) =>
        recordChoices(
          change,
          request.body.identifier,
          request.body.choices.map(
            ({ theme = null, validUntil = null, pausedUntil = null, confirms = null, ...choice }) => ({
              ...choice,
              theme,
              validUntil,
              pausedUntil,
              confirms,
            }),
          ),
        ),
      ),
  );
  app.post(
    '/v1/ledger/person',
    {
      config: { right: 'ledger.read' },
      schema: {
        operationId: 'readLedgerOfPerson',
        summary: 'What a person chose, for a purpose that is logged; themes they are spared are not shown',
        tags,
        body: askedPerson,
        response: { 200: ledgerOfPerson },
      },
    },
    (request, reply) =>
      changed(services, request, reply, 200, (change) =>
        readPerson(change, request.body.identifier, request.body.purpose),
      ),
  );
  app.post(
    '/v1/ledger/person/export',
    {
      config: { right: 'ledger.read' },
      schema: {
        operationId: 'exportLedgerOfPerson',
        summary: 'A person’s records of consent as ISO/IEC TS 27560 in JSON-LD, for a purpose that is logged',
        tags,
        body: askedPerson,
        response: { 200: exportedLedger },
      },
    },
    (request, reply) =>
      changed(services, request, reply, 200, (change) =>
        exportPerson(change, request.body.identifier, request.body.purpose),
      ),
  );
  app.post(
    '/v1/ledger/person/erasure',
    {
      config: { right: 'ledger.erase' },
      schema: {
        operationId: 'eraseLedgerOfPerson',
        summary: 'Erase a person’s choices; every no of theirs stays under a keyed hash',
        tags,
        body: namedPerson,
        response: { 200: erasedLedger },
      },
    },
    (request, reply) =>
      changed(services, request, reply, 200, (change) => recordErasure(change, request.body.identifier)),
  );
  app.post(
    '/v1/ledger/person/keys',
    {
      config: { right: 'ledger.write' },
      schema: {
        operationId: 'joinKeysOfPerson',
        summary: 'Say that addresses, numbers and ids are of one person; a no under one counts for all',
        tags,
        body: sentKeys,
        response: { 204: z.null() },
      },
    },
    (request, reply) =>
      changed(services, request, reply, 204, (change) =>
        recordKeys(change, request.body.identifiers, request.body.purpose),
      ),
  );
  app.post(
    '/v1/ledger/imports',
    {
      bodyLimit: limits.pushBytes,
      config: { right: 'ledger.import' },
      schema: {
        operationId: 'importChoices',
        summary: 'Import choices from CSV, all of it or nothing; a dry run tells what would come of it',
        tags,
        body: sentImport,
        response: { 200: importOutcome },
      },
    },
    (request, reply) => {
      const { notice: version = null, language = null, jurisdiction = null, ...sent } = request.body;
      return changed(services, request, reply, 200, (change) =>
        importChoices(change, { ...sent, notice: version, language, jurisdiction }),
      );
    },
  );
  app.post(
    '/v1/ledger/signals',
    {
      config: { right: 'ledger.write' },
      schema: {
        operationId: 'takeConsentSignal',
        summary:
          'Take a consent object of Segment or RudderStack, or a TCF or GPP string; what it leaves open is no',
        tags,
        body: sentSignal,
        response: { 201: takenSignal },
      },
    },
    (request, reply) => {
      const {
        mapping = [],
        vendor = 0,
        notice: seen = null,
        jurisdiction = null,
        payload,
        ...sent
      } = request.body;
      return changed(services, request, reply, 201, (change) =>
        takeSignal(change, { ...sent, payload, mapping, vendor, notice: seen, jurisdiction }),
      );
    },
  );
  app.post(
    '/v1/ledger/holds',
    {
      config: { right: 'hold.set' },
      schema: {
        operationId: 'holdPerson',
        summary: 'Leave a person in peace until a day; why is not asked, and no answer tells of a hold',
        tags,
        body: sentHold,
        response: { 204: z.null() },
      },
    },
    (request, reply) =>
      changed(services, request, reply, 204, (change) =>
        recordHold(change, request.body.identifier, request.body.scope, new Date(request.body.until)),
      ),
  );
  app.post(
    '/v1/ledger/holds/end',
    {
      config: { right: 'hold.end' },
      schema: {
        operationId: 'endHoldsOfPerson',
        summary: 'End the holds of a person, whether there are any or not',
        tags,
        body: releasedPerson,
        response: { 204: z.null() },
      },
    },
    (request, reply) =>
      changed(services, request, reply, 204, (change) =>
        recordHold(change, request.body.identifier, { purpose: null, channel: null }, null),
      ),
  );
  app.get(
    '/v1/ledger/notices',
    {
      config: { right: 'settings.read' },
      schema: {
        operationId: 'listNotices',
        summary: 'What people are told when they choose, in every version and language',
        tags,
        querystring: z.strictObject({
          ...paging,
          sort: z.enum(['publishedAt', 'from', 'language']).optional(),
          language: line(40).optional(),
          version: line(100).optional(),
        }),
        response: { 200: pageOf(notice) },
      },
    },
    (request) => {
      const { language, version, ...page } = request.query;
      return viewed(services, request, (view) => showNotices(view, { language, version }, page));
    },
  );
  app.get(
    '/v1/ledger/notices/:notice',
    {
      config: { right: 'settings.read' },
      schema: {
        operationId: 'readNotice',
        summary: 'One notice by its hash, as every choice under it names it',
        tags,
        params: z.object({ notice: noticeHash }),
        response: { 200: notice },
      },
    },
    (request) => viewed(services, request, (view) => readNotice(view, request.params.notice)),
  );
  app.get(
    '/v1/ledger/notices/:notice/difference',
    {
      config: { right: 'settings.read' },
      schema: {
        operationId: 'readNoticeDifference',
        summary: 'What a notice says otherwise than the one before it in the same language',
        tags,
        params: z.object({ notice: noticeHash }),
        response: { 200: noticeDifference },
      },
    },
    (request) => viewed(services, request, (view) => differenceOfNotice(view, request.params.notice)),
  );
  app.get(
    '/v1/ledger/notices/:notice/choices',
    {
      config: { right: 'settings.read' },
      schema: {
        operationId: 'readNoticeUse',
        summary: 'How many chose what under a notice, as counts; few people are not counted',
        tags,
        params: z.object({ notice: noticeHash }),
        response: { 200: noticeUse },
      },
    },
    (request) => viewed(services, request, (view) => useOfNotice(view, request.params.notice)),
  );
  app.post(
    '/v1/ledger/notices',
    {
      config: { right: 'notice.write' },
      schema: {
        operationId: 'publishNotice',
        summary: 'Publish a notice; no word of it ever changes',
        tags,
        body: sentNotice,
        response: { 201: notice },
      },
    },
    (request, reply) =>
      changed(services, request, reply, 201, (change) => publishNotice(change, request.body)),
  );
}
