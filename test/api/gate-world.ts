import { randomBytes, randomUUID } from 'node:crypto';
import { choose } from '../../src/app/server/ledger/choose.ts';
import { subjectOf } from '../../src/app/server/ledger/subject-of.ts';
import { signerIn } from '../../src/app/server/signing.ts';
import type { UseCard } from '../../src/check/facts/card.ts';
import { clearance, HASH } from '../../src/gate/testing/moments.ts';
import type { ClearancePayload } from '../../src/playbook/5-oversight/clearances/statement.ts';
import { signDocument, writeSigned } from '../../src/playbook/5-oversight/signatures/signed-document.ts';
import type { ChoiceDraft } from '../../src/playbook/6-control/ledger/choice-draft.ts';
import { addClearance, voidClearance } from '../../src/stores/sql/repositories/clearances.ts';
import { tellGatePeople } from '../../src/stores/sql/repositories/gate-people.ts';
import { newId } from '../../src/stores/sql/repositories/new-id.ts';
import { addUseVersion } from '../../src/stores/sql/repositories/use-versions.ts';
import { addUse } from '../../src/stores/sql/repositories/uses.ts';
import { must } from '../contract/store-engines.ts';
import { hash } from '../contract/store-samples.ts';
import { NOTICE } from './customer-pages.ts';
import type { Somebody, TestServer } from './harness.ts';

export const TEXT_HASH = HASH;
const DAY_MS = 86_400_000;

/** A server with uses that are cleared and people who said yes, for tests of the gate. */
export class GateWorld {
  readonly server: TestServer;
  /** A machine that may ask. */
  readonly gate: Somebody;

  readonly #notice: { readonly version: string; readonly language: string; readonly hash: string };

  /** The key of that machine. */
  readonly secret: string;
  readonly #administrator: Somebody;

  private constructor(server: TestServer, administrator: Somebody, secret: string, noticeHash: string) {
    this.server = server;
    this.#administrator = administrator;
    this.secret = secret;
    this.gate = server.withKey(secret);
    this.#notice = { version: NOTICE.version, language: NOTICE.language, hash: noticeHash };
  }

  static async in(server: TestServer, administrator: Somebody): Promise<GateWorld> {
    const secret = await keyFor(administrator, ['gate']);
    const notice = await administrator.ask('/v1/ledger/notices', { method: 'POST', body: NOTICE });
    if (notice.status !== 201) throw new Error(JSON.stringify(notice.body));
    return new GateWorld(server, administrator, secret, notice.body.hash);
  }

