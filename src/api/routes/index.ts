import type { Registry } from 'prom-client';
import type { ServerDependencies } from '../create-server.ts';
import type { Api } from '../fastify-types.ts';
import type { ServerLimits } from '../limits.ts';
import { addGateRoutes } from './gate.ts';
import { addHealthRoutes } from './health.ts';

export interface RouteDependencies extends Omit<ServerDependencies, 'limits'> {
  readonly limits: ServerLimits;
  readonly metrics: Registry;
}

/** Every route there is. */
export function addRoutes(app: Api, dependencies: RouteDependencies): void {
  addHealthRoutes(app, dependencies);
  addGateRoutes(app);
}
