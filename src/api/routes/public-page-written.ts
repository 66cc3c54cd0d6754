import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { OpenedLink } from '../../app/server/choices/opened-link.ts';
import type { Problem } from '../../kernel/problem.ts';
import type { Result } from '../../kernel/result.ts';
import { type StandOfWritten, type Written, writtenPage } from '../../preferences/written-page.ts';
import type { RouteDependencies } from './index.ts';
import { letterSender } from './proof-route.ts';
import { frameOf, sendPage, settingsSoon } from './public-page.ts';

/** A text field of a form. A browser counts a line’s end as one letter of the most there are, and sends two. */
export const writtenText = z
  .string()
  .overwrite((text) => text.replaceAll('\r\n', '\n').trim())
  .max(600)
  .default('');

/** What the page that gives back what was written sends beside it. */
export const writtenAgain = {
  link: z.string().trim().max(2000).default(''),
  step: z.enum(['mail', 'send']).optional(),
} as const;

type Step = z.infer<typeof writtenAgain.step>;

/** The token in a link that was copied from a mail; mail programs may write its dots as `%2E`. */
export const tokenIn = (link: string): string =>
  (/(?:^|\/)([^/?#\s]+)(?:[?#]\S*)?$/.exec(link)?.[1] ?? '').replaceAll(/%2e/gi, '.');

/** What somebody wrote for whom no link opens, and how a new one is asked for. */
interface Unsent {
  readonly act: string;
  readonly written: Written;
  readonly link: string;
  readonly step: Step;
  /** The link that has ended, of whoever has the address that it was sent to; `null` where it was none of ours. */
  readonly ended: OpenedLink | null;
}

/**
 * Answers a form whose private link does not open by a page that gives back what was written. It is the same whatever the
 * link was; where it was one of ours, `renew` owes a new one to the address that it was sent to.
 */
export function backToWriter(
  { services }: RouteDependencies,
  renew: (
    link: OpenedLink & { readonly address: string },
    request: FastifyRequest,
  ) => Promise<Result<null, Problem>>,
) {
  const send = letterSender(services);
  return async (
    request: FastifyRequest,
    reply: FastifyReply,
    { act, written, link, step, ended }: Unsent,
  ): Promise<FastifyReply> => {
    const stands: StandOfWritten = step === 'mail' ? 'mailed' : link === '' ? 'ended' : 'wrong-link';
    const address = ended?.address ?? null;
    if (step === 'mail' && ended !== null && address !== null)
      send(request, reply, address, () => renew({ ...ended, address }, request));
    const frame = { ...frameOf(request, await settingsSoon(services.context)), isOnlyHere: true };
    return sendPage(reply, writtenPage(frame, act, written, stands), step === 'mail' ? 200 : 404);
  };
}
