/** What is known of a use by its last version, as far as uses are pooled by it. */
export interface PoolFacts {
  readonly owner: string;
  /** The card as it was pushed. */
  readonly card: unknown;
  readonly files: ReadonlyArray<{ readonly path: string; readonly hash: string }>;
  /** Checks that found something in it. */
  readonly checks: readonly string[];
}

/** What uses are pooled by, with what they share, as a group of a stream: `{ "pool-owner": "…" }`. */
export type Pool = Readonly<Record<string, string>>;

/**
 * The pools that a use belongs to: its owner; the channel, where it has one alone; where its audience is defined; each
 * message whose very text it shares; each technique that a check found. What the card does not tell is not pooled: a
 * family that is guessed would blame one use for another.
 */
export function poolsOf({ owner, card, files, checks }: PoolFacts): readonly Pool[] {
  const { channels, audience, messages } = (card ?? {}) as Card;
  const [channel, ...others] = Array.isArray(channels) ? channels : [];
  const definedBy = audience?.defined_by;
  const paths = new Set(
    (Array.isArray(messages) ? messages : []).map((one) => (typeof one === 'string' ? one : one?.file)),
  );
  const templates = files.filter(
    ({ path }) => paths.has(path) || [...paths].some((one) => path.endsWith(`/${one}`)),
  );
  return [
    { 'pool-owner': owner },
    ...(typeof channel === 'string' && others.length === 0 ? [{ 'pool-channel': channel }] : []),
    ...(typeof definedBy === 'string' ? [{ 'pool-audience': definedBy }] : []),
    ...[...new Set(templates.map(({ hash }) => hash))].map((hash) => ({ 'pool-template': hash })),
    ...[...new Set(checks.filter((check) => check.startsWith('msg-')))].map((check) => ({
      'pool-technique': check,
    })),
  ];
}

interface Card {
  readonly channels?: unknown;
  readonly audience?: { readonly defined_by?: unknown } | null;
  readonly messages?: ReadonlyArray<string | { readonly file?: string } | null> | unknown;
}
