import { z } from 'zod';
import { type Problem, problem } from '../../kernel/problem.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { Message } from './signed-message.ts';

/** The rights of the Data Rights Protocol 1.0, §3.01. */
export const PROTOCOL_RIGHTS = [
  'sale:opt-out',
  'sale:opt-in',
  'deletion',
  'access',
  'access:categories',
  'access:specific',
] as const;
/** Ours, for what it leaves out; docs/access.md says what each does. */
export const OUR_RIGHTS = [
  'marketing:object',
  'profiling:opt-out',
  'explain',
  'contest',
  'inference:access',
  'inference:correct',
] as const;
export type ExercisedRight = (typeof PROTOCOL_RIGHTS)[number] | (typeof OUR_RIGHTS)[number];

const text = (most: number) => z.string().trim().min(1).max(most);

/** What an agent asks for a person (§2.01), and who that is (§3.04). What else a message holds is not read. */
const shape = z.looseObject({
  'agent-request-id': text(200).optional(),
  'drp.version': z.literal('1.0'),
  exercise: z.enum([...PROTOCOL_RIGHTS, ...OUR_RIGHTS]),
  regime: z.literal('ccpa').optional(),
  status_callback: text(2000).optional(),
  relationships: z.array(text(100)).max(20).optional(),
  email: text(320).optional(),
  email_verified: z.boolean().optional(),
  phone_number: text(40).optional(),
  phone_number_verified: z.boolean().optional(),
  'scruple:use': z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,79}$/)
    .optional()
    .describe('Of `contest` and `explain`: the use that it is about.'),
  'scruple:wrong': text(2000).optional().describe('Of `inference:correct`: what is wrong.'),
  'scruple:right': text(2000).optional().describe('Of `inference:correct`: what would be right.'),
});
export type Exercise = z.infer<typeof shape>;

/** What a signed message asks for. Problems: `agent.invalid-exercise`. */
export function readExercise(message: Message): Result<Exercise, Problem> {
  const read = shape.safeParse(message);
  if (read.success) return ok(read.data);
  const [issue] = read.error.issues;
  return fail(
    problem(
      'agent.invalid-exercise',
      `\`${issue?.path.join('.') ?? 'message'}\` is not as the protocol has it`,
      'send what the Data Rights Protocol 1.0 §2.01 asks for',
    ),
  );
}

export interface ExerciseStatus {
  readonly request_id: string;
  readonly agent_request_id?: string;
  readonly status: 'open' | 'in_progress' | 'fulfilled' | 'revoked' | 'denied' | 'expired';
  readonly reason?: string;
  readonly received_at: string;
  readonly expected_by?: string;
  readonly processing_details?: string;
  readonly user_verification_url?: string;
  readonly results_url?: string;
}
