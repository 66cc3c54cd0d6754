import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { prepare } from '../../src/gate/decide.ts';
import { readFeedLine } from '../../src/gate/library/feed-lines.ts';
import { Judge } from '../../src/gate/library/judge.ts';
import { Knowledge } from '../../src/gate/library/knowledge.ts';
import { Leases } from '../../src/gate/library/leases.ts';
import { policyLine, useLine } from '../../src/gate/library/lines-of.ts';
import { PeopleTable } from '../../src/gate/library/people-table.ts';
import { isEssential } from '../../src/gate/rule.ts';
import { clearance as soundClearance } from '../../src/gate/testing/moments.ts';
import { testSigner, trusting } from '../../src/playbook/5-oversight/testing/keys.ts';
import { anyWorld, NOW, subjectOf, type World } from '../gate/worlds.ts';
import { statement } from './signed.ts';

/** The use of a world with a clearance that a verifier believes, and its signed text. */
async function cleared({ use, asOf }: World) {
  if (use.clearance === null) return { state: { ...use, asOf }, signed: null };
  const { class: kind, essential, conditions, envelope, issuedAt } = use.clearance;
  const sound = soundClearance({
    use: use.use,
    class: kind,
    essential,
    conditions,
    envelope,
    issuedAt,
    expiresAt: '2027-09-01T00:00:00.000Z',
    reviewers: [{ key: 'person:bea', role: 'reviewer', standing: 'inside', decidedAt: issuedAt }],
  });
  return { state: { ...use, clearance: sound, asOf }, signed: await statement(sound) };
}

/** What the library says of every row, from nothing but lines of a feed and an allotment for everybody. */
function byLibrary(world: World, state: World['use'], signed: string | null): readonly string[] {
  const knowledge = new Knowledge(trusting(testSigner()));
  for (const line of [
    { type: 'begin', schema: 'scruple.gate-feed/1', holds: 'everything', people: 3 },
    policyLine(world.policy),
    useLine(state, signed),
    ...world.people.map(({ known }) => ({ type: 'person', ...known })),
    {
      type: 'end',
      position: { epoch: 'e', at: 1, seen: 0, tick: 0 },
      readAt: world.asOf.toISOString(),
      elapsedMs: 0,
    },
  ]) {
    const read = readFeedLine(JSON.stringify(line));
    if (!read.ok || !knowledge.take(read.value).ok) throw new Error(`not taken: ${JSON.stringify(line)}`);
  }
  const leases = new Leases();
  const { use, channel, dispatch } = world.sending;
  leases.add(
    { use, channel, dispatch: dispatch ?? '' },
    {
      lease: 'all',
      endsAt: new Date(NOW.getTime() + 60_000),
      people: Array.from({ length: 13 }, (_, number) => ({ subject: subjectOf(number), refused: null })),
    },
  );
  const judge = new Judge(knowledge, leases);
  return world.rows.map(({ person, told }) => {
    const { decision } = judge.judge(
      { subject: person === null ? null : subjectOf(person), sending: { ...world.sending, told } },
      NOW,
    );
    return [decision.decision, ...decision.reasons.map(({ code }) => code)].join(' ');
  });
}

/** What the rules say, asked one by one, where a contact is set aside for everybody who may have one. */
function byRules(world: World, state: World['use']): readonly string[] {
  const people = new PeopleTable();
  for (const { known } of world.people) people.set(known);
  const isDrawn = !isEssential(state) && world.sending.dispatch !== null;
  const decide = prepare(
    isDrawn && state.leftInStage !== null ? { ...state, leftInStage: 1 } : state,
    world.policy,
  );
  return world.rows.map(({ person, told }) => {
    // Of a question that names nobody only what is owed is asked further.
    if (person === null && !isEssential(state)) return 'deny question-invalid';
    const facts = person === null ? null : people.factsOf(subjectOf(person), world.asOf);
    const { decision, reasons } = decide({ person: facts, sending: { ...world.sending, told }, now: NOW });
    const codes = reasons.map(({ code, outcome }) => ({ code: code as string, outcome }));
    const spent = !isEssential(state) && !isDrawn ? [{ code: 'lease-spent', outcome: 'deny' as const }] : [];
    const all = [...codes, ...spent].sort(
      (a, b) => (a.outcome === 'deny' ? 0 : 1) - (b.outcome === 'deny' ? 0 : 1) || (a.code < b.code ? -1 : 1),
    );
    return [spent.length > 0 ? 'deny' : decision, ...all.map(({ code }) => code)].join(' ');
  });
}

describe('the door in the sender’s own process', () => {
  it('says of made-up worlds what the rules say, from lines and an allotment alone', async () => {
    let permits = 0;
    let owedToNobody = 0;
    await fc.assert(
      fc.asyncProperty(anyWorld, async (world) => {
        const { state, signed } = await cleared(world);
        const said = byLibrary(world, state, signed);
        permits += said.filter((one) => one === 'permit').length;
        owedToNobody += said.filter(
          (one, row) => one === 'permit' && world.rows[row]!.person === null,
        ).length;
        expect(said).toEqual(byRules(world, state));
      }),
      { numRuns: 200 },
    );
    expect(permits).toBeGreaterThan(0);
    expect(owedToNobody).toBeGreaterThan(0);
  });
});
