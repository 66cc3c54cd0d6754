import type { CardFact, ClaimBinding } from '../../../check/facts/card.ts';
import type { Claim, ClaimsFact } from '../../../check/facts/claim.ts';
import type { Message, Wording } from '../../../check/facts/message.ts';
import type { Problem } from '../../../kernel/problem.ts';
import { normalise } from '../wording/normalise.ts';
import { askFact, type FactAnswer } from './ask-fact.ts';
import type { ClaimPorts } from './claim-ports.ts';
import type { DeadlineHistory } from './deadline-history.ts';
import { judgeClaim, NOUNS, type Statement } from './judge-claim.ts';
import { type BoundClaim, matchClaims, topicOf } from './match-claims.ts';
import { type MovedFrom, movedFrom, type SaidDeadline } from './moved-deadline.ts';
import type { NamedFact, NamedFacts } from './named-facts.ts';
import { restartsForEach } from './restarts.ts';
import { type SentenceFinder, sentenceFinder } from './sentence-finder.ts';

export interface BindClaimsInput {
  readonly card: CardFact;
  readonly messages: readonly Message[];
  readonly wordings: readonly Wording[];
  readonly namedFacts: NamedFacts;
  readonly ports: ClaimPorts;
  readonly now: Date;
  /** At the send a weekday means the coming one; at the plan the day of the send is not known. Default `plan`. */
  readonly moment?: 'plan' | 'send';
  /** What other uses say of the end of the same offers. */
  readonly saidElsewhere?: readonly SaidDeadline[];
}

/**
 * Recognises the claims of a use, binds them through the card to named facts, and compares. The same at the plan and at
 * the send; nothing but the ports is asked, and each fact once.
 * Problems: those of the facts that did not answer, each at its place in facts.yaml.
 */
export async function bindClaims(
  input: BindClaimsInput,
): Promise<{ readonly value: ClaimsFact; readonly problems: readonly Problem[] }> {
  const { card, namedFacts, ports, now } = input;
  const bindings = card.card.claims ?? [];
  const bound = matchClaims(input.messages, input.wordings, bindings, namedFacts);
  const history = await historyOf(bindings, namedFacts, ports);
  const answers = await answersOf(bound, bindings, namedFacts, ports, now);
  const sentenceAt = sentenceFinder();
  const claims = bound.map((claim) => {
    const binding = claim.binding === null ? undefined : bindings[claim.binding];
    const fact = binding === undefined ? undefined : namedFacts.get(binding.fact);
    const statement = statementOf(claim, sentenceAt);
    const judged = judge(
      claim,
      statement,
      binding,
      fact,
      binding && answers.get(binding.fact),
      history,
      input,
    );
    return toClaim(claim, binding, fact, judged, card.card.owner);
  });
  const problems = [...answers.values()].flatMap((answer) =>
    answer.type === 'unknown' && answer.problem !== null ? [answer.problem] : [],
  );
  const unused = bindings.flatMap((entry, index) =>
    bound.some(({ binding }) => binding === index)
      ? []
      : [
          {
            index,
            says: entry.says,
            topic: topicOf(entry, namedFacts.get(entry.fact), entry.says),
            at: card.at(`/claims/${index}/says`),
          },
        ],
  );
  return { value: { claims, unused, historyRead: history?.read ?? false }, problems };
}

async function historyOf(
  bindings: readonly ClaimBinding[],
  namedFacts: NamedFacts,
  ports: ClaimPorts,
): Promise<DeadlineHistory | null> {
  const hasDeadline = bindings.some(({ fact }) => namedFacts.get(fact)?.type === 'deadline');
  return hasDeadline && ports.asksFacts ? ports.deadlines() : null;
}

async function answersOf(
  bound: readonly BoundClaim[],
  bindings: readonly ClaimBinding[],
  namedFacts: NamedFacts,
  ports: ClaimPorts,
  now: Date,
): Promise<ReadonlyMap<string, FactAnswer>> {
  const names = new Set(bound.flatMap(({ binding }) => (binding === null ? [] : [bindings[binding]!.fact])));
  const asked = [...names].flatMap((name) => {
    const fact = namedFacts.get(name);
    return fact === undefined ? [] : [askFact(fact, ports, now).then((answer) => [name, answer] as const)];
  });
  return new Map(await Promise.all(asked));
}

type State = { readonly state: Claim['state']; readonly because: string; readonly history?: MovedFrom };

function judge(
  claim: BoundClaim,
  statement: Statement,
  binding: ClaimBinding | undefined,
  fact: NamedFact | undefined,
  answer: FactAnswer | undefined,
  history: DeadlineHistory | null,
  input: BindClaimsInput,
): State {
  const restarts = statement.topic === 'deadline' ? restartsForEach(claim, statement.sentence) : null;
  if (restarts !== null && (binding !== undefined || claim.isTimer))
    return {
      state: 'moved',
      because: `the deadline restarts for each recipient: \`${restarts.slice(0, 120)}\``,
    };
  if (binding === undefined)
    return {
      state: 'unbound',
      because: `the message speaks of ${NOUNS[claim.topic]}, and no entry of \`claims\` binds it`,
    };
  if (fact === undefined || answer === undefined)
    return { state: 'unknown', because: `facts.yaml has no fact \`${binding.fact}\`` };
  if (answer.type === 'unknown') return { state: 'unknown', because: answer.because };
  const judged = judgeClaim(statement, {
    fact: fact.name,
    answer,
    expect: binding.expect,
    currency: fact.type === 'price-history' ? (fact.currency ?? null) : null,
    now: input.now,
    moment: input.moment ?? 'plan',
  });
  if (answer.type !== 'deadline' || judged.state === 'passed' || judged.state === 'unknown') return judged;
  const moved = movedFrom(fact, answer.deadline, history, input.namedFacts, input.saidElsewhere ?? []);
  return moved.length === 0
    ? judged
    : {
        state: 'moved',
        because: `the end of this offer was also given as ${moved[0]!.value}`,
        history: moved,
      };
}

/** What is said, with the sentence around it. */
function statementOf(
  { block, start, end, quote, topic, said, isTimer }: BoundClaim,
  sentenceAt: SentenceFinder,
): Statement {
  const sentence = block === null ? undefined : sentenceAt(block, start);
  const around =
    block === null || sentence === undefined
      ? quote
      : block.text.slice(sentence.start, Math.max(sentence.end, end));
  return isTimer
    ? { topic, words: '', sentence: '', holes: {} }
    : { topic, words: normalise(quote).text, sentence: normalise(around).text, holes: said?.holes ?? {} };
}

function toClaim(
  claim: BoundClaim,
  binding: ClaimBinding | undefined,
  fact: NamedFact | undefined,
  { state, because, history }: State,
  owner: string | undefined,
): Claim {
  const same = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();
  return {
    topic: claim.topic,
    quote: claim.quote,
    at: claim.at,
    binding: claim.binding,
    factName: binding?.fact ?? null,
    offer: fact !== undefined && 'offer' in fact ? (fact.offer ?? null) : null,
    state,
    because,
    history: (history ?? []).map(({ value, where }) => ({ value, where })),
    ownedByUse: owner !== undefined && fact?.owner !== undefined && same(fact.owner, owner),
  };
}
