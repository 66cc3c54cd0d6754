import { storySchema } from '../../report/story/schema.ts';
import type { Api } from '../fastify-types.ts';
import { refused } from '../refused.ts';
import type { RouteDependencies } from './index.ts';

/** The year of the fictional outfitter, where the server shows the example. */
export function addStoryRoutes(app: Api, { story = null }: RouteDependencies): void {
  app.get(
    '/v1/story',
    {
      config: { right: 'use.read' },
      schema: {
        operationId: 'readStory',
        summary: 'A simulated year with and without the monitors, on a server that shows the example',
        tags: ['overview'],
        response: { 200: storySchema.meta({ id: 'Story' }) },
      },
    },
    async () => {
      if (story === null)
        throw refused(
          'store.not-found',
          'this server tells no story',
          'start one that does: `scruple serve --demo`, from a checkout',
        );
      return story;
    },
  );
}
