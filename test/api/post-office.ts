import { deliverLetters } from '../../src/app/server/letters/deliver-letters.ts';
import { MemoryMailer } from '../../src/connectors/mail/memory-mailer.ts';
import type { Mail, Mailer } from '../../src/kernel/ports/mailer.ts';
import { type Problem, problem } from '../../src/kernel/problem.ts';
import { fail } from '../../src/kernel/result.ts';
import { must } from '../contract/store-engines.ts';
import type { TestServer } from './harness.ts';

/** Every letter of a server, and what stays of it there. */
export class PostOffice {
  readonly server: TestServer;
  readonly #mailer = new MemoryMailer();

  constructor(server: TestServer) {
    this.server = server;
    this.works();
  }

  get sent(): readonly Mail[] {
    return this.#mailer.sent;
  }

  /** Hands over what is due now, as the job of the server does. */
  deliver() {
    return deliverLetters(this.server.context);
  }

  works(): void {
    this.#use(this.#mailer);
  }

  /** Every mail fails with this code from now on. */
  breaks(code: Extract<Problem['code'], `mail.${string}`>): void {
    this.#use({ send: async () => fail(problem(code, 'the test says so', 'wait')) });
  }

  #use(mailer: Mailer): void {
    Object.assign(this.server.context, { mailer });
  }

  /** The path of the link in the last letter to an address. */
  lastLink(address: string): string {
    const mail = this.sent.findLast(({ to }) => to === address);
    const link = /https?:\/\/\S+/.exec(mail?.text ?? '')?.[0];
    if (link === undefined) throw new Error(`no letter to ${address}`);
    const { pathname, search } = new URL(link);
    return pathname + search;
  }

  /** What is kept of letters that were not handed over yet. */
  async owed() {
    return must(
      await this.server.context.store.read((db) =>
        db.selectFrom('customerAddresses').selectAll().orderBy('letter').execute(),
      ),
    );
  }

  async outbox() {
    return must(
      await this.server.context.store.read((db) =>
        db.selectFrom('outbox').selectAll().orderBy('createdAt').orderBy('id').execute(),
      ),
    );
  }
}
