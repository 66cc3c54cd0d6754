import { afterEach, describe, expect, it } from 'vitest';
import { createGate, type Gate, type GateOptions } from '../../src/gate/library/create-gate.ts';
import type { GateQuestion } from '../../src/gate/library/read-question.ts';
import { HASH, hoursAfter, NOON } from '../../src/gate/testing/moments.ts';
import { testSigner } from '../../src/playbook/5-oversight/testing/keys.ts';
import { NO_CHOICES } from '../../src/playbook/6-control/ledger/choice-state.ts';
import { subjectNamed } from '../../src/playbook/6-control/testing/choices.ts';
import { ServerInMemory } from './server-in-memory.ts';
import { revocations, statement, TRUSTED, told, toldPerson } from './signed.ts';

const ANN = subjectNamed('ann');
const DISPATCH = { use: 'winback-spring', channel: 'email', dispatch: 'monday' } as const;

class TestClock {
  at = 0;
  wall = () => NOON.getTime() + this.at;
  steady = () => this.at;
}

const gates: Gate[] = [];
afterEach(async () => {
  for (const gate of gates.splice(0)) await gate.close();
});

async function started(over: Partial<GateOptions> = {}) {
  const server = new ServerInMemory(NOON);
  const clock = new TestClock();
  server.tell(await told());
  server.tell(
    await told({ use: 'receipt', basis: 'contract' }, { class: 'essential', essential: 'service' }),
  );
  server.tell(toldPerson());
  const gate = createGate({ trustedKeys: TRUSTED, server, clock, ...over });
  gates.push(gate);
  return { server, clock, gate };
}

async function ready(over: Partial<GateOptions> = {}) {
  const all = await started(over);
  await all.gate.ready();
  await all.gate.lease({ ...DISPATCH, people: [ANN] });
  return all;
}

const asking = (over: Partial<GateQuestion> = {}): GateQuestion => ({
  ...DISPATCH,
  subject: ANN,
  contentHash: HASH,
  ...over,
});
const codes = (gate: Gate, over: Partial<GateQuestion> = {}) =>
  gate.decide(asking(over)).reasons.map(({ code }) => code);

