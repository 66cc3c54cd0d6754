import { request as ask } from 'node:http';
import { GateWorld } from '../api/gate-world.ts';
import type { TestServer } from '../api/harness.ts';

/** What came of one alarm, in milliseconds after the delivery that tips the monitor was acknowledged. */
export interface Refusal {
  /** The answer of the first decision that was refused; below 0 where it came before the acknowledgement. */
  readonly first: number;
  /** The answer of the last decision, single or in a list, that still permitted; below 0 likewise. */
  readonly lastPermit: number;
  /** Decisions that were asked after the first refusal was answered, and permitted all the same. */
  readonly permittedAfter: number;
  /** Whether a list was being decided when the delivery was acknowledged. */
  readonly listInFlight: boolean;
}

interface Answered {
  readonly decision: string;
  readonly reasons: ReadonlyArray<{ readonly code: string }>;
}

/** A refusal for anything but the pause says nothing of the alarm, as where the store did not answer in time. */
function stateOf({ decision, reasons }: Answered): 'permit' | 'paused' | 'other' {
  if (decision === 'permit') return 'permit';
  return reasons.some(({ code }) => code === 'use-paused') ? 'paused' : 'other';
}

const SENDS = 4_000;
const EACH = 40;
/** People who are asked about again and again. */
const PEOPLE = 40;
const WARM = 2 * PEOPLE;
const LONGEST_MS = 30_000;

/**
 * A server that decides and takes events over HTTP while monitors are tipped: several that ask about single people, one
 * that has lists decided, and one that delivers events of other uses without a pause.
 */
export class UnderLoad {
  readonly world: GateWorld;
  readonly #server: TestServer;
  readonly #address: URL;
  readonly #keys: Readonly<Record<'gate' | 'intake', string>>;
  readonly #people: readonly string[];
  #isOver = false;
  #load: Promise<unknown> = Promise.resolve();
  decided = 0;
  refusedOtherwise = 0;
  delivered = 0;

  private constructor(
    server: TestServer,
    world: GateWorld,
    address: URL,
    keys: Readonly<Record<'gate' | 'intake', string>>,
    people: readonly string[],
  ) {
    this.#server = server;
    this.world = world;
    this.#address = address;
    this.#keys = keys;
    this.#people = people;
  }

  static async start(server: TestServer, uses: readonly string[]): Promise<UnderLoad> {
    const ada = await server.administrator();
    const world = await GateWorld.in(server, ada);
    const { version, ...policy } = (await ada.ask('/v1/settings/gate')).body;
    await ada.ask('/v1/settings/gate', {
      method: 'PUT',
      headers: { 'if-match': `"${version}"` },
      // Whoever is asked about was written to by every use before.
      body: { ...policy, restShare: 0, caps: { all: { count: 100, days: 7 }, channels: {} } },
    });
    for (const use of ['other', ...uses]) await world.use(use);
    // What is told of was sent under the clearance.
    server.now = new Date(server.now.getTime() + 2 * 3_600_000);
    const people: string[] = [];
    for (let person = 0; person < PEOPLE; person += 1) people.push(await world.person(`p${person}`));
    const keyOf = async (role: string): Promise<string> =>
      (await ada.ask('/v1/keys', { method: 'POST', body: { name: role, roles: [role], days: 9 } })).body
        .secret;
    const keys = { gate: await keyOf('gate'), intake: await keyOf('intake') };
    const address = new URL(await server.app.listen({ host: '127.0.0.1', port: 0 }));
    const made = new UnderLoad(server, world, address, keys, people);
    made.#load = made.#deliverOthers();
    return made;
  }

  async stop(): Promise<void> {
    this.#isOver = true;
    await this.#load;
  }

