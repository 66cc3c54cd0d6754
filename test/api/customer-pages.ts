import { answerFor } from '../../src/app/server/ledger/answer.ts';
import { subjectOf } from '../../src/app/server/ledger/subject-of.ts';
import type { Question } from '../../src/playbook/6-control/ledger/answer.ts';
import type { Scope } from '../../src/playbook/6-control/ledger/scope.ts';
import { EVERYTHING } from '../../src/playbook/6-control/ledger/scope.ts';
import { question } from '../../src/playbook/6-control/testing/choices.ts';
import type { TokenPurpose } from '../../src/playbook/6-control/tokens/token.ts';
import { makeToken } from '../../src/playbook/6-control/tokens/token.ts';
import type { Answer, Somebody, TestServer } from './harness.ts';

export const NOTICE = {
  version: 'privacy-2026-11',
  language: 'en',
  text: 'We would like to write to you about running shoes. You can say no again at any time.',
  from: '2026-11-01T00:00:00Z',
  terms: {
    controllers: [
      {
        id: 'harbor',
        name: 'Harbor Outfitters',
        address: '1 Quay, Harbor',
        contact: 'privacy@harbor.example',
        type: 'controller',
      },
    ],
    recipients: [],
    personalData: [{ category: 'user.contact.email', isOptional: false }],
    storageLocations: ['IE'],
    retention: 'P3Y',
    jurisdiction: 'eu',
    withdrawal: 'https://shop.harbor.example/preferences',
  },
};

export const SETTINGS = {
  organisation: 'Harbor Outfitters (fictional)',
  contact: 'hello@harbor.example',
  jurisdiction: 'eu',
  topics: [
    {
      id: 'shoes',
      purpose: 'marketing.communications',
      name: { en: 'Running shoes', de: 'Laufschuhe', es: 'Zapatillas', fr: 'Chaussures de course' },
    },
    {
      id: 'events',
      purpose: 'marketing.communications',
      name: {
        en: 'Runs near you',
        de: 'Läufe in der Nähe',
        es: 'Carreras cerca',
        fr: 'Courses près de vous',
      },
    },
  ],
  channels: ['email', 'sms'],
  themes: ['mothers-day', 'fathers-day', 'baby', 'loss', 'weight', 'alcohol', 'gambling', 'debt'],
  notice: NOTICE.version,
  colours: {
    light: { page: '#ffffff', text: '#1a1d24', accent: '#1d4fbf' },
    dark: { page: '#12151c', text: '#eceef3', accent: '#9dbcff' },
  },
  leaveTo: 'https://www.wikipedia.org/',
} as const;

/** Publishes the notice and sets the pages up. */
export async function setUpPages(ada: Somebody, settings: object = SETTINGS): Promise<void> {
  const notice = await ada.ask('/v1/ledger/notices', { method: 'POST', body: NOTICE });
  if (notice.status >= 300) throw new Error(JSON.stringify(notice.body));
  const set = await ada.ask('/v1/settings/customer-pages', {
    method: 'PUT',
    headers: { 'if-match': '"0"' },
    body: settings,
  });
  if (set.status !== 200) throw new Error(JSON.stringify(set.body));
}

/** One customer, with links of every kind. */
export class Customer {
  readonly server: TestServer;
  readonly address: string;

  constructor(server: TestServer, name: string) {
    this.server = server;
    this.address = `${name}@customer.example`;
  }

  get subject() {
    return subjectOf(this.server.context.ledger, { kind: 'email', value: this.address });
  }

  token(purpose: TokenPurpose, about: string | null = null, scope: Scope = EVERYTHING): string {
    return makeToken(
      this.server.context.ledger.tokens,
      purpose,
      { subject: this.subject, scope, about },
      this.server.now,
    );
  }

  /** What the ledger says to a question about this customer. */
  async answer(over: Partial<Question> = {}) {
    const { store, ledger } = this.server.context;
    const answer = await store.read((db) =>
      answerFor(db, ledger, this.subject, question(over), this.server.now),
    );
    if (!answer.ok) throw new Error(answer.problem.message);
    return answer.value;
  }

  /** Every choice that is kept of this customer, as one text to compare. */
  async kept(): Promise<string> {
    const rows = await this.server.context.store.read((db) =>
      db.selectFrom('choices').selectAll().where('subject', '=', this.subject).orderBy('id').execute(),
    );
    if (!rows.ok) throw new Error(rows.problem.message);
    return JSON.stringify(rows.value);
  }
}

/** Sends a form as a browser does. */
export const press = (
  server: TestServer,
  path: string,
  fields: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer<string>> =>
  server.ask(path, {
    method: 'POST',
    body: new URLSearchParams(fields).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
  });

/** The buttons of a page: what each sends, and whether it is pressed. */
export const buttonsOf = (
  page: string,
): ReadonlyArray<{ readonly value: string; readonly isPressed: boolean }> =>
  [...page.matchAll(/<button\b([^>]*)>/g)].flatMap(([, attributes = '']) => {
    const value = /value="([^"]*)"/.exec(attributes)?.[1];
    return value === undefined ? [] : [{ value, isPressed: attributes.includes('aria-pressed="true"') }];
  });
