import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keepJob } from '../../src/app/server/jobs/job-state.ts';
import { loadDemo } from '../../src/app/server/load-demo.ts';
import { probeControl } from '../../src/app/server/maturity/probe-control.ts';
import { maturityOf } from '../../src/app/server/maturity/show-maturity.ts';
import { REQUIREMENTS } from '../../src/maturity/ladder/index.ts';
import { addAttestation, keepMaturityDay } from '../../src/stores/sql/repositories/maturity.ts';
import { setSetting } from '../../src/stores/sql/repositories/settings.ts';
import type { Database } from '../../src/stores/sql/tables/index.ts';
import { TestServer } from './harness.ts';

const DAY_MS = 86_400_000;
/** A use of the example in whose messages and audience nothing blocks. */
const USE = 'winback-spring';

interface Ground {
  readonly db: Database;
  readonly at: Date;
  /** Adds a row; what is not given is filled with something of the type of the column. */
  add(table: string, values?: Readonly<Record<string, unknown>>): Promise<void>;
  run(statement: string): Promise<unknown>;
  ago(days: number): string;
}
type Step = (ground: Ground) => Promise<unknown>;

const all =
  (...steps: readonly Step[]): Step =>
  async (ground) => {
    for (const step of steps) await step(ground);
  };
const row =
  (table: string, values: (ground: Ground) => Readonly<Record<string, unknown>> = () => ({})): Step =>
  (ground) =>
    ground.add(table, values(ground));
const attested =
  (...requirements: readonly string[]): Step =>
  async ({ db, at }) => {
    for (const requirement of requirements) {
      const { atLeast } = REQUIREMENTS.find(({ id }) => id === requirement)!;
      const fileHash = `sha256:${'a'.repeat(64)}`;
      await addAttestation(db, {
        requirement,
        value: atLeast!,
        byKey: 'person:aud',
        fileHash,
        attestedAt: at,
      });
    }
  };

const nothing: Step = async () => {};
/** The gate let it send, without anything else that would be counted. */
const asked = row('gate_decisions', ({ ago }) => ({
  id: 'd-1',
  use_id: USE,
  outcome: 'permit',
  decided_at: ago(1),
}));
const sent = row('outcome_events', ({ ago }) => ({ use_id: USE, type: 'send', at: ago(1), groups: '{}' }));
const cleared: Step = ({ run }) =>
  run(`update uses set state = 'cleared', cleared_version_id = latest_version_id where id = '${USE}'`);
/** No fact that a check needs is missing, and nothing found blocks. */
const readable: Step = ({ run }) => run(`update use_versions set not_assessed = '[]'`);
const repaired: Step = ({ run }) => run(`delete from findings where gravity = 'block'`);
const blocked =
  (step: number): Step =>
  async ({ run }) =>
    run(`insert into findings (version_id, position, use_id, check_id, step, gravity, gravity_rank, is_waived, is_current, body)
      select latest_version_id, 999, id, 'planted', ${step}, 'block', 0, false, true, '{}' from uses where id = '${USE}'`);

/** What brings each practice from the example to its next level; the first stand where the example already is. */
const STEPS: ReadonlyArray<
  readonly [practice: string, steps: ReadonlyArray<readonly [level: number, Step]>]
