import { mayBeAsked } from '../../../../connectors/webhooks/post-hook.ts';
import { type Problem, problem } from '../../../../kernel/problem.ts';
import { fail, ok, type Result } from '../../../../kernel/result.ts';
import type { ServerContext } from '../../context.ts';
import { mayBePrivate } from '../../hooks/hook-settings.ts';

type Sealing = Pick<ServerContext, 'sealer'>;

const placeOf = (request: string): string => `agent_requests:${request}`;
const secretPlaceOf = (agent: string): string => `authorised_agents:${agent}`;

/** Where an agent wants to be told, sealed; `null` where nowhere. Problems: `hook.not-allowed`. */
export function sealCallback(
  context: Pick<ServerContext, 'sealer' | 'origin'>,
  request: string,
  address: string | undefined,
): Result<string | null, Problem> {
  if (address === undefined) return ok(null);
  if (!URL.canParse(address) || !mayBeAsked(new URL(address), mayBePrivate(context)))
    return fail(
      problem(
        'hook.not-allowed',
        '`status_callback` is not https, carries a credential, or leads to a private network',
        'give a public https address, or leave it out and ask for the status',
      ),
    );
  return ok(context.sealer.seal(address, placeOf(request)));
}

/** Problems: `seal.unreadable`. */
export const openCallback = ({ sealer }: Sealing, request: string, sealed: string): Result<string, Problem> =>
  sealer.open(sealed, placeOf(request));

export const sealCallbackSecret = ({ sealer }: Sealing, agent: string, secret: string): string =>
  sealer.seal(secret, secretPlaceOf(agent));

/** Problems: `seal.unreadable`. */
export const openCallbackSecret = (
  { sealer }: Sealing,
  agent: string,
  sealed: string,
): Result<string, Problem> => sealer.open(sealed, secretPlaceOf(agent));
