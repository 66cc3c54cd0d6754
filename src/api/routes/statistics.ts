import { z } from 'zod';
import { addCase, announceCase, answerCase, showCases } from '../../app/server/practice/practice.ts';
import {
  allowStatistics,
  setHours,
  showBudget,
  showGroupStatistics,
  showOwnStatistics,
} from '../../app/server/statistics/statistics.ts';
import { changed, matchedVersion, viewed } from '../change-route.ts';
import type { Api } from '../fastify-types.ts';
import { flag, id, line, pageOf, paging, text } from '../schemas/common.ts';
import type { RouteDependencies } from './index.ts';

const share = z
  .object({ share: z.number(), interval: z.array(z.number()).readonly(), n: z.number() })
  .meta({ id: 'Share' });
const statistics = z
  .object({
    reviews: z.number(),
    people: z.number(),
    medianSeconds: z.number(),
    agreement: share,
    overriddenMoreLenient: share,
    overriddenStricter: share,
    caught: share.nullable(),
    signs: z.array(z.string()).readonly(),
  })
  .meta({ id: 'ReviewStatistics' });
const budget = z
  .object({
    weeks: z.number(),
    openedPerWeek: z.number(),
    hoursNeededPerWeek: z.number(),
    hoursAvailablePerWeek: z.number(),
    load: z.number().nullable(),
    overOneMinute: z.object({ share: z.number(), uses: z.number() }).nullable(),
    causes: z
      .array(
        z.object({
          type: z.string(),
          name: z.string(),
          reviews: z.number(),
          alone: z.number(),
          minutes: z.number(),
        }),
      )
      .readonly(),
  })
  .meta({ id: 'ReviewBudget' });
const flaw = z
  .strictObject({ check: z.string().regex(/^[a-z][a-z0-9-]{0,63}$/), says: text(1000) })
  .meta({ id: 'PracticeFlaw' });
const practice = z
  .object({
    id: z.string(),
    title: z.string(),
    material: z.string(),
    announcedAt: z.string().nullable(),
    isAnswered: z.boolean(),
    version: z.int(),
  })
  .meta({ id: 'PracticeCase' });
const params = z.object({ id });

/** What reviewing costs, how it goes, and practice for it. */
export function addStatisticsRoutes(app: Api, { services }: RouteDependencies): void {
  const tags = ['statistics'];
  app.get(
    '/v1/statistics/own',
    {
      config: { right: 'statistics.read-own' },
      schema: {
        operationId: 'readOwnStatistics',
        summary: 'One’s own reviews, from 30 on',
        tags,
        response: { 200: statistics },
      },
    },
    (request) => viewed(services, request, showOwnStatistics),
  );
  app.get(
    '/v1/statistics/group',
    {
      config: { right: 'statistics.read-groups' },
      schema: {
        operationId: 'readGroupStatistics',
        summary: 'The reviews of at least five others together',
        tags,
        response: { 200: statistics },
      },
    },
    (request) => viewed(services, request, showGroupStatistics),
  );
  app.get(
    '/v1/statistics/budget',
    {
      config: { right: 'statistics.read-groups' },
      schema: {
        operationId: 'readReviewBudget',
        summary: 'Reviews opened against hours there are, and what causes most of them',
        tags,
        response: { 200: budget },
      },
    },
    (request) => viewed(services, request, showBudget),
  );
  app.put(
    '/v1/settings/review-statistics',
    {
      config: { right: 'statistics.allow' },
      schema: {
        operationId: 'allowStatistics',
        summary: 'Record the agreement or notice that review statistics rest on',
        tags: ['settings'],
        body: z.strictObject({ reference: line(500) }),
        response: { 200: z.object({ reference: z.string(), recordedAt: z.string() }) },
      },
    },
    (request, reply) =>
      changed(services, request, reply, 200, (change) => allowStatistics(change, request.body.reference)),
  );
  app.put(
    '/v1/settings/review-hours/:week',
    {
      config: { right: 'settings.write' },
      schema: {
        operationId: 'setReviewHours',
        summary: 'The hours that all reviewers together have in a week, as 2026-W47',
        tags: ['settings'],
        params: z.object({ week: z.string().regex(/^\d{4}-W(?:0[1-9]|[1-4]\d|5[0-3])$/) }),
        body: z.strictObject({ hours: z.number().min(0).max(100_000) }),
        response: { 200: z.object({ week: z.string(), hours: z.number() }) },
      },
    },
    (request, reply) =>
      changed(services, request, reply, 200, (change) =>
        setHours(change, request.params.week, request.body.hours),
      ),
  );

  const cases = ['practice'];
  app.get(
    '/v1/practice-cases',
    {
      config: { right: ['statistics.read-own', 'settings.write'] },
      schema: {
        operationId: 'listPracticeCases',
        summary: 'Practice cases; what is wrong with one is shown after the answer',
        tags: cases,
        querystring: z.strictObject({
          ...paging,
          sort: z.enum(['createdAt', 'title']).optional(),
          announced: flag.optional().describe('Administrators alone see those that are not.'),
        }),
        response: { 200: pageOf(practice) },
      },
    },
    (request) => {
      const { announced, ...page } = request.query;
      return viewed(services, request, (view) => showCases(view, { announced }, page));
    },
  );
  app.post(
    '/v1/practice-cases',
    {
      config: { right: 'settings.write' },
      schema: {
        operationId: 'addPracticeCase',
        summary: 'Add a case; nobody answers it before it was announced',
        tags: cases,
        body: z.strictObject({ title: line(200), material: text(20_000), flaw }),
        response: { 201: practice },
      },
    },
    (request, reply) => changed(services, request, reply, 201, (change) => addCase(change, request.body)),
  );
  app.post(
    '/v1/practice-cases/:id/announcement',
    {
      config: { right: 'settings.write', match: 'required' },
      schema: {
        operationId: 'announcePracticeCase',
        summary: 'Record that reviewers were told',
        tags: cases,
        params,
        response: { 200: practice },
      },
    },
    (request, reply) =>
      changed(services, request, reply, 200, (change) =>
        announceCase(change, request.params.id, matchedVersion(request)),
      ),
  );
  app.post(
    '/v1/practice-cases/:id/answers',
    {
      config: { right: 'statistics.read-own' },
      schema: {
        operationId: 'answerPracticeCase',
        summary: 'Answer a case, once',
        tags: cases,
        params,
        body: z.strictObject({
          decision: z.enum(['approve', 'approve-with-conditions', 'change', 'reject', 'escalate']),
        }),
        response: { 201: z.object({ isCaught: z.boolean(), flaw }) },
      },
    },
    (request, reply) =>
      changed(services, request, reply, 201, (change) =>
        answerCase(change, request.params.id, request.body.decision),
      ),
  );
}