> = [
  [
    'boundaries',
    [
      [1, nothing],
      [2, asked],
      [3, ({ run }) => run(`update use_versions set pushed_through = 'ci'`)],
      [4, sent],
      [
        5,
        all(
          row('incidents', ({ ago }) => ({ id: 'i-1', use_id: USE, opened_at: ago(9), closed_at: ago(2) })),
          row('incident_events', ({ ago }) => ({
            incident_id: 'i-1',
            number: 1,
            type: 'guard-named',
            at: ago(2),
            event: JSON.stringify({ guard: 'rule', name: 'no-debt-lists' }),
          })),
          attested('boundary-cuts-findings'),
        ),
      ],
    ],
  ],
  [
    'data map',
    [
      [2, nothing],
      [
        3,
        all(cleared, ({ db, at }) => {
          const name = 'remove-what-is-over';
          const state = { dueAt: at.toISOString(), doneAt: at.toISOString(), rows: 0, problem: null };
          return keepJob(db, { name, ...state }, at);
        }),
      ],
      [
        4,
        ({ db, at, ago }) => {
          const day = ago(90).slice(0, 10);
          return keepMaturityDay(db, { day, levels: [], evidence: { 'unused-fields': 1 }, measuredAt: at });
        },
      ],
      [5, attested('map-sample-right')],
    ],
  ],
  [
    'segments',
    [
      [1, nothing],
      [2, all(asked, readable, repaired, blocked(3))],
      [3, repaired],
      [4, attested('scan-recall')],
      [5, attested('red-team-caught')],
    ],
  ],
  [
    'harm',
    [
      [1, nothing],
      [2, all(asked, readable, repaired, blocked(4))],
      [3, repaired],
      [
        4,
        all(
          row('outcome_events', ({ ago }) => ({
            use_id: USE,
            type: 'send',
            at: ago(1),
            groups: '{"age":"60+"}',
          })),
          row('audits', ({ ago }) => ({ use_id: USE, verdict: 'clear', audited_at: ago(3) })),
        ),
      ],
      [5, attested('harm-falls')],
    ],
  ],
  [
    'oversight',
    [
      [0, nothing],
      [
        1,
        row('reviews', ({ ago }) => ({
          id: 'r-1',
          use_id: USE,
          outcome: 'approved',
          state: 'approved',
          gravity: 'block',
          closed_at: ago(3),
        })),
      ],
      [
        2,
        row('clearances', ({ ago }) => ({
          id: 'c-1',
          use_id: USE,
          review_id: 'r-1',
          voided_at: null,
          issued_at: ago(3),
          expires_at: ago(-30),
        })),
      ],
      [
        3,
        all(
          asked,
          ...['person:bea', 'person:rita'].map((by, index) =>
            row('review_events', ({ ago }) => ({
              review_id: 'r-1',
              number: index + 1,
              type: 'decided',
              by_key: by,
              at: ago(3),
              event: JSON.stringify({ decision: 'approve' }),
            })),
          ),
          ({ run, ago }) => run(`update automations set drilled_at = '${ago(10)}' where use_id = '${USE}'`),
        ),
      ],
      [
        4,
        all(
          ({ db, at }) => setSetting(db, 'review-statistics-agreement', { at }, null, { personId: null, at }),
          ...Array.from({ length: 20 }, (_, index) =>
            row('practice_answers', ({ ago }) => ({
              case_id: `case-${index}`,
              is_caught: index > 3,
              answered_at: ago(5),
            })),
          ),
        ),
      ],
      [5, attested('calibration-improves', 'contests-feed-models')],
    ],
  ],
  [
    'control',
    [
      [0, nothing],
      [1, row('choices', ({ ago }) => ({ id: 'x-1', kind: 'withdrawn', actor: 'person', at: ago(1) }))],
      [
        2,
        all(
          row('notices', ({ ago }) => ({ hash: 'sha256:n', published_at: ago(300) })),
          row('choices', ({ ago }) => ({
            id: 'x-2',
            kind: 'given',
            notice_hash: 'sha256:n',
            at: ago(2),
            valid_until: null,
          })),
        ),
      ],
      [
        3,
        ({ db, at }) => setSetting(db, ...(leavingTrials as [string, object]), null, { personId: null, at }),
      ],
      [
        4,
        all(
          row('customer_requests', ({ ago }) => ({
            id: 'q-1',
            asked_at: ago(9),
            due_at: ago(-9),
            closed_at: ago(1),
            open_destinations: 0,
          })),
          row('expectation_counts', () => ({ people: 3 })),
        ),
      ],
      [5, attested('why-understood')],
    ],
  ],
  [
    'outcomes',
    [
      [0, nothing],
      [1, row('outcome_events', ({ ago }) => ({ type: 'complaint', at: ago(1), use_id: USE }))],
      [2, all(asked, sent)],
      [
        3,
        all(
          row('monitored_uses', ({ ago }) => ({ use_id: USE, judged_at: ago(0), armed_at: ago(60) })),
          row('alarms', ({ ago }) => ({ id: 'a-1', use_id: USE, action: 'pause', recorded_at: ago(0.5) })),
        ),
      ],
      [4, attested('replay-finds')],
      [
        5,
        all(
          row('incidents', ({ ago }) => ({ id: 'i-2', use_id: USE, opened_at: ago(9), closed_at: ago(4) })),
          attested('repeat-harm-falls'),
        ),
      ],
    ],
  ],
];

/** What the trials of leaving came to on this server, to be put where they are looked for. */
let leavingTrials: readonly [string, unknown] = ['', null];

class Undone extends Error {}

describe('the levels', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await TestServer.start();
    await server.administrator();
    const loaded = await loadDemo(server.context, { onStart: () => {} });
    if (!loaded.ok) throw new Error(loaded.problem.message);
    await probeControl.run(server.context);
    await server.context.store.write(async ({ db }) => {
      const setting = db
        .selectFrom('settings')
        .select(['name', 'value'])
        .where('name', '=', 'leaving-trials');
      const { name, value } = await setting.executeTakeFirstOrThrow();
      leavingTrials = [name, value];
      await db.deleteFrom('settings').where('name', '=', name).execute();
    });
  }, 120_000);
  afterAll(() => server.stop());

  it.each(STEPS.map(([practice, steps], index) => ({ practice, steps, index })))(
    'of $practice are reached one by one, each by its evidence',
    async ({ steps, index }) => {
      const reached: number[] = [];
      const tried = server.context.store.write(async ({ db, at }) => {
        const ground = groundOf(db, at);
        // What is kept for good is put here as it would be after years; all of it is undone at the end.
        await ground.run('set local session_replication_role = replica');
        for (const [, step] of steps) {
          await step(ground);
          reached.push((await maturityOf(db, at)).practices[index]!.level);
        }
        throw new Undone();
      });
      await expect(tried).rejects.toThrow(Undone);
      expect(reached).toEqual(steps.map(([level]) => level));
    },
  );
});

function groundOf(db: Database, at: Date): Ground {
  const run = (statement: string) => sql.raw(statement).execute(db);
  let made = 0;
  const ago = (days: number): string => new Date(at.getTime() - days * DAY_MS).toISOString();
  return {
    db,
    at,
    run,
    ago,
    async add(table, values = {}) {
      const { rows } = await sql<{ name: string; type: string }>`
        select column_name as name, data_type as type from information_schema.columns
        where table_name = ${table} and is_nullable = 'NO' and column_default is null
          and is_identity = 'NO' and is_generated = 'NEVER'`.execute(db);
      const filled: Record<string, unknown> = Object.fromEntries(
        rows.map(({ name, type }) => [
          name,
          FILLING[type] ?? (type.startsWith('timestamp') ? ago(0) : `filled-${++made}`),
        ]),
      );
      Object.assign(filled, values);
      const names = Object.keys(filled);
      await sql`insert into ${sql.table(table)} (${sql.join(names.map((name) => sql.ref(name)))})
        values (${sql.join(names.map((name) => filled[name]))})`.execute(db);
    },
  };
}

const FILLING: Readonly<Record<string, unknown>> = {
  integer: 1,
  smallint: 1,
  bigint: 1,
  'double precision': 1,
  boolean: true,
  json: '{}',
  jsonb: '{}',
};
