import { defineCheck } from '../../../../check/define.ts';
import type { SensitiveCategory } from '../../../../kernel/categories.ts';
import { titlesOf } from '../../category-list.ts';
import { decidersOf } from '../../deciders.ts';
import { openPath } from '../../open-path.ts';
import { pressureOf } from '../../pressure.ts';
import { bodyText, cardText, type RiskyProduct, riskyProductsIn } from '../../product-words.ts';
import { tellUnread } from '../../unread-parts.ts';

export default defineCheck({
  id: 'seg-findistress',
  step: 3,
  risk: 'vulnerability-targeting',
  title: 'Nobody in debt or addicted is offered credit, gambling or what feeds the habit',
  appliesTo: 'all',
  needs: ['card', 'audience', 'dataMap', 'content', 'messages', 'models', 'paths'],
  reads: [
    'intent',
    'purpose',
    'kind',
    'goal',
    'benefit',
    'themes',
    'terms',
    'audience',
    'scores',
    'rules',
    'messages',
  ],
  gravity: 'block',
  decidedBy: 'rule',
  norms: ['eu-ai-act-5-1-b', 'fca-fg21-1', 'google-negative-financial-status', 'ours-financial-distress'],
  advice: {
    pushed: {
      what: '“{field}” chooses people by {traits}, and the use is about {product} (“{word}”).',
      why: 'Those who can least carry another debt or another loss are the likeliest to take it.',
      instead:
        'Leave these people out of this offer; tell them where they find free advice, and sell nothing with it.',
    },
    weighed: {
      gravity: 'review',
      what: '“{field}” weighs {traits} in a decision about {product} (“{word}”).',
      why: 'To ask whether someone can repay protects them; to find who will take any terms exploits them.',
      instead:
        'Show in a review that the field only lowers or withholds {product}, never raises or targets it.',
    },
    'spoken-of': {
      gravity: 'review',
      what: '“{field}” chooses people by {traits}, and the text speaks of {product} (“{word}”) without offering it.',
      why: 'A notice about a loan that runs is no offer of another one; only a reader can tell the two apart for sure.',
      instead: 'Name the duty or the help that this is, and keep every new product out of it.',
    },
    'on-path': {
      gravity: 'advise',
      what: '“{field}” chooses people by {traits} and the text speaks of {product}; this path is open: {path} ({because}).',
      why: 'A notice that is owed and help with debt must reach people; an offer beside it must not.',
      instead: 'Keep new credit, fees and upgrades out of it.',
    },
  },
  run({ facts, report, cannotTell }) {
    const { card } = facts.card;
    tellUnread(facts.audience, { cannotTell });
    const products = riskyProductsIn(`${cardText(card)}\n${bodyText(facts.messages.messages)}`);
    if (products.length === 0) return;
    const aims = riskyProductsIn(cardText(card));
    const isAbout = (product: RiskyProduct): boolean => aims.some((aim) => aim.product === product);
    const path = openPath(facts.paths);
    const pressed = pressureOf(card, facts.content) !== null;
    for (const { name: field, effect, sensitive, evidence } of decidersOf(facts)) {
      if (effect === 'spares') continue;
      for (const { product, word } of products) {
        const hurt = sensitive.filter((category) => HURTS[product].includes(category));
        if (hurt.length === 0) continue;
        const traits = titlesOf(hurt);
        if (path !== null && path.path !== 'asked for')
          report({
            advice: 'on-path',
            with: { field, traits, product, path: path.path, because: path.because },
            evidence,
          });
        else if (effect === 'judges')
          report({ advice: 'weighed', with: { field, traits, product, word }, evidence });
        else if (pressed || (path === null && (isAbout(product) || ONLY_OFFERED.test(word))))
          report({ advice: 'pushed', with: { field, traits, product, word }, evidence });
        else if (path === null)
          report({ advice: 'spoken-of', with: { field, traits, product, word }, evidence });
        break;
      }
    }
  },
});

/** Words in which nobody speaks of a loan that runs, nor of a game that is warned of. */
const ONLY_OFFERED =
  /^(?:instant|quick|cash|sofort)|free spins|freispiele|tours gratuits|tiradas gratis|microcr/i;

const MONEY: readonly SensitiveCategory[] = ['fin_distress', 'income_assistance', 'addiction'];
const HURTS: Record<RiskyProduct, readonly SensitiveCategory[]> = {
  credit: MONEY,
  'pay later': MONEY,
  gambling: [...MONEY, 'emotion'],
  'high-risk investment': [...MONEY, 'capability'],
  alcohol: ['addiction'],
};
