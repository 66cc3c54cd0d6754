import type { Answers, GivenAudience, GivenMessage } from '../../api/client.ts';
import { problemOf } from '../../api/problem.ts';

export type MessageFormat = Extract<GivenMessage, { type: 'text' }>['format'];

export interface MessageForm {
  readonly text: string;
  readonly format: MessageFormat | null;
  readonly subject: string;
  readonly from: string;
  /** Name of a picture that was given in place of words. */
  readonly picture: string | null;
}

export type AudienceWay = 'words' | 'sql' | 'json' | 'list';
type Dialect = NonNullable<Extract<NonNullable<GivenAudience['definition']>, { type: 'sql' }>['dialect']>;

/** All that is typed on the page, as it is typed. */
export interface DraftForm extends MessageForm {
  readonly title: string;
  readonly workspace: string;
  readonly audienceName: string;
  readonly way: AudienceWay;
  readonly definition: string;
  readonly dialect: Dialect | '';
  /** First line of a list, with its columns. */
  readonly header: string;
  readonly origin: string;
  readonly answers: Answers;
}

export const EMPTY_MESSAGE: MessageForm = { text: '', format: null, subject: '', from: '', picture: null };

export const EMPTY: DraftForm = {
  ...EMPTY_MESSAGE,
  title: '',
  workspace: '',
  audienceName: '',
  way: 'words',
  definition: '',
  dialect: '',
  header: '',
  origin: '',
  answers: {},
};

/** What is wrong, by the name of its field. */
export type Faults = Readonly<Partial<Record<string, string>>>;

const ADDRESS = /^[^\s@]{1,64}@[^\s@]{1,190}\.[^\s@.]{2,}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

export function faultsOf({ answers: { owner, until } }: DraftForm): Faults {
  return {
    ...(owner === undefined || ADDRESS.test(owner)
      ? {}
      : { owner: 'This is no mail address. Write it as name@company.example.' }),
    ...(until === undefined || DAY.test(until) ? {} : { until: 'This is no day.' }),
  };
}

/** The message as the server takes it; none where nothing was brought. */
export function messageOf({ text, format, subject, from, picture }: MessageForm): GivenMessage | undefined {
  if (picture !== null) return { type: 'picture', name: picture };
  if (text.trim() === '') return undefined;
  return {
    type: 'text',
    text,
    ...(format === null ? {} : { format }),
    ...said('subject', subject),
    ...said('from', from),
  };
}

function audienceOf(form: DraftForm): GivenAudience | undefined {
  const definition = definitionOf(form);
  const audience = {
    ...said('name', form.audienceName),
    ...(definition === undefined ? {} : { definition }),
  };
  return Object.keys(audience).length === 0 ? undefined : audience;
}

function definitionOf({ way, definition, dialect, header, origin }: DraftForm): GivenAudience['definition'] {
  if (way === 'list')
    return header.trim() === ''
      ? undefined
      : { type: 'list', header: header.trim(), ...said('origin', origin) };
  if (definition.trim() === '') return undefined;
  return way === 'sql'
    ? { type: 'sql', text: definition, ...(dialect === '' ? {} : { dialect }) }
    : { type: way, text: definition };
}

/** The answers so far, without what cannot be right. */
export function answersOf(form: DraftForm): Answers {
  const faults = faultsOf(form);
  return Object.fromEntries(
    Object.entries(form.answers).filter(([name, value]) => faults[name] === undefined && value !== ''),
  ) as Answers;
}

/** What was brought so far, without what cannot be right; `null` where that is nothing. */
export function broughtBy(form: DraftForm) {
  const [message, audience] = [messageOf(form), audienceOf(form)];
  if (message === undefined && audience === undefined) return null;
  return {
    ...(message === undefined ? {} : { message }),
    ...(audience === undefined ? {} : { audience }),
    ...said('workspace', form.workspace),
    answers: answersOf(form),
  };
}

const said = <Name extends string>(name: Name, text: string): { readonly [key in Name]?: string } =>
  text.trim() === '' ? {} : ({ [name]: text.trim() } as { readonly [key in Name]: string });

const FIELDS: ReadonlyArray<readonly [RegExp, string]> = [
  [/`body\.title/, 'title'],
  [/`body\.message\.subject/, 'subject'],
  [/`body\.message\.from/, 'from'],
  [/`body\.message|\.(?:html|mjml|liquid|md|txt|json)`/, 'text'],
  [/`body\.audience\.name/, 'audienceName'],
  [/`body\.audience\.definition\.header/, 'header'],
  [/`body\.audience/, 'definition'],
  [/`body\.answers\.(\w+)/, '$1'],
  [/workspace/, 'workspace'],
];

/** The field that an answer of the server speaks of; `null` where it speaks of none. */
export function fieldOf(error: unknown): string | null {
  const { detail } = problemOf(error);
  for (const [pattern, name] of FIELDS) {
    const match = pattern.exec(detail);
    if (match !== null) return name === '$1' ? match[1]! : name;
  }
  return null;
}
