import type { ContentHash } from '../../kernel/canonical.ts';
import { type Problem, problem } from '../../kernel/problem.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { Channel } from '../../kernel/vocabulary.ts';
import type { IdentifierKind } from '../../playbook/6-control/ledger/subject-key.ts';

/** Systems whose templates are Liquid and can be held to the gate while a message is rendered. */
export const SNIPPET_SYSTEMS = ['braze', 'customerio', 'dittofeed'] as const;
export type SnippetSystem = (typeof SNIPPET_SYSTEMS)[number];

export interface SnippetOrder {
  readonly system: SnippetSystem;
  /** Origin of the server, as `https://scruple.example`. */
  readonly server: string;
  readonly use: string;
  readonly channel: Channel;
  /** Of the text that was cleared. */
  readonly contentHash: ContentHash;
  /** By what the system knows its people. */
  readonly by: Extract<IdentifierKind, 'customer' | 'email' | 'phone'>;
  /** One sending; `null` takes the system's own, where it has one. */
  readonly dispatch: string | null;
}

export interface LiquidSnippet {
  /** What goes in front of every field of the message. */
  readonly snippet: string;
  /** The request that comes before it, for systems that ask before they render; `null` where the snippet asks itself. */
  readonly request: string | null;
  /** What else has to be set up, in order. */
  readonly steps: readonly string[];
}

/**
 * Liquid that ends the message unless the gate answers exactly `permit` for exactly this text and this sending. No
 * answer, an empty, a late or a malformed one ends it too. Problems: `usage.invalid`.
 */
export function liquidSnippet(order: SnippetOrder): Result<LiquidSnippet, Problem> {
  const { system, server, use, contentHash, dispatch } = order;
  if (!/^https:\/\/[A-Za-z0-9.-]+(?::\d{1,5})?$/.test(server))
    return invalid(`\`${server}\` is no origin of a server`, 'give it as https://scruple.example');
  if (!/^[A-Za-z0-9][A-Za-z0-9-]{0,79}$/.test(use))
    return invalid(`\`${use}\` is no id of a use`, 'give it as the card has it');
  if (!/^sha256:[0-9a-f]{64}$/.test(contentHash))
    return invalid('the hash is no `messageHash`', 'take it from `scruple message --format json`');
  // Anything else could end the tag that it stands in.
  if (dispatch !== null && !/^[A-Za-z0-9._-]{1,100}$/.test(dispatch))
    return invalid(`\`${dispatch}\` is no name of a sending`, 'use letters, digits, dots and dashes');
  if (dispatch === null && system !== 'braze')
    return invalid(`${system} has no name of its own for a sending`, 'give one, another for every sending');
  return ok(SNIPPETS[system](order));
}

const invalid = (message: string, hint: string): Result<never, Problem> =>
  fail(problem('usage.invalid', message, hint));

