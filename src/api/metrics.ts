import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import type { Api } from './fastify-types.ts';

/** Measures requests by route, and the process; the answer of `/metrics` is made from the registry. */
export function measure(app: Api): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const seconds = new Histogram({
    name: 'scruple_http_request_seconds',
    help: 'Duration of requests by method, route and status.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  });
  app.addHook('onResponse', (request, reply, done) => {
    // Paths that do not exist share one label: a scanner must not make a thousand series.
    const route = request.routeOptions.url ?? 'none';
    seconds.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000);
    done();
  });
  return registry;
}
