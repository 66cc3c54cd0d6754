import { type ZodType, z } from 'zod';
import { settingsSchema } from '../src/playbook/1-boundaries/settings/schema.ts';
import { useCardSchema } from '../src/playbook/1-boundaries/use-card/schema.ts';
import { waiversSchema } from '../src/playbook/1-boundaries/waivers/read-waivers.ts';
import { dataMapSchema } from '../src/playbook/2-datamap/data-map/schema.ts';
import { factsSchema } from '../src/playbook/4-harm/claims/named-facts.ts';
import { vaultRecordSchema } from '../src/playbook/4-harm/vault/vault-record.ts';
import { accessDocumentSchema } from '../src/playbook/6-control/access/access-document.ts';
import { auditReportSchema } from '../src/report/audit/schema.ts';
import { boardSchema } from '../src/report/board/schema.ts';
import { gateSummarySchema } from '../src/report/json/gate-schema.ts';
import {
  messagesReportSchema,
  segmentLineSchema,
  segmentsReportSchema,
  workspaceReportSchema,
} from '../src/report/json/schema.ts';
import {
  evidenceVerificationSchema,
  maturityVerificationSchema,
  verificationSchema,
} from '../src/report/json/verification-schema.ts';
import { maturitySchema } from '../src/report/maturity/schema.ts';
import { alarmsReportSchema } from '../src/report/replay/schema.ts';
import { rulesReplaySchema } from '../src/report/rules/schema.ts';

/** What a program outside may hold a file of ours, or an output, against. */
const PUBLISHED: ReadonlyArray<{ name: string; title: string; schema: ZodType; io: 'input' | 'output' }> = [
  { name: 'scruple', title: 'scruple.yaml', schema: settingsSchema, io: 'input' },
  { name: 'use', title: 'A use card, uses/<id>/use.yaml', schema: useCardSchema, io: 'input' },
  { name: 'datamap', title: 'A file of the data map, datamap/*.yaml', schema: dataMapSchema, io: 'input' },
  { name: 'facts', title: 'facts.yaml', schema: factsSchema, io: 'input' },
  { name: 'waivers', title: 'waivers.yaml', schema: waiversSchema, io: 'input' },
  { name: 'report', title: 'scruple check --format json', schema: workspaceReportSchema, io: 'output' },
  { name: 'messages', title: 'scruple message --format json', schema: messagesReportSchema, io: 'output' },
  { name: 'segments', title: 'scruple segment --format json', schema: segmentsReportSchema, io: 'output' },
  { name: 'alarms', title: 'scruple replay --format json', schema: alarmsReportSchema, io: 'output' },
  {
    name: 'rules-replay',
    title: 'scruple replay --rules --format json',
    schema: rulesReplaySchema,
    io: 'output',
  },
  { name: 'board', title: 'scruple board --format json', schema: boardSchema, io: 'output' },
  { name: 'maturity', title: 'scruple maturity --format json', schema: maturitySchema, io: 'output' },
  { name: 'gate', title: 'scruple gate --format json', schema: gateSummarySchema, io: 'output' },
  { name: 'audit', title: 'scruple audit --format json', schema: auditReportSchema, io: 'output' },
  {
    name: 'access',
    title: 'data.json of a copy of what is known of a person',
    schema: accessDocumentSchema,
    io: 'output',
  },
  {
    name: 'vault',
    title: 'The record beside a vault, <vault>.yaml',
    schema: vaultRecordSchema,
    io: 'input',
  },
  {
    name: 'segment-line',
    title: 'One line of scruple segment --lines',
    schema: segmentLineSchema,
    io: 'output',
  },
  { name: 'verification', title: 'scruple verify --format json', schema: verificationSchema, io: 'output' },
  {
    name: 'maturity-verification',
    title: 'scruple verify --format json of an exported maturity',
    schema: maturityVerificationSchema,
    io: 'output',
  },
  {
    name: 'evidence-verification',
    title: 'scruple evidence verify --format json',
    schema: evidenceVerificationSchema,
    io: 'output',
  },
];

/** The JSON Schemas by file name, as they stand in docs/schemas. */
export const publishedSchemas = (): Array<{ file: string; text: string }> =>
  PUBLISHED.map(({ name, title, schema, io }) => {
    const { $schema, ...rest } = z.toJSONSchema(schema, { io, target: 'draft-2020-12' });
    return {
      file: `${name}.schema.json`,
      text: `${JSON.stringify({ $schema, title, ...(io === 'output' ? open(rest) : rest) }, null, 2)}\n`,
    };
  });

/** Outputs grow by addition: a reader that holds to the schema must not refuse a key that came later. */
function open(node: unknown): object {
  return JSON.parse(
    JSON.stringify(node, (key, value) =>
      key === 'additionalProperties' && value === false ? undefined : value,
    ),
  ) as object;
}
