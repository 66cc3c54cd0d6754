import { betterAuth } from 'better-auth';
import { getMigrations } from 'better-auth/db/migration';
import { genericOAuth } from 'better-auth/plugins/generic-oauth';
import { type Problem, problem } from '../../../kernel/problem.ts';
import { fail, ok, type Result } from '../../../kernel/result.ts';
import type { Store } from '../../../stores/sql/store.ts';

export interface OidcSettings {
  /** Where the provider describes itself, as `https://login.harbor.example/.well-known/openid-configuration`. */
  readonly discoveryUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

export interface SignInOptions {
  readonly store: Store;
  readonly origin: () => string;
  /** At least 32 characters that nobody else knows; cookies are signed with it. */
  readonly secret: string;
  readonly oidc: OidcSettings | null;
  /** Whether somebody with this address was invited: nobody else gets in by a company's provider. */
  readonly isInvited: (email: string) => Promise<boolean>;
}

/** An answer of the library that goes to the browser as it is: where to, and which cookies. */
export interface BrowserAnswer {
  readonly location: string | null;
  readonly cookies: readonly string[];
}

export interface SignedInSession {
  readonly signInId: string;
  readonly session: string;
  readonly email: string;
  /** Whether the provider vouches for the address. */
  readonly isVerified: boolean;
}

/** What the sign-in library does for us: accounts, passwords, sessions, cookies, OpenID Connect. */
export interface SignIn {
  readonly hasOidc: boolean;
  /** Problems: `request.unauthenticated`, whatever of the two was wrong. */
  withPassword(
    email: string,
    password: string,
    cookie: string | null,
  ): Promise<Result<BrowserAnswer, Problem>>;
  sessionOf(cookie: string): Promise<SignedInSession | null>;
  /** Ends the session of the cookie; the answer takes the cookie away. */
  signOut(cookie: string): Promise<BrowserAnswer>;
  /** Takes an account out, with its sessions. */
  eraseAccount(signInId: string): Promise<void>;
  /** Takes out sessions and half-done sign-ins that ended before; gives how many. */
  removeEnded(before: Date): Promise<number>;
  /** Makes a local account, or gives an unfinished one a new password, and tells its id. */
  makeAccount(account: {
    readonly email: string;
    readonly name: string;
    readonly password: string;
  }): Promise<string>;
  /** Where the company's provider asks who somebody is. Problems: `sign-in.no-provider`. */
  startOidc(): Promise<Result<BrowserAnswer, Problem>>;
  /** Takes the answer of the provider. */
  finishOidc(pathAndQuery: string, cookie: string | null): Promise<BrowserAnswer>;
}

const PROVIDER = 'company';
const HOUR = 3600;

/** Makes the tables of the sign-in library in an empty store, as a restore needs them. */
export async function prepareSignIn(store: Store): Promise<void> {
  const settings = settingsOf({
    store,
    origin: () => 'http://127.0.0.1',
    secret: 'no session is made with this one',
    oidc: null,
    isInvited: async () => false,
  });
  await (await getMigrations(settings)).runMigrations();
}

/** Starts the sign-in library over our store and brings its tables forward. */
export async function createSignIn(options: SignInOptions): Promise<SignIn> {
  // Accounts that we make ourselves need no invitation.
  const making = new Set<string>();
  const settings = settingsOf({
    ...options,
    isInvited: async (email) => making.has(email.toLowerCase()) || options.isInvited(email),
  });
  await (await getMigrations(settings)).runMigrations();
  const auth = betterAuth(settings);
  const headersOf = (cookie: string | null): Headers =>
    new Headers({ origin: options.origin(), ...(cookie === null ? {} : { cookie }) });

  return {
    hasOidc: options.oidc !== null,
    async withPassword(email, password, cookie) {
      const answer = await auth.api.signInEmail({
        body: { email, password },
        headers: headersOf(null),
        asResponse: true,
      });
      if (!answer.ok) return fail(wrong());
      // Whoever planted a session before the sign-in is left with nothing.
      if (cookie !== null) await endSession(cookie);
      return ok(browserAnswer(answer));
    },
    async sessionOf(cookie) {
      const found = await auth.api.getSession({ headers: headersOf(cookie) });
      if (found === null) return null;
      const { user, session } = found;
      return { signInId: user.id, session: session.id, email: user.email, isVerified: user.emailVerified };
    },
    async signOut(cookie) {
      return browserAnswer(await auth.api.signOut({ headers: headersOf(cookie), asResponse: true }));
    },
    async eraseAccount(signInId) {
      const { internalAdapter } = await auth.$context;
      await internalAdapter.deleteUserSessions(signInId);
      await internalAdapter.deleteAccounts(signInId);
      await internalAdapter.deleteUser(signInId);
    },
    async removeEnded(before) {
      const { adapter } = await auth.$context;
      const ended = [{ field: 'expiresAt', operator: 'lt' as const, value: before }];
      const sessions = await adapter.deleteMany({ model: 'session', where: ended });
      return sessions + (await adapter.deleteMany({ model: 'verification', where: ended }));
    },
    async makeAccount({ email, name, password }) {
      const { internalAdapter, password: passwords } = await auth.$context;
      const hash = await passwords.hash(password);
      const there = await internalAdapter.findUserByEmail(email, { includeAccounts: true });
      if (there !== null) {
        if (there.accounts.some(({ providerId }) => providerId === 'credential'))
          await internalAdapter.updatePassword(there.user.id, hash);
        else await addPassword(there.user.id, hash);
        return there.user.id;
      }
      making.add(email.toLowerCase());
      try {
        const made = await internalAdapter.createUser(
          { email, name, emailVerified: true },
          { method: 'email-password' },
        );
        await addPassword(made.id, hash);
        return made.id;
      } finally {
        making.delete(email.toLowerCase());
      }
    },
    async startOidc() {
      if (options.oidc === null) return fail(noProvider());
      const answer = await auth.api.signInSocial({
        body: {
          provider: PROVIDER,
          callbackURL: '/',
          errorCallbackURL: '/auth/failed',
          disableRedirect: true,
        },
        headers: headersOf(null),
        asResponse: true,
      });
      if (!answer.ok) return fail(noProvider());
      const { url } = (await answer.json()) as { url?: string };
      return ok({ location: url ?? null, cookies: answer.headers.getSetCookie() });
    },
    async finishOidc(pathAndQuery, cookie) {
      return browserAnswer(
        await auth.handler(
          new Request(new URL(pathAndQuery, options.origin()), { headers: headersOf(cookie) }),
        ),
      );
    },
  };

  async function addPassword(userId: string, password: string): Promise<void> {
    const { internalAdapter } = await auth.$context;
    await internalAdapter.linkAccount({ userId, providerId: 'credential', accountId: userId, password });
  }

  async function endSession(cookie: string): Promise<void> {
    const found = await auth.api.getSession({ headers: headersOf(cookie) });
    if (found !== null) await (await auth.$context).internalAdapter.deleteSession(found.session.token);
  }
}

function settingsOf({ store, origin, secret, oidc, isInvited }: SignInOptions) {
  const isSecure = origin().startsWith('https:');
  return {
    // The library asks for tables of its own in our schema, under names of ours.
    database: { db: store.plain as never, type: 'postgres' as const },
    user: { modelName: 'sign_in_users' },
    session: {
      modelName: 'sign_in_sessions',
      expiresIn: 12 * HOUR,
      updateAge: HOUR,
      cookieCache: { enabled: false },
    },
    account: {
      modelName: 'sign_in_accounts',
      encryptOAuthTokens: true,
      accountLinking: { enabled: true, trustedProviders: [PROVIDER], updateUserInfoOnLink: false },
    },
    verification: { modelName: 'sign_in_verifications', storeIdentifier: 'hashed' as const },
    appName: 'scruple',
    baseURL: origin(),
    basePath: '/auth',
    secret,
    trustedOrigins: () => [origin()],
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD.minimum,
      maxPasswordLength: PASSWORD.maximum,
    },
    // Attempts are limited in front of the library, per account too; what it says could name people.
    rateLimit: { enabled: false },
    logger: { disabled: true },
    telemetry: { enabled: false },
    advanced: {
      cookiePrefix: 'scruple',
      useSecureCookies: isSecure,
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax' as const, path: '/' },
      ipAddress: { disableIpTracking: true },
    },
    databaseHooks: {
      user: {
        create: {
          before: async (user: { email: string }) => ((await isInvited(user.email)) ? undefined : false),
        },
      },
      // Who somebody is was asked and answered: what the provider gave beside that is not kept.
      account: { create: { before: withoutTokens }, update: { before: withoutTokens } },
    },
    plugins:
      oidc === null
        ? []
        : [
            genericOAuth({
              config: [
                {
                  providerId: PROVIDER,
                  discoveryUrl: oidc.discoveryUrl,
                  clientId: oidc.clientId,
                  clientSecret: oidc.clientSecret,
                  scopes: ['openid', 'email', 'profile'],
                  pkce: true,
                  requireIdTokenVerification: true,
                },
              ],
            }),
          ],
  };
}

const withoutTokens = async <A extends object>(account: A) => ({
  data: { ...account, accessToken: null, refreshToken: null, idToken: null },
});

/** Lengths of a password, in characters. No other rule: they make passwords worse. */
export const PASSWORD = { minimum: 12, maximum: 128 } as const;

const browserAnswer = (answer: Response): BrowserAnswer => ({
  location: answer.headers.get('location'),
  cookies: answer.headers.getSetCookie(),
});

const wrong = (): Problem =>
  problem(
    'request.unauthenticated',
    'address and password do not belong together',
    'check both, or ask an administrator for a new link',
  );
const noProvider = (): Problem =>
  problem(
    'sign-in.no-provider',
    'no provider of sign-ins can be asked',
    'sign in with a password, or set SCRUPLE_OIDC_DISCOVERY_URL',
  );
