import type { DetailedError, PolicyJson } from '@cedar-policy/cedar-wasm/nodejs';
import { contentHash } from '../../../kernel/canonical.ts';
import { isNormId, NORM_IDS } from '../../../kernel/norms/index.ts';
import { nearest, type Problem, problem } from '../../../kernel/problem.ts';
import type { Location, SourceText } from '../../../kernel/source-text.ts';
import type { DeclaredPurpose } from '../../../kernel/taxonomy/purpose-line.ts';
import { type Cedar, loadCedar } from './cedar.ts';
import { checkLiterals } from './check-literals.ts';
import { type CedarToken, type PolicyText, splitPolicies } from './split-policies.ts';
import { cedarSchema } from './use-attributes.ts';

/** Cedar recurses on the stack of its WebAssembly: a longer or deeper policy could end the process (measured at 320, 80). */
const MAXIMUM_TOKENS = 400;
const MAXIMUM_DEPTH = 24;
const MAXIMUM_CHARACTERS = 20_000;
/** Cedar writes out whole record types. */
const LONGEST_MESSAGE = 200;

/** A policy that is in force. */
export interface Boundary {
  readonly id: string;
  readonly effect: 'forbid' | 'permit';
  readonly because: string;
  readonly instead: string;
  readonly norms: readonly string[];
  readonly at: Location;
  /** As Cedar reads it, and without comments and layout, as it is hashed. */
  readonly text: string;
  readonly canonical: string;
}

/** The boundaries of a workspace, ready to be asked. Their order means nothing. */
export interface Boundaries {
  readonly all: readonly Boundary[];
  /** `null` where there are none. */
  readonly cedar: Cedar | null;
  /** Name of the parsed set inside Cedar; the same texts have the same name. */
  readonly setName: string;
  /** Policies and files that could not be read, with the reason: nobody can tell what they forbid. */
  readonly unread: readonly UnreadBoundary[];
}

/** A policy, by its id or place, or a whole file that could not be read. */
export interface UnreadBoundary {
  readonly id: string;
  readonly because: string;
}

export interface BoundariesReading {
  readonly boundaries: Boundaries;
  readonly problems: readonly Problem[];
}

/**
 * Reads and validates every policy of the `.cedar` files. `purposes` are those that scruple.yaml declares. A policy that
 * cannot be parsed or validated is a Problem and not in force; one without its own id is in force under its place, for
 * a forbidding rule is not lost over a name. Problems: `boundary.*`.
 */
export async function readBoundaries(
  sources: readonly SourceText[],
  purposes: readonly DeclaredPurpose[] = [],
): Promise<BoundariesReading> {
  const inOrder = [...sources].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
  const policies = inOrder.flatMap(splitPolicies);
  if (policies.length === 0)
    return { boundaries: { all: [], cedar: null, setName: '', unread: [] }, problems: [] };

  const cedar = await loadCedar();
  const problems: Problem[] = [];
  const all: Boundary[] = [];
  const firstById = new Map<string, Location>();
  const unread: UnreadBoundary[] = [];
  const parsed = policies.flatMap((policy) => {
    const json = parse(cedar, policy, problems);
    if (json === null) unread.push(unreadPolicy(policy));
    return json === null ? [] : [{ policy, json }];
  });
  const invalid = validate(
    cedar,
    parsed.map(({ policy }) => policy),
  );
  for (const [index, { policy, json }] of parsed.entries()) {
    const error = invalid.get(String(index));
    if (error !== undefined) {
      problems.push(error);
      unread.push(unreadPolicy(policy));
      continue;
    }
    problems.push(...checkLiterals(policy, json, purposes));
    const boundary = toBoundary(policy, json, problems);
    const first = firstById.get(boundary.id);
    if (first === undefined) firstById.set(boundary.id, boundary.at);
    else problems.push(duplicate(boundary, first));
    all.push(boundary);
  }
  return { boundaries: { ...prepare(cedar, all), unread }, problems };
}

/** Ids and texts of the boundaries in force, sorted: part of the content hash of every use. */
export const boundaryTexts = ({
  all,
}: Boundaries): ReadonlyArray<{ readonly id: string; readonly text: string }> =>
  all
    .map(({ id, canonical }) => ({ id, text: canonical }))
    .sort((a, b) => (`${a.id}\n${a.text}` < `${b.id}\n${b.text}` ? -1 : 1));

/** The key of a boundary inside Cedar; unlike ids, places are unique whatever people write. */
export const keyOf = ({ at }: Boundary): string => `${at.file}:${at.line}:${at.column}`;

function unreadPolicy(policy: PolicyText): UnreadBoundary {
  const { file, line } = lineOf(policy);
  return { id: `${file}:${line}`, because: 'the policy could not be read' };
}

function prepare(cedar: Cedar, all: readonly Boundary[]): Omit<Boundaries, 'unread'> {
  const staticPolicies: Record<string, string> = {};
  for (const boundary of all) staticPolicies[keyOf(boundary)] = boundary.text;
  const setName = contentHash(staticPolicies);
  // Nothing is permitted by Cedar itself; that whatever no boundary forbids may be done is our rule.
  cedar.preparsePolicySet(setName, { staticPolicies });
  return { all, cedar, setName };
}