const SNIPPETS: Readonly<Record<SnippetSystem, (order: SnippetOrder) => LiquidSnippet>> = {
  braze: (order) => ({
    snippet: [
      `{% capture scruple_dispatch %}${order.dispatch ?? ofBraze('dispatch_id', 'campaign.')}{% endcapture %}`,
      `{% capture scruple_question %}${question(order, BRAZE_PERSON[order.by], '{{scruple_dispatch | json_escape}}')}{% endcapture %}`,
      `{% connected_content ${order.server}/v1/gate/decisions :method post :auth_credentials scruple_gate :content_type application/json :body {{scruple_question}} :save scruple_answer %}`,
      '{% assign scruple_permits = false %}',
      `{% if scruple_answer.decision == 'permit' and scruple_answer.contentHash == '${order.contentHash}' and scruple_answer.dispatch == scruple_dispatch and scruple_answer.__http_status_code__ == 200 %}{% assign scruple_permits = true %}{% endif %}`,
      "{% unless scruple_permits %}{% abort_message('the gate did not permit it') %}{% endunless %}",
    ].join('\n'),
    request: null,
    steps: [
      'In Braze, under Settings, Connected Content, add a token authentication credential named `scruple_gate` for the host of the server, with the header `Authorization: Bearer` and the key of a gate.',
      'Put the snippet in front of every field that Liquid fills: subject, preheader, body, plain text.',
    ],
  }),
  customerio: (order) => ({
    snippet: heldTo('customer', order),
    request: question(order, CUSTOMERIO_PERSON[order.by], order.dispatch!),
    steps: [
      `In the workflow, right before the message, add "Send and receive data": POST ${order.server}/v1/gate/decisions with the header \`Authorization: Bearer\` and the key of a gate, and this body.`,
      `From the response set these attributes of the person: ${KEPT.map(([name, field]) => `\`${name}\` from \`response.${field}\``).join(', ')}.`,
      'After it, add a branch that ends the journey unless `scruple_decision` is `permit`; the snippet stands behind it, for an answer that is missing, late or of another text.',
      'Put the snippet in front of the subject and the body. It fails the message by an attribute that there must not be: make none named `scruple_refused_this_message`.',
    ],
  }),
  dittofeed: (order) => ({
    snippet: heldTo('user', order),
    request: JSON.stringify({
      config: {
        url: `${order.server}/v1/gate/decisions`,
        method: 'POST',
        data: JSON.parse(question(order, DITTOFEED_PERSON[order.by], order.dispatch!)),
        responseType: 'json',
      },
      secret: { headers: { Authorization: 'Bearer {{ secrets.SCRUPLE_GATE_KEY }}' } },
    }),
    steps: [
      'Make a webhook template of this request, with the key of a gate as the secret `SCRUPLE_GATE_KEY`, and put it right before the message in the journey, with "Synchronize Properties" on.',
      `Make user properties of its response: ${KEPT.map(([name, field]) => `\`${name}\` from \`${field}\``).join(', ')}.`,
      'Put the snippet in front of the subject and the body. It fails the message by a property that there must not be: make none named `scruple_refused_this_message`.',
    ],
  }),
};

/** What is kept of an answer between the step that asks and the message. */
const KEPT = [
  ['scruple_decision', 'decision'],
  ['scruple_content_hash', 'contentHash'],
  ['scruple_dispatch', 'dispatch'],
  ['scruple_until', 'expiresAt'],
] as const;

/** The kept answer must be of this text and sending, and its permit not be over. Both engines fail on what is missing. */
const heldTo = (scope: string, { contentHash, dispatch }: SnippetOrder): string =>
  [
    "{% assign scruple_now = 'now' | date: '%s' | plus: 0 %}",
    `{% assign scruple_until = ${scope}.scruple_until | date: '%s' | plus: 0 %}`,
    '{% assign scruple_permits = false %}',
    `{% if ${scope}.scruple_decision == 'permit' and ${scope}.scruple_content_hash == '${contentHash}' and ${scope}.scruple_dispatch == '${dispatch}' and scruple_until > scruple_now %}{% assign scruple_permits = true %}{% endif %}`,
    `{% unless scruple_permits %}{{ ${scope}.scruple_refused_this_message }}{% endunless %}`,
  ].join('\n');

/** JSON without a space: Braze takes a body with spaces for several options. */
const question = ({ use, channel, contentHash }: SnippetOrder, subject: string, dispatch: string): string =>
  JSON.stringify({ use, subject, channel, contentHash, dispatch });

/** Liquid of Braze marks what is of the person, or of the sending, with a dollar sign and braces. */
const ofBraze = (name: string, of = '', filter = ''): string => `{{${of}\${${name}}${filter}}}`;
const BRAZE_PERSON = {
  customer: `customer:${ofBraze('user_id', '', ' | json_escape')}`,
  email: `email:${ofBraze('email_address', '', ' | json_escape')}`,
  phone: `phone:${ofBraze('phone_number', '', ' | json_escape')}`,
};
const CUSTOMERIO_PERSON = {
  customer: 'customer:{{customer.id}}',
  email: 'email:{{customer.email}}',
  phone: 'phone:{{customer.phone}}',
};
const DITTOFEED_PERSON = {
  customer: 'customer:{{ user.id }}',
  email: 'email:{{ user.email }}',
  phone: 'phone:{{ user.phone }}',
};
