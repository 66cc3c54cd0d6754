import { readFile } from 'node:fs/promises';
import { parse, stringify } from 'yaml';
import type { WorkspaceReport } from '../../src/report/model.ts';
import { check, type Files, makeWorkspace } from '../harness/workspace.ts';

interface Mission {
  readonly category: string;
  readonly ground: string;
}

/** A use as a case file writes it. */
export interface Case {
  readonly kind?: string;
  readonly as?: 'text' | 'html' | 'mjml' | 'md';
  readonly card: Readonly<Record<string, unknown>>;
  readonly mission?: Mission | readonly Mission[];
  readonly segment?: string;
  readonly exclude?: string;
  readonly rule?: string;
  readonly message?: string;
}

/** A harmful use, with the checks of which at least one must say so. */
export interface Twin extends Case {
  readonly block?: readonly string[];
  readonly review?: readonly string[];
}

/** What a careful author adds to a card; a hasty one leaves all of it out. */
const REST_OF_CARD = {
  goal: 'people know what they can do',
  benefit: 'What concerns them, in time',
  without_it: 'They hear of it later, or not at all',
  explanation: 'You get this because of what you told us.',
  channels: ['email'],
  expires: '2027-01-31',
  caps: { per_person: { count: 1, days: 7 } },
};

export async function readCases<T extends Case>(name: string): Promise<Record<string, T>> {
  return parse(await readFile(new URL(name, import.meta.url), 'utf8')) as Record<string, T>;
}

/** The file of a message: what follows its subject line, under a name that tells the format. */
export function messageFile({ message = '', as = 'text' }: Case): {
  readonly name: string;
  readonly subject: string | undefined;
  readonly text: string;
} {
  const [first = '', ...rest] = message.split('\n');
  const subject = first.startsWith('Subject: ') ? first.slice('Subject: '.length) : undefined;
  const text = subject === undefined ? message : rest.join('\n');
  return { name: `message.${as === 'text' ? 'txt' : as}`, subject, text };
}

/** Checks one case in a workspace of its own, with the card as written or filled up. */
export async function checkCase(
  id: string,
  one: Case,
  style: 'bare' | 'full',
  dataMaps: Files,
): Promise<WorkspaceReport> {
  const { name, subject, text } = messageFile(one);
  const hasMessage = one.message !== undefined;
  const audience = {
    ...(one.segment === undefined ? {} : { segment: 'segment.sql', dialect: 'postgres' }),
    ...(one.exclude === undefined ? {} : { exclude: 'exclude.sql' }),
  };
  const card = {
    ...(style === 'full' ? REST_OF_CARD : {}),
    ...(Object.keys(audience).length === 0 ? {} : { audience }),
    ...(one.rule === undefined
      ? {}
      : { rules: [{ name: id, sql: 'rule.sql', ...(style === 'full' ? RULE : {}) }] }),
    ...(hasMessage
      ? { messages: [{ file: name, subject, from: 'Harbor Services <service@harbor.example>' }] }
      : {}),
    ...one.card,
    use: id,
    kind: one.kind ?? 'campaign',
    owner: 'service@harbor.example',
    approver: 'trust@harbor.example',
  };
  const folder = `uses/${id}`;
  const root = await makeWorkspace({
    'scruple.yaml': stringify({
      organisation: 'Harbor Services (fictional)',
      jurisdictions: ['eu', 'uk'],
      missions: one.mission === undefined ? [] : [one.mission].flat(),
    }),
    ...dataMaps,
    [`${folder}/use.yaml`]: stringify(card),
    ...(hasMessage ? { [`${folder}/${name}`]: text } : {}),
    ...(one.segment === undefined ? {} : { [`${folder}/segment.sql`]: one.segment }),
    ...(one.exclude === undefined ? {} : { [`${folder}/exclude.sql`]: one.exclude }),
    ...(one.rule === undefined ? {} : { [`${folder}/rule.sql`]: one.rule }),
  });
  return check(root);
}

const RULE = { reason: 'they asked for it, or need it most', expires: '2027-01-31', appeal: 'call us' };
