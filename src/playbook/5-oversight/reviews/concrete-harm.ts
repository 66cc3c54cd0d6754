import { type Problem, problem } from '../../../kernel/problem.ts';
import { fail, ok, type Result } from '../../../kernel/result.ts';
import type { Harm, ReviewSubject } from './review.ts';

/** Names nobody that one could picture, in the languages that reviewers write here. */
const NOBODY = words(
  'all|anybody|anyone|everybody|everyone|na|nobody|none|no one|people|person|persons|some|somebody|someone|someone else|them|they|tbd|unknown|user|users|customer|customers|the customer|the customers|all customers|our customers|alle|jeder|jemand|keiner|niemand|kunde|kunden|leute|menschen|personne|tout le monde|clients|les clients|des gens|nadie|todos|clientes|la gente',
);
/** Says of no harm what it is. */
const NOTHING = words(
  'bad|bad thing|bad things|damage|fine|harm|harms|it harms|no|no harm|no harm seen|none|nothing|nothing bad|na|not applicable|ok|okay|risk|risks|some harm|some risk|tbd|unknown|yes|kein|keine|keiner|nichts|schaden|risiko|aucun|aucune|rien|risque|nada|ninguno|ninguna|riesgo|see above|see finding|see findings|as above|same',
);

/**
 * Holds a harm to "one concrete harm, and to whom". No length is asked for, as lengths are filled with padding; refused
 * is what names nobody in particular, says no harm at all, or repeats the tool, which would show that nobody thought.
 * Problems: `review.not-concrete`.
 */
export function concreteHarm(harm: Harm, subject: Pick<ReviewSubject, 'findings'>): Result<Harm, Problem> {
  const [whom, what] = [plain(harm.whom), plain(harm.harm)];
  if (whom === '' || NOBODY.has(whom))
    return vague(
      'the harm names nobody in particular',
      'name who could be hurt, as one would describe a neighbour',
    );
  if (what === '' || NOTHING.has(what) || what === whom)
    return vague('the harm does not say what would happen', 'say what would happen to them');
  const isEcho = subject.findings.some(({ says }) => says.some((sentence) => plain(sentence) === what));
  if (isEcho)
    return vague('the harm repeats a finding word for word', 'say in your own words what would happen');
  return ok(harm);
}

const vague = (message: string, hint: string): Result<never, Problem> =>
  fail(problem('review.not-concrete', message, hint));

/** Letters and digits in lower case, one space between words, so that punctuation makes no difference. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’/]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split('|'));
}
