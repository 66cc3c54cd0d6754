import type { Signer } from '../../../kernel/ports/signer.ts';
import type { Problem } from '../../../kernel/problem.ts';
import type { Result } from '../../../kernel/result.ts';
import { type EvidenceEntry, type LogEnd, nextEntry } from '../evidence/entry.ts';
import { type SignedHead, signHead } from '../evidence/head.ts';
import { testSigner } from './keys.ts';

export const LOG = 'log:harbor-test';
const SUBJECTS = ['winback-spring', 'vip-dinner', 'sign-in'] as const;

/** A log of `count` entries over three subjects, with a head after every `headEvery` entries. */
export async function testLog(
  count: number,
  headEvery: number,
  signer: Signer = testSigner(),
): Promise<{ entries: EvidenceEntry[]; heads: SignedHead[] }> {
  const entries: EvidenceEntry[] = [];
  const heads: SignedHead[] = [];
  let end: LogEnd = null;
  for (let index = 1; index <= count; index += 1) {
    const at = new Date(Date.UTC(2026, 10, 20, 9, 0, index));
    const added: Result<EvidenceEntry, Problem> = nextEntry(end, {
      subject: SUBJECTS[index % SUBJECTS.length]!,
      at,
      type: 'use.changed',
      body: { by: 'person:alice', from: 'draft', to: `state-${index}` },
      salt: Buffer.alloc(16, index % 251).toString('base64url'),
    });
    if (!added.ok) throw new Error(added.problem.message);
    entries.push(added.value);
    end = added.value;
    if (index % headEvery === 0) {
      const head = await signHead(LOG, added.value, at, signer);
      if (!head.ok) throw new Error(head.problem.message);
      heads.push(head.value);
    }
  }
  return { entries, heads };
}
