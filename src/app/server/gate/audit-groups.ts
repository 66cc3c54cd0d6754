import { contentHash } from '../../../kernel/canonical.ts';
import { type Problem, problem } from '../../../kernel/problem.ts';
import { fail, ok, type Result } from '../../../kernel/result.ts';
import { SourceText } from '../../../kernel/source-text.ts';
import { audit } from '../../../playbook/4-harm/fairness/audit.ts';
import type { AuditReport } from '../../../playbook/4-harm/fairness/report.ts';
import type { AttributeRecord, AuditSpec } from '../../../playbook/4-harm/fairness/spec.ts';
import type { PopulationSketch } from '../../../playbook/4-harm/vault/population-sketch.ts';
import { shownReport } from '../../../playbook/4-harm/vault/shown-report.ts';
import { readVaultRecord } from '../../../playbook/4-harm/vault/vault-record.ts';
import type { AuditJson } from '../../../report/audit/schema.ts';
import { Refusal } from '../../../stores/sql/refusal.ts';
import { addAudit, HOLDS } from '../../../stores/sql/repositories/audits.ts';
import { addSketch, sketchesOfUse } from '../../../stores/sql/repositories/gate-audit-sketches.ts';
import { decisionsBetween } from '../../../stores/sql/repositories/gate-decisions.ts';
import { newId } from '../../../stores/sql/repositories/new-id.ts';
import { lockUse } from '../../../stores/sql/repositories/uses.ts';
import { asJson } from '../../../stores/sql/tables/column-types.ts';
import { documentOf } from '../../audit/audit-document.ts';
import { RANKS } from '../audits/keep.ts';
import { type Change, demand, missing } from '../change.ts';
import { say } from '../evidence/say.ts';
import { askedSubject } from './asked-subject.ts';
import { pseudonymOf } from './gate-secrets.ts';
import {
  cellsOf,
  columnOf,
  differingPeople,
  type HeldPeople,
  peopleOf,
  rulesToTell,
  sketchesOf,
} from './hold-cells.ts';

export interface HoldAuditOrder {
  readonly use: string;
  readonly from: Date;
  readonly to: Date;
  readonly purpose: string;
  /** Why the attribute may be held, as the record of a vault says it. */
  readonly attribute: {
    readonly name: string;
    readonly source: string;
    readonly ground: string;
    /** As `2026-03-01`. */
    readonly date: string;
    /** As `P2Y`. */
    readonly retention: string;
  };
  readonly minimumCell: number;
  readonly people: ReadonlyArray<{ readonly subject: string; readonly group: string }>;
}

export type HoldAudit =
  | { readonly id: string; readonly verdict: AuditJson['verdict']; readonly people: number }
  /** Refused after it was logged that somebody asked. */
  | { readonly refused: Problem };

/** Rows that one audit goes through. */
export const MOST_ROWS = 200_000;

/**
 * Audits the gate's own holds of a use by group. Groups come with the question, are joined to the log of decisions in
 * memory, and are gone with the answer: what is kept is the audit, with groups of too few people hidden, and sealed sums
 * by which the next one is refused if it differs in a few people. Whatever stands behind `protected`, that word alone is
 * counted. Refusals: `people.not-allowed`, `store.not-found`, `gate.too-many-rows`, `audit.ground-missing`,
 * `ledger.invalid-identifier`, `audit.duplicate-id`; logged first: `audit.too-near` and what `audit` says.
 */
export async function auditHolds(change: Change, order: HoldAuditOrder, version: string): Promise<HoldAudit> {
  demand(change, 'audit.run');
  const { db, at, caller } = change;
  const use = await lockUse(db, order.use);
  if (use === undefined || use.latestVersionId === null) throw missing();
  const records = orThrow(recordsOf(order, at));
  const groups = orThrow(groupsOf(change, order));
  const rows = await decisionsBetween(db, order.use, order.from, order.to, MOST_ROWS + 1);
  if (rows.length > MOST_ROWS) throw new Refusal(tooMany());
  const held = peopleOf(rows, groups);
  const audited = await judge(change, order, records, held);
  const told = (outcome: string) =>
    say(change, order.use, 'gate.audited', {
      by: caller.account.key,
      people: held.people.length,
      outcome,
      purposeHash: contentHash(order.purpose),
    });
  if (!audited.ok) {
    told('refused');
    return { refused: audited.problem };
  }
  const { report, spec, sketches } = audited.value;
  const id = newId('audit', at);
  const document = documentOf(
    {
      decisions: 'gate log',
      columns: { ...spec },
      purpose: order.purpose,
      at,
      timeoutMs: 0,
      version,
      environment: {},
    },
    'gate log',
    spec,
    report,
    { dataHash: null, minimumCell: order.minimumCell, areas: null },
    'server',
  );
  await addAudit(db, {
    id,
    useId: order.use,
    versionId: use.latestVersionId,
    pointer: `${HOLDS}${order.attribute.name}`,
    name: `holds of the gate by ${order.attribute.name}`,
    source: 'gate log',
    verdict: document.verdict,
    verdictRank: RANKS[document.verdict],
    countsHash: null,
    report: asJson(document),
    auditedAt: at,
    sentBy: caller.personId,
    sentThrough: 'server',
    sentAt: at,
  });
  await addSketch(db, {
    auditId: id,
    useId: order.use,
    madeAt: at,
    sealed: change.context.sealer.seal(JSON.stringify(sketches), sketchContext(id)),
  });
  told(document.verdict);
  return { id, verdict: document.verdict, people: held.people.length };
}