  /** Another machine. */
  async machine(roles: readonly string[]): Promise<Somebody> {
    return this.server.withKey(await keyFor(this.#administrator, roles));
  }

  /** A use with a clearance that is signed here and in force. */
  async use(id: string, card: Partial<UseCard> = {}, of: Partial<ClearancePayload> = {}): Promise<string> {
    const { store, sealer } = this.server.context;
    must(
      await store.write(async ({ db, at }) => {
        await addUse(db, {
          id,
          workspace: 'harbor',
          kind: 'campaign',
          owner: 'lifecycle@harbor.example',
          state: 'cleared',
          verdict: 'allow',
          verdictRank: 0,
          createdAt: at,
          changedAt: at,
        });
        const version = await addUseVersion(db, {
          id: newId('version', at),
          useId: id,
          contentHash: hash('a'),
          card: {
            use: id,
            kind: 'campaign',
            purpose: 'marketing.communications.email',
            basis: 'consent',
            channels: ['email', 'sms'],
            jurisdictions: ['eu', 'us'],
            ...card,
          },
          files: [],
          verdict: 'allow',
          counts: {},
          notAssessed: [],
          report: {},
          difference: null,
          pushedThrough: 'cli',
          createdAt: at,
          findings: [],
        });
        const clearanceId = `clearance:${randomBytes(16).toString('base64url')}` as const;
        const payload = clearance({
          id: clearanceId,
          use: id,
          contentHash: hash('a'),
          issuedAt: at.toISOString(),
          expiresAt: new Date(at.getTime() + 60 * DAY_MS).toISOString(),
          reviewers: [
            {
              key: 'person:bea',
              role: 'reviewer',
              standing: 'inside',
              decidedAt: new Date(at.getTime() - 2 * DAY_MS).toISOString(),
            },
          ],
          lineage: { full: clearanceId, smallChanges: 0, changedShare: 0 },
          ...of,
        });
        const signed = await signDocument(payload, await signerIn(db, sealer));
        if (!signed.ok) throw new Error(signed.problem.message);
        await addClearance(db, {
          id: clearanceId,
          useId: id,
          versionId: version.id,
          reviewId: null,
          class: payload.class,
          contentHash: payload.contentHash,
          statement: writeSigned(signed.value),
          keyId: signed.value.signature.key,
          issuedAt: new Date(payload.issuedAt),
          expiresAt: new Date(payload.expiresAt),
        });
      }),
    );
    return id;
  }

  essential(id: string): Promise<string> {
    return this.use(
      id,
      { purpose: 'essential.service', basis: 'contract' },
      { class: 'essential', essential: 'service' },
    );
  }

  async takeBack(use: string): Promise<void> {
    must(
      await this.server.context.store.write(async ({ db, at }) => {
        const { id } = await db
          .selectFrom('clearances')
          .select('id')
          .where('useId', '=', use)
          .executeTakeFirstOrThrow();
        await voidClearance(db, id, null, 'withdrawn', at);
      }),
    );
  }

  subject = (name: string) =>
    subjectOf(this.server.context.ledger, { kind: 'email', value: `${name}@customer.example` });

  /** Somebody of age in Berlin who said yes to marketing by mail and text. */
  async person(name: string): Promise<string> {
    await this.choose(name, 'given', 'email');
    await this.choose(name, 'given', 'sms');
    await this.tell(name, { zones: ['Europe/Berlin'], places: ['eu-de'], isAdult: true });
    return `email:${name}@customer.example`;
  }

  async tell(
    name: string,
    about: {
      readonly zones: readonly string[];
      readonly places: readonly string[];
      readonly isAdult: boolean;
    },
  ): Promise<void> {
    must(
      await this.server.context.store.write(({ db, at }) =>
        tellGatePeople(db, [{ subject: this.subject(name), ...about, toldAt: at }]),
      ),
    );
  }

  async choose(
    name: string,
    kind: ChoiceDraft['kind'],
    channel: ChoiceDraft['scope']['channel'] = 'email',
    over: Partial<ChoiceDraft> = {},
  ): Promise<void> {
    const { store, ledger } = this.server.context;
    must(
      await store.write(async (work) => {
        await choose(work, ledger, this.subject(name), [
          {
            id: `choice-${randomUUID()}`,
            kind,
            scope: { purpose: 'marketing.communications', channel, topic: null },
            theme: null,
            at: work.at.toISOString(),
            validUntil: null,
            pausedUntil: null,
            confirms: null,
            proof: {
              notice: kind === 'given' ? this.#notice : null,
              uiHash: null,
              language: 'en',
              method: 'preference-page',
              actor: 'person',
              jurisdiction: null,
              sourceSystem: 'test',
            },
            ...over,
          },
        ]);
      }),
    );
  }

  question = (use: string, subject: string, over: object = {}) => ({
    use,
    subject,
    channel: 'email',
    contentHash: TEXT_HASH,
    dispatch: 'monday',
    ...over,
  });

  ask = (use: string, subject: string, over: object = {}) =>
    this.gate.ask('/v1/gate/decisions', { method: 'POST', body: this.question(use, subject, over) });

  async codes(use: string, subject: string, over: object = {}): Promise<readonly string[]> {
    const { status, body } = await this.ask(use, subject, over);
    if (status !== 200) throw new Error(JSON.stringify(body));
    return [body.decision, ...body.reasons.map(({ code }: { code: string }) => code)];
  }
}

async function keyFor(administrator: Somebody, roles: readonly string[]): Promise<string> {
  const key = await administrator.ask('/v1/keys', {
    method: 'POST',
    body: { name: 'machine', roles, days: 9 },
  });
  if (key.status !== 201) throw new Error(JSON.stringify(key.body));
  return key.body.secret;
}
