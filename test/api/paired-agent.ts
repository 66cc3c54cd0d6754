import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import type { Answer, Somebody, TestServer } from './harness.ts';

const rawKey = (key: KeyObject): string =>
  Buffer.from(key.export({ format: 'jwk' }).x!, 'base64url').toString('base64');

/** An agent under the Data Rights Protocol that is registered and paired. */
export class PairedAgent {
  readonly #server: TestServer;
  readonly #key: KeyObject;
  readonly id: string;
  token: string;
  secret = '';

  private constructor(server: TestServer, id: string, key: KeyObject, token: string) {
    this.#server = server;
    this.id = id;
    this.#key = key;
    this.token = token;
  }

  static async pair(server: TestServer, administrator: Somebody, id: string): Promise<PairedAgent> {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    const body = { id, name: `Agent ${id}`, business: 'harbor', verifyKey: rawKey(publicKey) };
    const made = await administrator.ask('/v1/agents', { method: 'POST', body });
    const agent = new PairedAgent(server, id, privateKey, made.body.setUpToken);
    const paired = await agent.send('POST', `/v1/agent/${id}`, {});
    agent.token = paired.body.token;
    agent.secret = paired.body['scruple:callback-secret'];
    return agent;
  }

  send(method: 'POST' | 'DELETE', path: string, over: object): Promise<Answer> {
    const at = (seconds: number) => new Date(this.#server.now.getTime() + seconds * 1000).toISOString();
    const claims = {
      'agent-id': this.id,
      'business-id': 'harbor',
      'issued-at': at(-30),
      'expires-at': at(570),
      'drp.version': '1.0',
    };
    const bytes = Buffer.from(JSON.stringify({ ...claims, ...over }));
    return this.#server.ask(path, {
      method,
      body: Buffer.concat([sign(null, bytes, this.#key), bytes]).toString('base64'),
      headers: { authorization: `Bearer ${this.token}`, 'content-type': 'text/plain' },
    });
  }

  exercise(over: object): Promise<Answer> {
    return this.send('POST', '/v1/data-rights-request', over);
  }
}