/** Waits until what was told has arrived. */
async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; !holds(); tries += 1) {
    if (tries > 200) throw new Error('it never came to hold');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

describe('a gate in the process of the sender', () => {
  it('permits what was cleared, to somebody who said yes, on a contact that was set aside', async () => {
    const { gate } = await ready();
    expect(gate.decide(asking())).toMatchObject({
      decision: 'permit',
      reasons: [],
      clearance: 'clearance:abcdefgh',
    });
  });

  it('knows of a withdrawal as soon as the feed tells it', async () => {
    const { gate, server } = await ready();
    const { choices, ...rest } = toldPerson();
    server.tell({ ...rest, choices: [...choices!, { 'withdrawn|marketing|||': [NOON.getTime(), null] }] });
    await until(() => gate.decide(asking()).decision === 'deny');
    expect(codes(gate)).toEqual(['said-no']);
  });

  it.each<[string, Partial<GateQuestion>, string]>([
    ['a text that was not cleared', { contentHash: HASH.replace(/e/, 'f') }, 'content-not-cleared'],
    ['a use that nobody knows', { use: 'other' }, 'use-unknown'],
    ['somebody for whom nothing was set aside', { subject: subjectNamed('lee') }, 'lease-spent'],
    ['another sending', { dispatch: 'tuesday' }, 'lease-spent'],
    ['no sending at all', { dispatch: null }, 'lease-spent'],
    ['a browser that sends a signal of privacy', { facts: { consentString: 'broken' } }, 'choices-unknown'],
    ['an address in the place of a key', { subject: 'ann@customer.example' }, 'question-invalid'],
    ['a fact that there is none', { facts: { mood: 'good' } as never }, 'question-invalid'],
    ['a channel that there is none', { channel: 'pigeon' as never }, 'question-invalid'],
    ['nothing', { use: undefined as never }, 'question-invalid'],
  ])('refuses %s', async (_, over, code) => {
    const { gate } = await ready();
    expect(codes(gate, over)).toContain(code);
  });

  it('answers nothing that is no question with anything but a refusal', async () => {
    const { gate } = await ready();
    for (const question of [
      null,
      undefined,
      'deny',
      0,
      [],
      new Proxy(
        {},
        {
          get: () => {
            throw new Error('x');
          },
        },
      ),
    ])
      expect(gate.decide(question as never)).toMatchObject({ decision: 'deny' });
  });
});

describe('its allotment', () => {
  it('holds whom the server refused, until then', async () => {
    const { gate, server } = await ready();
    const retryAfter = hoursAfter(30);
    server.refuses.set(ANN, { code: 'contact-cap', retryAfter });
    await gate.lease({ ...DISPATCH, dispatch: 'friday', people: [ANN] });
    expect(gate.decide(asking({ dispatch: 'friday' }))).toMatchObject({
      decision: 'hold',
      reasons: [{ code: 'contact-cap', retryAfter }],
    });
  });

  it('ends, and no permit outlives it', async () => {
    const { gate, server, clock } = await ready();
    server.leaseSeconds = 30;
    await gate.lease({ ...DISPATCH, dispatch: 'short', people: [ANN] });
    expect(gate.decide(asking({ dispatch: 'short' })).expiresAt).toEqual(new Date(NOON.getTime() + 30_000));
    clock.at = 30_000;
    expect(codes(gate, { dispatch: 'short' })).toEqual(['lease-spent']);
  });

  it('is given back when the sending is over, after what was drawn is in the log', async () => {
    const { gate, server } = await ready();
    gate.decide(asking());
    await gate.finish(DISPATCH);
    expect(server.returned).toEqual(['lease:winback-spring:monday:1']);
    expect(server.reported).toMatchObject([{ outcome: 'permit', lease: 'lease:winback-spring:monday:1' }]);
    expect(codes(gate)).toEqual(['lease-spent']);
  });

  it('is kept while the log does not take what was drawn, and goes back afterwards', async () => {
    const { gate, server } = await ready({ reportEveryMs: 10 });
    server.mood = 'down';
    expect(gate.decide(asking()).decision).toBe('permit');
    expect(await gate.finish(DISPATCH)).toMatchObject({ ok: false, problem: { code: 'gate.unreachable' } });
    expect(server.returned).toEqual([]);
    server.mood = 'up';
    await until(() => server.returned.length === 1);
    expect(server.reported).toMatchObject([{ outcome: 'permit' }]);
  });

  it('has nothing more for whom a message was not sent, until their contact is set aside anew', async () => {
    const { gate, server } = await ready();
    expect(gate.decide(asking()).decision).toBe('permit');
    await gate.notSent({ ...DISPATCH, subject: ANN });
    expect(server.released).toMatchObject([{ subject: ANN }]);
    expect(codes(gate)).toEqual(['lease-spent']);
    await gate.lease({ ...DISPATCH, people: [ANN] });
    expect(gate.decide(asking()).decision).toBe('permit');
  });

  it('goes back when it has ended without anybody saying so', async () => {
    const { server, clock } = await ready({ reportEveryMs: 10 });
    clock.at = 700_000;
    await until(() => server.returned.length === 1);
  });

  it('draws in a stage of the roll-out that other allotments have filled', async () => {
    const { gate, server } = await ready();
    server.tell(await told({ leftInStage: 0 }));
    await until(() => codes(gate, { subject: subjectNamed('lee') }).includes('stage-full'));
    expect(gate.decide(asking()).decision).toBe('permit');
  });
});

describe('what is owed', () => {
  const owed = asking({ use: 'receipt', dispatch: null });

  it.each<[string, object]>([
    ['whoever a template left empty', { subject: '' }],
    ['a number for a person', { subject: 7 }],
    ['an address in the place of a key', { subject: 'ann@customer.example' }],
    ['a zone that a template left empty', { facts: { timeZone: '' } }],
    ['no facts', { facts: null }],
    ['a fact that there is none', { facts: { mood: 'good' } }],
    ['a sending that a template left empty', { dispatch: '' }],
    ['the name of a sending of ten thousand letters', { dispatch: 'x'.repeat(10_000) }],
    [
      'a fact that throws',
      {
        get facts() {
          throw new Error('x');
        },
      },
    ],
  ])('goes out beside %s, and is logged of nobody; nothing else does', async (_, over) => {
    const { gate, server } = await ready();
    // Not spread: a getter would be asked here.
    const beside = (question: GateQuestion) =>
      Object.defineProperties(question, Object.getOwnPropertyDescriptors(over));
    expect(gate.decide(beside(asking({ use: 'receipt' })))).toMatchObject({
      decision: 'permit',
      reasons: [],
    });
    expect(gate.decide(beside(asking()))).toMatchObject({
      decision: 'deny',
      reasons: [{ code: 'question-invalid' }],
    });
    await gate.flush();
    expect(server.reported).toMatchObject([
      { use: 'receipt', subject: null, outcome: 'permit' },
      { use: 'winback-spring', subject: null, outcome: 'deny' },
    ]);
  });

  it('needs no allotment', async () => {
    const { gate } = await ready();
    expect(gate.decide(owed).decision).toBe('permit');
  });

  it('goes by the signed clearance at hand where the server never answered, and marketing does not', async () => {
    const server = new ServerInMemory(NOON);
    server.mood = 'down';
    const clearances = [
      await statement({ use: 'receipt', class: 'essential', essential: 'service' }),
      await statement(),
    ];
    const gate = createGate({ trustedKeys: TRUSTED, server, clock: new TestClock(), clearances });
    gates.push(gate);
    expect(gate.decide(owed).decision).toBe('permit');
    expect(codes(gate)).toContain('feed-stale');
    expect(gate.state().waiting).toBe(2);
    server.mood = 'up';
    await until(() => server.reported.length === 2);
    expect(server.reported).toMatchObject([
      { use: 'receipt', outcome: 'permit', knownUpTo: null },
      { use: 'winback-spring', outcome: 'deny' },
    ]);
  });

  it('does not go by a statement that another key signed', async () => {
    const forged = await statement(
      { use: 'receipt', class: 'essential', essential: 'service' },
      testSigner(2),
    );
    expect(() =>
      createGate({ trustedKeys: TRUSTED, server: new ServerInMemory(NOON), clearances: [forged] }),
    ).toThrow(TypeError);
  });
});

describe('when its knowledge is old', () => {
  it.each<[string, (clock: TestClock) => void]>([
    [
      'time passes',
      (clock) => {
        clock.at = 61_000;
      },
    ],
    [
      'the clock of the wall jumps ahead',
      (clock) => {
        clock.wall = () => NOON.getTime() + 61_000;
      },
    ],
    [
      'the clock of the wall is set back',
      (clock) => {
        clock.wall = () => 0;
        clock.at = 61_000;
      },
    ],
    [
      'the machine slept, and its steady clock with it',
      (clock) => {
        clock.wall = () => NOON.getTime() + 3_600_000;
        clock.at = 1;
      },
    ],
  ])('denies marketing and permits what is owed: %s', async (_, change) => {
    const { gate, server, clock } = await ready();
    server.mood = 'down';
    change(clock);
    expect(codes(gate)).toContain('feed-stale');
    expect(gate.decide(asking()).decision).toBe('deny');
    expect(gate.decide(asking({ use: 'receipt', dispatch: null })).decision).toBe('permit');
  });

  it.each(['down', 'breaks off', 'lies'] as const)(
    'does not take for fresh what comes from a server that %s',
    async (mood) => {
      const { gate, server, clock } = await ready();
      server.mood = mood;
      clock.at = 61_000;
      server.now = new Date(NOON.getTime() + 61_000);
      await new Promise((resolve) => setTimeout(resolve, 150));
      expect(codes(gate)).toContain('feed-stale');
      server.mood = 'up';
      await until(() => gate.decide(asking()).decision === 'permit');
    },
  );

  it('takes everything anew from another store', async () => {
    const { gate, server } = await ready();
    server.epoch = 'store-2';
    server.people.set(ANN, { ...toldPerson(), choices: [NO_CHOICES as never] });
    await until(() => codes(gate).includes('no-consent'));
  });
});

describe('what it believes', () => {
  it('refuses a use whose clearance was taken back', async () => {
    const { gate, server } = await ready();
    const signed = await revocations({
      clearances: [{ id: 'clearance:abcdefgh', at: NOON.toISOString(), because: 'withdrawn' }],
    });
    server.tell({ type: 'revocations', signed });
    await until(() => codes(gate).includes('clearance-revoked'));
    expect(codes(gate, { use: 'receipt', dispatch: null })).toContain('clearance-revoked');
  });

  it('refuses a use whose clearance another key signed, and one of another use', async () => {
    const { gate, server } = await ready();
    server.tell({ ...(await told()), clearance: await statement({}, testSigner(2)) });
    await until(() => codes(gate).includes('clearance-invalid'));
    server.tell({ ...(await told()), clearance: null });
    await until(() => codes(gate).includes('not-cleared'));
    server.tell({ ...(await told()), clearance: await statement({ use: 'another' }) });
    await until(() => codes(gate).includes('clearance-invalid'));
  });

  it('goes by no older list of what was taken back', async () => {
    const trouble: string[] = [];
    const { server } = await ready({ onTrouble: (says) => trouble.push(says) });
    server.tell({ type: 'revocations', signed: await revocations({ number: 2 }) });
    server.tell({ type: 'revocations', signed: await revocations({ number: 1 }) });
    await until(() => trouble.length > 0);
  });
});
