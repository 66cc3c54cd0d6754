import { defineCheck } from '../../../../check/define.ts';
import type { Message, MessageBlock } from '../../../../check/facts/message.ts';
import type { Location } from '../../../../kernel/source-text.ts';

/** A price that comes back, or a trial that turns into one. */
const RECURRING =
  /\b(?:per|a|each|every) (?:month|year|week)\b|\/ ?(?:mo|month|yr|year)\b|\b(?:monthly|yearly|annual|auto-?renew\w*|(?:paid )?subscriptions?|free trial|trial (?:month|week))\b|\b(?:pro|im|jeden) (?:monat|jahr)\b|\b(?:monatlich|jährlich|abo|abonnement|probemonat|testphase|kostenlos testen)\b|\bpar (?:mois|an)\b|\/ ?mois\b|\b(?:mensuel\w*|essai gratuit)\b|\bal (?:mes|año)\b|\/ ?mes\b|\b(?:mensual(?:es)?|suscripción|prueba gratis)\b/iu;
const RENEWS =
  /\b(?:renews?|renewal|then (?:[€$£] ?\d|\d|just|only)|after (?:that|the trial|\d+ (?:days|months|weeks))|until (?:you )?cancel\w*|continues|no (?:commitment|obligation)|does not renew|ends by itself)\b|\b(?:verlängert|danach|anschließend|läuft weiter|endet automatisch)\b|\b(?:renouvel\w+|reconduit\w*|ensuite|puis \d|sans engagement)\b|\b(?:se renueva|renovación|después|luego \d|sin compromiso|sin permanencia)\b/iu;
const CANCELS =
  /\b(?:cancel\w*|terminate|stop (?:it )?(?:at )?any ?time|no (?:commitment|contract))\b|\b(?:kündig\w+|kündbar|beend\w+)\b|\b(?:résili\w+|annul\w+|sans engagement)\b|\b(?:cancel\w+|darse de baja|sin permanencia|sin compromiso)\b/iu;
const EXTRA =
  /\b(?:plus|excl(?:uding|\.)?|before|not including|\+) ?(?:applicable )?(?:fees?|tax(?:es)?|vat|shipping|postage|delivery|handling|booking fee|service charge)\b|\bzzgl\.? (?:versand\w*|mwst|gebühr\w*)\b|\b(?:hors taxes|frais (?:de (?:port|livraison|dossier) )?en sus)\b|\b(?:más|sin incluir) (?:iva|gastos(?: de envío)?)\b/iu;
const TOTAL =
  /\b(?:total|in all|all-in|including (?:all )?(?:fees|tax|vat|shipping|delivery)|incl\.|free (?:shipping|delivery))\b|\b(?:gesamt\w*|inkl\.|inklusive|insgesamt)\b|\b(?:ttc|tout compris|au total)\b|\b(?:iva incluido|en total|todo incluido)\b/iu;

export default defineCheck({
  id: 'msg-total-cost',
  step: 4,
  risk: 'manipulative-personalization',
  title: 'All costs, the renewal and the way out are said where something is sold',
  appliesTo: 'all',
  requiredFor: 'none',
  needs: ['card', 'messages', 'content'],
  reads: ['messages', 'terms'],
  gravity: 'review',
  decidedBy: 'person',
  norms: ['us-rosca', 'eu-ucpd-7', 'us-ftc-dark-patterns-2022', 'us-ca-auto-renewal', 'ours-total-cost'],
  advice: {
    'no-renewal': {
      what: 'The message sells something that recurs (“{quote}”) and does not say {lacking}.',
      why: 'People take the first price for the whole and find the rest on their bank statement.',
      instead: 'Say beside the price what it costs after that, when it renews, and how to stop it.',
    },
    footer: {
      what: 'The message sells something that recurs (“{quote}”) and says {lacking} in the footer alone.',
      why: 'Small print is read after the button, if at all.',
      instead: 'Move it beside the price, above the button.',
    },
    extra: {
      what: 'The price leaves out a cost that everyone must pay: “{quote}”.',
      why: 'A price that grows on the last page has used up the time in which people compare.',
      instead: 'Say the total that will be charged.',
    },
  },
  run({ facts, report }) {
    const { card } = facts.card;
    if (!facts.content.sells) return;
    for (const message of facts.messages.messages) {
      const shown = message.blocks.filter(({ role }) => role !== 'footer');
      const recurring =
        find(shown, RECURRING) ??
        (card.terms?.renews === undefined ? null : firstSale(message, facts.content));
      if (recurring !== null && isSoldIn(message, facts.content)) {
        const missing = lackingIn(shown);
        const everywhere = lackingIn(message.blocks);
        const evidence = [{ type: 'text', at: recurring.at, quote: recurring.quote }] as const;
        if (everywhere.length > 0)
          report({
            advice: 'no-renewal',
            with: { quote: recurring.quote, lacking: everywhere.join(' and ') },
            evidence,
          });
        else if (missing.length > 0)
          report({
            advice: 'footer',
            with: { quote: recurring.quote, lacking: missing.join(' and ') },
            evidence,
          });
      }
      const extra = find(message.blocks, EXTRA);
      if (extra !== null && find(message.blocks, TOTAL) === null)
        report({
          advice: 'extra',
          with: { quote: extra.quote },
          evidence: [{ type: 'text', at: extra.at, quote: extra.quote }],
        });
    }
  },
});

interface Quoted {
  readonly quote: string;
  readonly at: Location;
}

function find(blocks: readonly MessageBlock[], pattern: RegExp): Quoted | null {
  for (const { text, at } of blocks) {
    const found = pattern.exec(text);
    if (found !== null) return { quote: found[0], at: at(found.index, found.index + found[0].length) };
  }
  return null;
}

const lackingIn = (blocks: readonly MessageBlock[]): string[] => [
  ...(find(blocks, RENEWS) === null ? ['what follows'] : []),
  ...(find(blocks, CANCELS) === null ? ['how to stop it'] : []),
];

type Sales = Readonly<Record<'prices' | 'offers' | 'calls', readonly Quoted[]>>;

const salesIn = ({ file }: Message, content: Sales): Quoted[] =>
  [...content.prices, ...content.offers, ...content.calls].filter(({ at }) => at.file === file);
const firstSale = (message: Message, content: Sales): Quoted | null => salesIn(message, content)[0] ?? null;
const isSoldIn = (message: Message, content: Sales): boolean => salesIn(message, content).length > 0;
