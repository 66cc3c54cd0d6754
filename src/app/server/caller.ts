import type { Person } from '../../playbook/5-oversight/people/person.ts';

/** Who asks: a person by session or key, or a machine by key. */
export interface Caller {
  readonly account: Person;
  /** In the table of people; `null` for a machine. */
  readonly personId: string | null;
  readonly is: 'person' | 'machine';
  readonly through: 'session' | 'key';
  /** Id of the session or key, never the secret itself. */
  readonly credential: string;
}

/** The credential as it came: the text after `Bearer`, or the cookies. */
export type Presented =
  | { readonly kind: 'none' }
  | { readonly kind: 'bearer'; readonly token: string }
  | { readonly kind: 'cookie'; readonly cookie: string };

/** Tells who asks, or `null` where the credential is not known, has ended or was revoked. */
export type Authenticate = (presented: Presented, now: Date) => Promise<Caller | null>;