  /** Lets people complain about a use that was never paused, and looks until nothing of it is permitted. */
  async tip(use: string): Promise<Refusal> {
    const sent = this.#server.now.getTime() - 3_600_000;
    const event = (type: string, number: number, minutes: number) => ({
      id: `${use}-${type}-${number}`,
      type,
      use,
      at: new Date(sent + 100 * number + 60_000 * minutes).toISOString(),
      subject: `${use}-${number}`,
    });
    const numbers = Array.from({ length: SENDS }, (_, number) => number);
    await this.#deliver(numbers.map((number) => event('send', number, 0)));
    const complaints = numbers
      .filter((number) => number % EACH === 0)
      .map((one) => event('complaint', one, 30));
    let acknowledged = Number.NaN;
    let first = Number.NaN;
    let lastPermit = Number.NEGATIVE_INFINITY;
    let permittedAfter = 0;
    let permitted = 0;
    let isListAsked = false;
    let listInFlight = false;
    const began = performance.now();
    const goesOn = (): boolean => {
      if (performance.now() - began > LONGEST_MS) throw new Error(`${use} is not paused`);
      return Number.isNaN(acknowledged) || Number.isNaN(first) || performance.now() < first + 100;
    };
    const note = (askedAt: number, answers: readonly Answered[]): void => {
      const decisions = answers.map(stateOf);
      const at = performance.now();
      this.decided += decisions.length;
      this.refusedOtherwise += decisions.filter((one) => one === 'other').length;
      if (decisions.includes('permit')) {
        lastPermit = Math.max(lastPermit, at);
        permitted += decisions.length;
        if (askedAt > first) permittedAfter += decisions.filter((one) => one === 'permit').length;
      }
      if (Number.isNaN(first) && decisions.includes('paused')) first = at;
    };
    const single = async (offset: number): Promise<void> => {
      for (let round = offset; goesOn(); round += 1) {
        const askedAt = performance.now();
        const person = this.#people[round % PEOPLE]!;
        const body = this.world.question(use, person, { dispatch: use });
        note(askedAt, [await this.#post('gate', '/v1/gate/decisions', body)]);
      }
    };
    const lists = async (): Promise<void> => {
      while (goesOn()) {
        const askedAt = performance.now();
        isListAsked = true;
        const body = {
          decisions: this.#people.map((person) => this.world.question(use, person, { dispatch: use })),
        };
        const answer = await this.#post('gate', '/v1/gate/decisions:batch', body);
        isListAsked = false;
        note(askedAt, answer.decisions);
      }
    };
    const tipping = (async () => {
      // Only once all of them are at it, and the list has been permitted.
      while (permitted < WARM) await new Promise((go) => setTimeout(go, 5));
      await this.#deliver(complaints);
      acknowledged = performance.now();
      listInFlight = isListAsked;
    })();
    await Promise.all([single(0), single(7), single(14), single(21), lists(), tipping]);
    if (lastPermit === Number.NEGATIVE_INFINITY) throw new Error(`${use} was never permitted`);
    return {
      first: first - acknowledged,
      lastPermit: lastPermit - acknowledged,
      permittedAfter,
      listInFlight,
    };
  }

  async #deliverOthers(): Promise<void> {
    for (let round = 0; !this.#isOver; round += 1) {
      const at = new Date(this.#server.now.getTime() - 60_000).toISOString();
      const events = Array.from({ length: 100 }, (_, number) => {
        const id = `other-${round}-${number}`;
        return { id, type: 'send', use: 'other', at, subject: id };
      });
      await this.#deliver(events);
      this.delivered += events.length;
      await new Promise((go) => setTimeout(go, 20));
    }
  }

  async #deliver(events: readonly object[]): Promise<void> {
    const { refused } = await this.#post('intake', '/v1/outcomes', { events });
    if (refused.length > 0) throw new Error(JSON.stringify(refused[0]));
  }

  // biome-ignore lint/suspicious/noExplicitAny: what answers hold is for who asks to say
  #post(key: 'gate' | 'intake', path: string, body: object): Promise<any> {
    return new Promise((resolve, reject) => {
      const sent = ask(
        new URL(path, this.#address),
        {
          method: 'POST',
          headers: { authorization: `Bearer ${this.#keys[key]}`, 'content-type': 'application/json' },
        },
        (answer) => {
          const parts: Buffer[] = [];
          answer.on('data', (part: Buffer) => parts.push(part));
          answer.on('end', () => {
            const text = Buffer.concat(parts).toString();
            if (answer.statusCode === 200) resolve(JSON.parse(text));
            else reject(new Error(`${answer.statusCode} ${text.slice(0, 300)}`));
          });
        },
      );
      sent.on('error', reject);
      sent.end(JSON.stringify(body));
    });
  }
}