interface Judged {
  readonly report: AuditReport;
  readonly spec: AuditSpec & Required<Pick<AuditSpec, 'vault'>>;
  readonly sketches: readonly PopulationSketch[];
}

async function judge(
  { db, context }: Change,
  order: HoldAuditOrder,
  records: Readonly<Record<string, AttributeRecord>>,
  { people, leftOut }: HeldPeople,
): Promise<Result<Judged, Problem>> {
  const sketches = sketchesOf(people);
  for (const { auditId, sealed } of await sketchesOfUse(db, order.use)) {
    const opened = context.sealer.open(sealed, sketchContext(auditId));
    if (!opened.ok) return opened;
    const differing = differingPeople(sketches, JSON.parse(opened.value) as PopulationSketch[]);
    if (differing !== null && differing < order.minimumCell) return fail(tooNear(order.minimumCell));
  }
  const rules = rulesToTell(people, order.minimumCell);
  const { name } = order.attribute;
  const asked = { kind: 'query', sql: '', from: 'gate log', window: windowOf(order) } as const;
  const spec = {
    source: asked,
    groups: [name],
    decision: 'permitted',
    favourable: 'yes',
    rules: rules.map(columnOf),
    vault: { source: { kind: 'query', sql: '', from: 'upload' }, key: 'subject', records },
    minimumCell: order.minimumCell,
  } satisfies AuditSpec;
  const report = audit({ decisions: cellsOf(people, rules) }, spec);
  if (!report.ok) return report;
  const values = [...new Set(order.people.map(({ group }) => group))];
  const shown = shownReport(report.value, new Map([[name, values]]));
  return ok({ report: { ...shown, notes: [...shown.notes, ...notesOn(leftOut)] }, spec, sketches });
}

const notesOn = (leftOut: number): readonly string[] => [
  'somebody counts once: as permitted if any message was, else by the holds that kept all of them back',
  ...(leftOut === 0 ? [] : ['people whom a wish of their own or the state of the use refused are left out']),
];

const windowOf = ({ from, to }: HoldAuditOrder): string =>
  `${from.toISOString().slice(0, 10)} to ${to.toISOString().slice(0, 10)}`;

const sketchContext = (auditId: string): string => `gate_audit_sketches:${auditId}`;

/** The ground of the attribute, by the rules of a vault's record. */
function recordsOf(
  { attribute: { name, ...record } }: HoldAuditOrder,
  at: Date,
): Result<Readonly<Record<string, AttributeRecord>>, Problem> {
  const text = JSON.stringify({ key: 'subject', attributes: { [name]: record } });
  const read = readVaultRecord(new SourceText('attribute', text), at);
  return read.ok ? ok(read.value.records) : fail({ ...read.problem, at: null });
}

/** The group of each pseudonym. */
function groupsOf(
  { context: { ledger, gate } }: Change,
  { people }: HoldAuditOrder,
): Result<ReadonlyMap<string, string>, Problem> {
  const groups = new Map<string, string>();
  for (const { subject, group } of people) {
    const key = askedSubject(ledger, subject);
    if (!key.ok) return key;
    const pseudonym = pseudonymOf(gate.parts.gate, key.value);
    if (groups.has(pseudonym))
      return fail(problem('audit.duplicate-id', 'somebody is given a group twice', 'give each person one'));
    groups.set(pseudonym, group);
  }
  return ok(groups);
}

function orThrow<T>(result: Result<T, Problem>): T {
  if (!result.ok) throw new Refusal(result.problem);
  return result.value;
}

export const tooMany = (): Problem =>
  problem(
    'gate.too-many-rows',
    `there are more than ${MOST_ROWS} decisions in this time`,
    'ask for a shorter time',
  );

const tooNear = (minimum: number): Problem =>
  problem(
    'audit.too-near',
    `an earlier audit of these holds differs from this one in fewer than ${minimum} people, of whom the difference would tell`,
    `audit again when at least ${minimum} people differ, with groups that differ by as many`,
  );
