import { z } from 'zod';
import { DEFAULT_POLICY, type GatePolicy, RULES } from '../../../gate/policy.ts';
import { NEVER_TRIED } from '../../../gate/shadow.ts';
import { contentHash } from '../../../kernel/canonical.ts';
import { problem } from '../../../kernel/problem.ts';
import { CHANNELS } from '../../../kernel/vocabulary.ts';
import { Refusal } from '../../../stores/sql/refusal.ts';
import { findSetting, setSetting } from '../../../stores/sql/repositories/settings.ts';
import type { Database } from '../../../stores/sql/tables/index.ts';
import { type Change, demand, type View } from '../change.ts';
import { say } from '../evidence/say.ts';

const NAME = 'gate';
const DAY_MS = 86_400_000;
/** The longest window of a cap: contacts are kept for so long. */
export const LONGEST_CAP_DAYS = 90;
/** A contact may be used so long after it was set aside, and counts from then. */
export const LONGEST_LEASE_DAYS = 2;
/** For so long at the most a rule is tried out before it binds. */
const LONGEST_SHADOW_DAYS = 90;

const cap = z.strictObject({
  count: z.number().int().min(0).max(1_000),
  days: z.number().int().min(1).max(LONGEST_CAP_DAYS),
});

/** What an administrator sets of the gate. */
export const gatePolicyShape = z.strictObject({
  caps: z.strictObject({ all: cap, channels: z.partialRecord(z.enum(CHANNELS), cap) }),
  stalenessSeconds: z.number().int().min(1).max(3_600),
  permitSeconds: z.number().int().min(10).max(86_400),
  restShare: z.number().min(0).max(0.5),
  restLengths: z
    .array(z.strictObject({ days: z.number().min(1).max(3_660), weight: z.number().positive().max(1) }))
    .min(1)
    .max(12)
    .readonly(),
  shadow: z
    .array(
      z.strictObject({
        rule: z.enum(RULES),
        owner: z.string().trim().min(1).max(200),
        until: z.iso.datetime({ offset: true }),
      }),
    )
    .max(RULES.length)
    .readonly(),
});
export type GatePolicySetting = z.infer<typeof gatePolicyShape>;

export interface GatePolicyInForce {
  readonly policy: GatePolicy;
  /** 0 where nobody set it. */
  readonly version: number;
}

/** The policy in force. A setting that cannot be read counts as the plain one, under which every rule binds. */
export async function gatePolicyIn(db: Database): Promise<GatePolicyInForce> {
  const setting = await findSetting(db, NAME);
  const read = gatePolicyShape.safeParse(setting?.value);
  const version = setting?.version ?? 0;
  return { policy: read.success ? policyOf(read.data) : DEFAULT_POLICY, version };
}

export const policyOf = ({ caps, shadow, ...plain }: GatePolicySetting): GatePolicy => ({
  ...plain,
  caps: caps as GatePolicy['caps'],
  shadow: shadow.map(({ until, ...one }) => ({ ...one, until: new Date(until) })),
});

const settingOf = ({ shadow, ...plain }: GatePolicy): GatePolicySetting => ({
  ...plain,
  caps: plain.caps as GatePolicySetting['caps'],
  shadow: shadow.map(({ until, ...one }) => ({ ...one, until: until.toISOString() })),
});

export async function showGatePolicy(view: View): Promise<GatePolicySetting & { readonly version: number }> {
  demand(view, 'settings.read');
  const setting = await findSetting(view.db, NAME);
  const read = gatePolicyShape.safeParse(setting?.value);
  return { ...(read.success ? read.data : settingOf(DEFAULT_POLICY)), version: setting?.version ?? 0 };
}

/** Sets the policy; it counts for the next decision. Refusals: `store.changed`, `gate.invalid-shadow`. */
export async function setGatePolicy(change: Change, version: number, policy: GatePolicySetting) {
  demand(change, 'settings.write');
  const { db, at, caller } = change;
  const wrong = wrongShadow(policy.shadow, at);
  if (wrong !== null)
    throw new Refusal(
      problem('gate.invalid-shadow', wrong, 'name each rule once, with an owner and an end within reach'),
    );
  const before = await findSetting(db, NAME);
  const set = await setSetting(db, NAME, policy, version, { personId: caller.personId, at });
  say(change, 'settings', 'settings.changed', {
    by: caller.account.key,
    setting: NAME,
    before: before === undefined ? null : contentHash(before.value),
    after: contentHash(policy),
  });
  return { ...policy, version: set.version };
}

/** Why these rules cannot be tried out so; `null` where they can. */
function wrongShadow(shadow: GatePolicySetting['shadow'], at: Date): string | null {
  const rules = shadow.map(({ rule }) => rule);
  if (new Set(rules).size !== rules.length) return 'a rule is named twice among those that are tried out';
  const always = rules.find((rule) => NEVER_TRIED.has(rule));
  if (always !== undefined) return `the rule \`${always}\` protects people and always binds`;
  const long = shadow.find(({ until }) => Date.parse(until) - at.getTime() > LONGEST_SHADOW_DAYS * DAY_MS);
  return long === undefined
    ? null
    : `the rule \`${long.rule}\` would be tried out for longer than ${LONGEST_SHADOW_DAYS} days`;
}
