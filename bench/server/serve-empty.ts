/** The least that Fastify does for a route: what our answers are measured beside. Says where it listens. */
import fastify from 'fastify';

const app = fastify();
app.get('/', async () => ({ status: 'ok' }));
process.stdout.write(`${await app.listen({ host: '127.0.0.1', port: 0 })}\n`);
