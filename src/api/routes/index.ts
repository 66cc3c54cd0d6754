import type { Registry } from 'prom-client';
import type { ServerDependencies } from '../create-server.ts';
import type { Api } from '../fastify-types.ts';
import type { ServerLimits } from '../limits.ts';
import { addGateRoutes } from './gate.ts';
import { addHealthRoutes } from './health.ts';
import { addKeyRoutes } from './keys.ts';
import { addPeopleRoutes } from './people.ts';
import { addSignInRoutes } from './sign-in.ts';

export interface RouteDependencies extends Omit<ServerDependencies, 'limits'> {
  readonly limits: ServerLimits;
  readonly metrics: Registry;
}

/** Every route there is. */
export function addRoutes(app: Api, dependencies: RouteDependencies): void {
  addHealthRoutes(app, dependencies);
  addSignInRoutes(app, dependencies);
  addPeopleRoutes(app, dependencies);
  addKeyRoutes(app, dependencies);
  addGateRoutes(app);
}
