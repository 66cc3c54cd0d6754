import type { Finding } from '../../check/finding.ts';
import { SourceText } from '../../kernel/source-text.ts';
import type { MessagesReport, SegmentsReport, UseReport, WorkspaceReport } from '../model.ts';

const SEGMENT = new SourceText(
  'uses/winback-spring/segment.sql',
  "select c.id\nfrom crm.customers c\nwhere c.last_missed_payment > current_date - 30\n  and c.email in ('ada@people.example', 'bob@people.example')\n  and c.plan in ('a', 'b', 'c', 'd', 'e')\n",
);
const MESSAGE = new SourceText(
  'uses/winback-spring/email.html',
  '<h1>Grüße 👩‍👩‍👧 漢字</h1>\n<p>\tOnly today 👋 for <b>you</b></p>\n<script>alert("xss")</script>\n<p>Reply to ada@people.example or +49 30 7654321 \u202eevil\u202c \u001b[31mred</p>\n',
);
const CARD = new SourceText(
  'uses/loyalty/use.yaml',
  'use: loyalty\nkind: campaign\nowner: crm@harbor.example\nfoo: 1\n',
);

export const sources = new Map([SEGMENT, MESSAGE, CARD].map((source) => [source.file, source]));

/** A finding over the first place where `words` stand in a source of this fixture. */
export function finding(source: SourceText, words: string, rest: Partial<Finding> = {}): Finding {
  const start = source.text.indexOf(words);
  const at = source.location(start, start + words.length);
  return {
    check: 'seg-vuln-exploit',
    advice: 'seen',
    step: 3,
    risk: 'vulnerability-targeting',
    gravity: 'block',
    decidedBy: 'rule',
    decider: null,
    at,
    quote: words,
    what: 'People who missed a payment are chosen for a sales message.',
    why: 'Someone in arrears is easier to press, and pays for it later.',
    instead: 'Leave the condition out, or send them help with the bill.',
    norms: [
      { id: 'eu-ai-act-5-1-b', scope: 'law' },
      { id: 'ours-vulnerability', scope: 'policy' },
    ],
    evidence: [{ type: 'text', at, quote: words }],
    waivedBy: null,
    ...rest,
  };
}

const HASH = `sha256:${'0123456789abcdef'.repeat(4)}` as const;

const use = (id: string, rest: Partial<UseReport>): UseReport => ({
  use: id,
  kind: 'campaign',
  hash: HASH,
  verdict: 'allow',
  owner: 'lifecycle@harbor.example',
  goal: 'repeat orders',
  findings: [],
  notAssessed: [],
  checksRun: 41,
  messages: [],
  ...rest,
});

export const aFinding = finding(SEGMENT, 'last_missed_payment > current_date - 30');
export const segmentSource = SEGMENT;
export const messageSource = MESSAGE;

/** A report with one block, one review, one waived finding, one part not assessed and one problem. */
export const workspaceReport: WorkspaceReport = {
  workspace: 'harbor',
  organisation: 'Harbor Outfitters (fictional)',
  verdict: 'block',
  checkedAt: new Date('2026-11-20T09:00:00Z'),
  exampleClock: true,
  since: null,
  sources,
  uses: [
    use('loyalty', {
      kind: null,
      hash: null,
      verdict: 'review',
      checksRun: 0,
      notAssessed: [{ check: 'use-legal-basis', missing: ['card: cannot be read'], required: true }],
    }),
    use('order-update', {
      checksRun: 38,
      notAssessed: [{ check: 'clm-history', missing: ['history: no git repository'], required: false }],
    }),
    use('winback-spring', {
      verdict: 'block',
      messages: [{ file: MESSAGE.file, messageHash: HASH, language: 'en' }],
      notAssessed: [{ check: 'bias-rate-ratio', missing: ['scores[0].decisions'], required: true }],
      findings: [
        aFinding,
        finding(SEGMENT, "('ada@people.example', 'bob@people.example')", {
          check: 'seg-min-size',
          gravity: 'advise',
          risk: 'data-overreach',
          what: 'The segment names ada@people.example and one more person.',
        }),
        finding(SEGMENT, "('a', 'b', 'c', 'd', 'e')", {
          check: 'seg-list',
          gravity: 'advise',
          risk: null,
          waivedBy: 'seg-list@winback-spring',
        }),
        finding(MESSAGE, 'Only today 👋 for', {
          check: 'msg-urgency',
          step: 4,
          risk: 'manipulative-personalization',
          gravity: 'review',
          decidedBy: 'person',
          decider: null,
          norms: [],
        }),
        finding(MESSAGE, 'ada@people.example or +49 30 7654321 \u202eevil\u202c \u001b[31mred', {
          check: 'msg-hostile',
          step: 4,
          risk: null,
          gravity: 'advise',
          what: '<img src=x onerror=alert(1)> "quoted" & more',
        }),
      ],
    }),
  ],
  problems: [
    {
      code: 'card.unknown-key',
      message: 'unknown key `foo`',
      hint: 'remove it',
      at: CARD.location(CARD.text.indexOf('foo'), CARD.text.indexOf('foo') + 3),
    },
  ],
};

export const messagesReport: MessagesReport = {
  checkedAt: new Date('2026-11-20T09:00:00Z'),
  sources,
  problems: [],
  messages: [
    {
      file: MESSAGE.file,
      format: 'html',
      language: 'en',
      messageHash: HASH,
      verdict: 'review',
      checksRun: 6,
      findings: [
        finding(MESSAGE, 'Only today 👋 for', {
          check: 'msg-urgency',
          step: 4,
          risk: 'manipulative-personalization',
          gravity: 'review',
        }),
      ],
      notAssessed: [{ check: 'msg-unsubscribe', missing: ['card: no card is given'], required: true }],
    },
  ],
};

export const segmentsReport: SegmentsReport = {
  sources,
  problems: [],
  segments: [
    {
      reading: {
        id: SEGMENT.file,
        file: SEGMENT.file,
        dialect: 'postgres',
        format: 'sql',
        assessed: true,
        problem: null,
        namedPeople: 2,
        unresolved: ['crm.vip_list'],
        fields: [
          {
            field: 'crm.customers.last_missed_payment',
            role: 'include',
            jsonPath: null,
            path: ['c'],
            values: [],
            sensitive: ['fin_distress'],
            proxyFor: [],
            at: aFinding.at,
          },
          {
            field: 'crm.customers.email',
            role: 'include',
            jsonPath: null,
            path: ['c'],
            values: ["'ada@people.example'", "'bob@people.example'"],
            sensitive: [],
            proxyFor: [],
            at: aFinding.at,
          },
          {
            field: 'crm.customers.plan',
            role: 'include',
            jsonPath: null,
            path: ['c'],
            values: ["'a'", "'b'", "'c'", "'d'", "'e'"],
            sensitive: [],
            proxyFor: [],
            at: aFinding.at,
          },
          {
            field: 'crm.customers.id',
            role: 'output',
            jsonPath: null,
            path: ['c'],
            values: [],
            sensitive: [],
            proxyFor: [],
            at: aFinding.at,
          },
        ],
      },
      findings: [aFinding],
    },
  ],
};
