import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { hoursAfter } from '../../src/gate/testing/moments.ts';
import { statement } from '../gate-library/signed.ts';
import { byMail, gateFolder } from './snapshot-file.ts';

const ADA = byMail('ada@people.example');
const BOB = byMail('bob@people.example');
const CYD = byMail('cyd@people.example');
const contact = { use: 'newsletter', channel: 'email', at: hoursAfter(-1), dispatch: null } as const;

const LIST = `id,email,name
1,ada@people.example,"Ada, ""the first"""
2,Bob@People.Example,Bob
3,nobody,Nobody
4,cyd@people.example,Cyd
5,stranger@people.example,"on two
lines"
6, ada@people.example ,Ada again
`;

const PEOPLE = {
  [ADA]: {},
  [BOB]: { rests: [{ use: null, scope: { purpose: null, channel: null }, until: hoursAfter(1) }] },
  [CYD]: {},
};
const WORLD = {
  policy: { caps: { all: { count: 1, days: 7 }, channels: {} } },
  people: PEOPLE,
  contacts: { [CYD]: [contact] },
};

describe('a list of people', () => {
  it('is split: who may be reached as they stand in it, the others with a reason each', async () => {
    const folder = await gateFolder(LIST, WORLD);
    const summary = await folder.gate();
    expect(summary).toMatchObject({
      ok: true,
      value: { rows: 6, allowed: 1, held: 5, isRefused: false, clearance: 'clearance:abcdefgh' },
    });
    expect(await folder.read('allowed.csv')).toBe(LIST.split('\n').slice(0, 2).join('\n').concat('\n'));
    const held = parse(await folder.read('held.csv'), { columns: true }) as Record<string, string>[];
    expect(held.map(({ id, decision, reasons }) => [id, decision, reasons])).toEqual([
      ['2', 'hold', 'protected'],
      ['3', 'deny', 'person-unknown'],
      ['4', 'hold', 'contact-cap'],
      ['5', 'deny', 'no-consent;place-unknown'],
      ['6', 'hold', 'named-twice'],
    ]);
    expect(held[0]).toMatchObject({
      email: 'Bob@People.Example',
      explanation:
        'not now; no more is told about a person: ask again another time; nothing about you or the message is wrong',
    });
    expect(held[3]!.name).toBe('on two\nlines');
    expect(await folder.names()).toEqual(['allowed.csv', 'gate.jsonl', 'held.csv', 'list.csv', 'trust.json']);
  });

  it('loses and reorders nothing, over many rows', async () => {
    const rows = Array.from(
      { length: 30_000 },
      (_, index) => `${index},${index % 3 === 0 ? 'ada' : `x${index}`}@people.example`,
    );
    const folder = await gateFolder(`id,email\n${rows.join('\n')}\n`, WORLD);
    const idsOf = async (name: string): Promise<number[]> =>
      (parse(await folder.read(name), { columns: true }) as { id: string }[]).map(({ id }) => Number(id));
    expect(await folder.gate()).toMatchObject({ value: { rows: 30_000, allowed: 1 } });
    expect(await idsOf('allowed.csv')).toEqual([0]);
    expect(await idsOf('held.csv')).toEqual(Array.from({ length: 29_999 }, (_, index) => index + 1));
  });

  it('goes by a column of pseudonyms without any secret', async () => {
    const folder = await gateFolder(`subject\n${ADA}\n${BOB}\nsubject:short\n`, WORLD);
    expect(
      await folder.gate({
        environment: {},
        columns: { key: { kind: 'subject', column: 'subject' }, timeZone: null, jurisdiction: null },
      }),
    ).toMatchObject({ value: { allowed: 1, held: 2 } });
  });

  it('takes zones and places of a row for what makes the answer stricter', async () => {
    const folder = await gateFolder(
      'email,zone,place\nada@people.example,,\ncyd@people.example,,ch\nbob@people.example,nowhere,us-ca\n',
      { people: { [ADA]: {}, [BOB]: {}, [CYD]: {} } },
    );
    await folder.gate({
      columns: { key: { kind: 'email', column: 'email' }, timeZone: 'zone', jurisdiction: 'place' },
    });
    expect(await folder.read('allowed.csv')).toContain('ada@');
    expect(await folder.read('held.csv')).toContain('place-not-cleared');
  });

  it('says when nobody may be reached, whoever they are', async () => {
    for (const [use, code] of [
      [{ isStopped: true }, 'use-stopped'],
      [{ pausedBy: 'monitor' }, 'use-paused'],
    ] as const) {
      const folder = await gateFolder(LIST, { ...WORLD, use });
      expect(await folder.gate()).toMatchObject({ value: { allowed: 0, isRefused: true } });
      expect(await folder.read('held.csv')).toContain(code);
    }
  });

  it('fills no more than what is left of a stage, first come first served', async () => {
    const folder = await gateFolder('email\nada@people.example\ncyd@people.example\n', {
      people: { [ADA]: {}, [CYD]: {} },
      use: { leftInStage: 1 },
    });
    await folder.gate();
    expect(await folder.read('allowed.csv')).toBe('email\nada@people.example\n');
    expect(await folder.read('held.csv')).toContain('cyd@people.example,hold,stage-full');
  });

  it('lets nothing of all this keep back what is essential', async () => {
    const folder = await gateFolder(LIST, {
      ...WORLD,
      use: { leftInStage: 0, pausedBy: 'monitor' },
      clearance: { class: 'essential', essential: 'safety' },
    });
    expect(await folder.gate()).toMatchObject({ value: { allowed: 6, held: 0 } });
  });

  it('sends what is essential by its clearance alone, when nothing else can be had, and nothing else', async () => {
    const { writeFile } = await import('node:fs/promises');
    for (const [of, expected] of [
      [
        { class: 'essential', essential: 'safety' },
        { allowed: 6, held: 0 },
      ],
      [{}, { allowed: 0, held: 6 }],
    ] as const) {
      const folder = await gateFolder(LIST);
      await writeFile(folder.path('clearance.json'), await statement(of));
      const split = await folder.gate({
        from: { clearance: folder.path('clearance.json') },
        environment: {},
      });
      expect(split).toMatchObject({ ok: true, value: expected });
    }
    const other = await gateFolder(LIST);
    await writeFile(other.path('clearance.json'), await statement({ use: 'another' }));
    expect(await other.gate({ from: { clearance: other.path('clearance.json') } })).toMatchObject({
      ok: false,
    });
  });

  it('allows nobody where what is known is old, cut short, or silent about contacts', async () => {
    const old = await gateFolder(LIST, WORLD);
    expect(await old.gate({ at: hoursAfter(1) })).toMatchObject({ value: { allowed: 0, isRefused: true } });
    const silent = await gateFolder(LIST, { ...WORLD, tellsContacts: false });
    expect(await silent.gate()).toMatchObject({ value: { allowed: 0 } });
    expect(await silent.read('held.csv')).toContain('contacts-unknown');
    const cut = await gateFolder(LIST, WORLD);
    const { writeFile } = await import('node:fs/promises');
    const whole = await cut.read('gate.jsonl');
    await writeFile(cut.path('gate.jsonl'), whole.slice(0, whole.lastIndexOf('{"type":"end"')));
    await writeFile(cut.path('allowed.csv'), 'from an earlier run');
    expect(await cut.gate()).toMatchObject({ ok: false, problem: { code: 'gate.unreadable-feed' } });
    expect(await cut.names()).toEqual(['gate.jsonl', 'list.csv', 'trust.json']);
  });
});
