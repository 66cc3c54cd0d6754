import { contentHash } from '../../../kernel/canonical.ts';
import type { OutboxEntry, OutboxMessage } from '../../../kernel/ports/outbox.ts';
import type { Problem } from '../../../kernel/problem.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { outboxOf } from '../../../stores/sql/repositories/outbox.ts';
import type { Database } from '../../../stores/sql/tables/index.ts';
import type { ServerContext } from '../context.ts';
import { deliverOwed } from './deliver-owed.ts';
import { type AlarmMail, alarmMailIn, TELLING } from './mail-settings.ts';

const TOPIC = 'alarm-mail';

interface Receiver {
  /** What the outbox knows them by: an id of ours, or a hash of the address. */
  readonly id: string;
  readonly address: string;
}

/** People who hold one of the roles now, and the addresses beside them; each address once. */
async function receiversOf(
  db: Database,
  { roles, addresses }: AlarmMail,
  now: Date,
): Promise<readonly Receiver[]> {
  const people =
    roles.length === 0
      ? []
      : (
          await db
            .selectFrom('people')
            .select(['id', 'email', 'roles', 'endsAt'])
            .where('isActive', '=', true)
            .execute()
        ).filter(
          (one) =>
            (one.endsAt === null || one.endsAt > now) && roles.some((role) => one.roles.includes(role)),
        );
  const all = [
    ...people.map(({ id, email }) => ({ id, address: email })),
    ...addresses.map((address) => ({ id: nameOf(address), address })),
  ];
  return [...new Map(all.reverse().map((one) => [one.address.toLowerCase(), one])).values()];
}

const nameOf = (address: string): string => `address-${contentHash(address.toLowerCase()).slice(-16)}`;

/** Owes a mail to everybody who is told of alarms, in the transaction that raised one. The outbox holds no address. */
export async function oweMails(
  db: Database,
  context: Pick<ServerContext, 'sealer'>,
  { id, body }: Pick<OutboxMessage, 'id' | 'body'>,
  at: Date,
): Promise<void> {
  const { mail } = await alarmMailIn(db, context);
  if (TELLING.indexOf(body.action as AlarmMail['from']) < TELLING.indexOf(mail.from)) return;
  for (const receiver of await receiversOf(db, mail, at))
    await outboxOf(db).put({
      id: `${id}.mail.${receiver.id}`,
      topic: TOPIC,
      body: { ...body, to: receiver.id },
      createdAt: at,
    });
}

type Needed = Pick<ServerContext, 'store' | 'sealer' | 'clock' | 'origin' | 'mailer'>;

/**
 * Sends the mails of alarms that are owed; what fails is tried again for three days, and then kept as a dead letter. Gives
 * how many left; the problem is that of the last that did not.
 */
export const tellByMail = (context: Needed): Promise<Result<number, Problem>> =>
  deliverOwed(context, TOPIC, (entry, now) => tell(context, entry, now));

async function tell(context: Needed, entry: OutboxEntry, now: Date): Promise<Result<null, Problem>> {
  const receivers = await context.store.read(async (db) => {
    const { mail } = await alarmMailIn(db, context);
    return receiversOf(db, mail, now);
  });
  if (!receivers.ok) return receivers;
  const to = receivers.value.find(({ id }) => id === entry.body.to);
  // Whoever lost the role meanwhile, or is not to be told any more, is told nothing.
  if (to === undefined) return ok(null);
  return context.mailer.send({ to: to.address, language: 'en', ...words(entry.body, context.origin()) });
}

const DID: Readonly<Record<string, readonly [does: string, follows: string]>> = {
  warn: ['warns of', 'Nothing was stopped.'],
  review: ['asks for a review of', 'It is still sent. A review is open.'],
  pause: [
    'paused',
    'Nothing of it is sent until a reviewer lets it run again. An incident is open, and its clocks run.',
  ],
};

/** Of no person and no group: mail is forwarded, and inboxes are shared. */
function words(
  { use, monitor, action, afterSends }: OutboxMessage['body'],
  origin: string,
): { readonly subject: string; readonly text: string } {
  const [does, follows] = DID[String(action)] ?? ['says something of', ''];
  return {
    subject: `Scruple ${does} ${use}`,
    text: `Scruple ${does} the use ${use}: the monitor ${monitor}, after ${afterSends} sends.\n\n${follows}\n\nWhat was seen, and what to do:\n${origin}/uses/${use}/outcomes\n\nYou get this since an administrator named you, or your role, to be told of alarms.`,
  };
}
