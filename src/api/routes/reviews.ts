import { z } from 'zod';
import { actInReview, type ReviewStep } from '../../app/server/reviews/act.ts';
import { askForReview } from '../../app/server/reviews/open.ts';
import { reviewPolicyShape } from '../../app/server/reviews/policy.ts';
import { setReviewPolicy, showReviewPolicy } from '../../app/server/reviews/settings.ts';
import { shownReview, showQueue, showReview } from '../../app/server/reviews/show.ts';
import { changed, matchedVersion, viewed } from '../change-route.ts';
import type { Api } from '../fastify-types.ts';
import { flag, id, moment, pageOf, paging } from '../schemas/common.ts';
import { step } from '../schemas/reviews.ts';
import { queuedReview, review, reviewKind } from '../schemas/reviews-shown.ts';
import { gravity, useId, useParams } from '../schemas/uses.ts';
import type { RouteDependencies } from './index.ts';

const tags = ['reviews'];
const params = z.object({ id });
type Shown = z.infer<typeof review>;

/** The queue, and what people do in a review. */
export function addReviewRoutes(app: Api, { services }: RouteDependencies): void {
  app.get(
    '/v1/reviews',
    {
      config: { right: 'review.read' },
      schema: {
        operationId: 'listReviews',
        summary: 'The queue: gravest first, then oldest',
        tags,
        querystring: z.strictObject({
          ...paging,
          sort: z.enum(['queue', 'openedAt']).optional(),
          open: flag.optional(),
          kind: reviewKind.optional(),
          use: useId.optional(),
          gravity: gravity.optional().describe('One that is held back is none of them.'),
          openedBefore: moment.transform((value) => new Date(value)).optional(),
          untouched: flag
            .optional()
            .describe('Only those in which one has neither judged first nor decided.'),
        }),
        response: { 200: pageOf(queuedReview) },
      },
    },
    (request) => {
      const { after, limit, direction, sort, ...filter } = request.query;
      return viewed(services, request, (view) => showQueue(view, filter, { after, limit, direction, sort }));
    },
  );
  app.get(
    '/v1/reviews/:id',
    {
      config: { right: 'review.read' },
      schema: {
        operationId: 'readReview',
        summary: 'One review, without what must not sway who asks',
        tags,
        params,
        response: { 200: review },
      },
    },
    async (request, reply) => {
      const shown = await viewed(services, request, (view) => showReview(view, request.params.id));
      return reply.header('etag', `"${shown.version}"`).send(shown as Shown);
    },
  );
  app.post(
    '/v1/uses/:id/reviews',
    {
      config: { right: 'review.ask' },
      schema: {
        operationId: 'openReview',
        summary: 'Ask for a review of the latest version',
        tags,
        params: useParams,
        response: { 201: review },
      },
    },
    (request, reply) =>
      changed(services, request, reply, 201, async (change) =>
        shownReview(change, await askForReview(change, request.params.id)),
      ),
  );
  app.post(
    '/v1/reviews/:id/steps',
    {
      config: { right: ['review.judge', 'review.comment', 'review.ask'] },
      schema: {
        operationId: 'actInReview',
        summary:
          'Do something in a review: join, look, judge first, consider, answer, comment, decide, withdraw',
        tags,
        params,
        body: step,
        response: { 201: review },
      },
    },
    (request, reply) =>
      changed(services, request, reply, 201, async (change) =>
        shownReview(change, await actInReview(change, request.params.id, request.body as ReviewStep)),
      ),
  );
  app.get(
    '/v1/settings/reviews',
    {
      config: { right: 'settings.read' },
      schema: {
        operationId: 'readReviewPolicy',
        summary: 'How reviews open from here on',
        tags: ['settings'],
        response: { 200: reviewPolicyShape.extend({ version: z.int() }) },
      },
    },
    async (request, reply) => {
      const shown = await viewed(services, request, showReviewPolicy);
      return reply.header('etag', `"${shown.version}"`).send(shown);
    },
  );
  app.put(
    '/v1/settings/reviews',
    {
      config: { right: 'settings.write', match: 'required' },
      schema: {
        operationId: 'setReviewPolicy',
        summary: 'Set it; reviews that are open keep theirs',
        tags: ['settings'],
        body: reviewPolicyShape,
        response: { 200: reviewPolicyShape.extend({ version: z.int() }) },
      },
    },
    (request, reply) =>
      changed(services, request, reply, 200, (change) =>
        setReviewPolicy(change, matchedVersion(request), request.body),
      ),
  );
}
