import type { Caller } from '../../app/server/caller.ts';
import { ROLES, type Role } from '../../app/server/rights.ts';
import type { Services } from '../../app/server/services.ts';
import { createServer } from '../create-server.ts';
import type { Api } from '../fastify-types.ts';
import type { ServerLimits } from '../limits.ts';

export interface Face {
  readonly app: Api;
  readonly log: string[];
}

/** The face alone, over services of which only the asking for a credential is there: `Bearer <role>` is that role. */
export async function faceAlone(limits: Partial<ServerLimits> = {}): Promise<Face> {
  const log: string[] = [];
  const services = {
    clock: { now: () => new Date('2026-11-20T09:00:00Z') },
    authenticate: async (presented) => {
      if (presented.kind === 'bearer') return known(presented.token, 'key');
      return presented.kind === 'cookie' ? known(presented.cookie.replace('session=', ''), 'session') : null;
    },
    isReady: async () => true,
  } as Partial<Services> as Services;
  const app = await createServer({
    services,
    version: '0.0.0',
    origin: () => 'http://127.0.0.1:4600',
    logTo: { write: (line) => void log.push(line) },
    limits,
  });
  return { app, log };
}

const known = (role: string, through: Caller['through']): Caller | null =>
  ROLES.includes(role as Role)
    ? {
        account: { key: `person:${role}`, roles: [role as Role], trainedAt: null, until: null },
        personId: `person_${role}`,
        is: 'person',
        through,
        credential: 'c1',
      }
    : null;