function parse(cedar: Cedar, policy: PolicyText, problems: Problem[]): PolicyJson | null {
  const isHeavy = ({ type, start, end }: CedarToken): boolean =>
    type !== 'string' && policy.source.text.slice(start, end) !== ',';
  const weight = policy.tokens.filter(isHeavy).length;
  if (weight > MAXIMUM_TOKENS || policy.depth > MAXIMUM_DEPTH || policy.text.length > MAXIMUM_CHARACTERS) {
    const message = `the policy is longer than ${MAXIMUM_TOKENS} words and signs, or nests deeper than ${MAXIMUM_DEPTH} levels`;
    problems.push(problem('boundary.invalid', message, 'split it into several policies', lineOf(policy)));
    return null;
  }
  try {
    const parsed = cedar.policyToJson(policy.text);
    if (parsed.type === 'success') return parsed.json;
    problems.push(...parsed.errors.map((error) => toProblem(policy, error)));
  } catch {
    problems.push(gaveUp(policy));
  }
  return null;
}

/** The first error of each policy, by its index. All are validated in one call: reading the schema takes most of the time. */
function validate(cedar: Cedar, policies: readonly PolicyText[]): ReadonlyMap<string, Problem> {
  const staticPolicies = Object.fromEntries(policies.map(({ text }, index) => [String(index), text]));
  const problems = new Map<string, Problem>();
  const refuseAll = (): void =>
    policies.forEach((policy, index) => void problems.set(String(index), gaveUp(policy)));
  try {
    const answer = cedar.validate({ schema: cedarSchema(), policies: { staticPolicies } });
    if (answer.type === 'failure') refuseAll();
    else {
      for (const { policyId, error } of [...answer.validationErrors, ...answer.validationWarnings])
        if (!problems.has(policyId)) problems.set(policyId, toProblem(policies[Number(policyId)]!, error));
    }
  } catch {
    refuseAll();
  }
  return problems;
}

const gaveUp = (policy: PolicyText): Problem =>
  problem('boundary.invalid', 'Cedar gave up on the policy', 'write it shorter and flatter', lineOf(policy));

function toProblem(policy: PolicyText, error: DetailedError): Problem {
  const span = error.sourceLocations?.[0];
  const message = error.message
    .replace(/^failed to parse policy (with id `[^`]*` )?from string: /, '')
    .replace(/^for policy `[^`]*`, /, '')
    .split('\n')[0]!
    .slice(0, LONGEST_MESSAGE);
  const meant = /^did you mean (`[^`]+`)\?$/.exec(error.help ?? '')?.[1];
  const hint =
    meant !== undefined
      ? `write ${meant}`
      : error.help?.startsWith('try ')
        ? error.help
        : typeof span?.label === 'string'
          ? `mend the policy here: ${span.label}`
          : 'mend the policy at this place';
  return problem(
    'boundary.invalid',
    message,
    hint,
    span === undefined ? lineOf(policy) : placeOf(policy, span.start, span.end),
  );
}

/** Cedar counts UTF-8 bytes from the start of the policy. */
function placeOf({ source, start }: PolicyText, from: number, to: number): Location {
  const before = new TextEncoder().encode(source.text.slice(0, start)).length;
  return source.location(before + from, before + to, 'utf8');
}

const lineOf = ({ source, start, text }: PolicyText): Location =>
  source.location(start, start + text.split('\n')[0]!.trimEnd().length);

function toBoundary(policy: PolicyText, json: PolicyJson, problems: Problem[]): Boundary {
  const at = lineOf(policy);
  const written = json.annotations ?? {};
  const id = written.id?.trim() ?? '';
  if (id === '')
    problems.push(problem('boundary.missing-id', 'the policy has no `@id`', 'add `@id("…")` before it', at));
  const norms = (written.norms ?? '').split(/[\s,;]+/).filter((word) => word !== '');
  for (const word of norms.filter((word) => !isNormId(word))) {
    const near = nearest(word, NORM_IDS);
    const hint = near === undefined ? 'use an id of the norms table' : `write \`${near}\``;
    problems.push(
      problem(
        'boundary.unknown-norm',
        `\`${word}\` is no norm that is known`,
        hint,
        annotationAt(policy, 'norms') ?? at,
      ),
    );
  }
  return {
    id: id === '' ? `${at.file}:${at.line}` : id,
    effect: json.effect,
    because: written.because ?? '',
    instead: written.instead ?? '',
    norms: norms.filter(isNormId),
    at,
    text: policy.text,
    canonical: policy.canonical,
  };
}

function annotationAt({ source, tokens }: PolicyText, name: string): Location | null {
  const index = tokens.findIndex(
    (token, position) =>
      source.text.slice(token.start, token.end) === name &&
      source.text[tokens[position - 1]?.start ?? -1] === '@',
  );
  const value = tokens.slice(index + 1).find(({ type }) => type === 'string');
  return index === -1 || value === undefined ? null : source.location(value.start, value.end);
}

const duplicate = (boundary: Boundary, first: Location): Problem =>
  problem(
    'boundary.duplicate-id',
    `the id \`${boundary.id}\` is taken`,
    `choose another id; ${first.file}:${first.line} has this one`,
    boundary.at,
  );
