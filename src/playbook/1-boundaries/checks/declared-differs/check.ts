import { defineCheck } from '../../../../check/define.ts';
import type { AudiencePart } from '../../../../check/facts/audience.ts';
import type { ContentFact } from '../../../../check/facts/content.ts';
import type { Evidence } from '../../../../kernel/evidence.ts';
import { coversJurisdiction } from '../../../../kernel/jurisdiction.ts';
import { jurisdictionOf } from './countries.ts';

export default defineCheck({
  id: 'declared-differs',
  step: 1,
  risk: null,
  title: 'What the card declares is what is seen',
  appliesTo: 'all',
  needs: ['card', 'settings', 'audience', 'content', 'claims', 'paths'],
  reads: ['intent', 'jurisdictions', 'audience', 'claims', 'owner'],
  gravity: 'review',
  decidedBy: 'rule',
  norms: ['ours-declared-as-seen'],
  advice: {
    intent: {
      what: 'The card says `intent: {intent}`, and the content is there to {seen} (“{quote}”).',
      why: 'Milder rules hold for help and information; they are not there for a sale.',
      instead: 'Declare what the content does, or take it out of the content.',
    },
    jurisdictions: {
      what: 'The audience is in {place} (`{field}`), which the card does not name.',
      why: 'The law of the place where people live protects them, whatever the card says.',
      instead: 'Add `{place}` to `jurisdictions`, or leave these people out.',
    },
    'own-fact': {
      what: 'The claim “{quote}” rests on the fact `{fact}`, which the owner of the use owns.',
      why: 'Whoever wants to send would vouch for what is sent.',
      instead: 'Let somebody else own the fact: those who set the price, count the stock or end the offer.',
    },
    'reads-no-table': {
      what: 'The definition `{file}` reads no table.',
      why: 'Nobody can see from it who is reached.',
      instead: 'Write the selection as it runs, from the tables that it reads.',
    },
  },
  run({ facts, report, cannotTell }) {
    const { card, at } = facts.card;
    const declared = card.intent;
    const seen = wanted(facts.content);
    if (declared !== undefined && MILD.has(declared) && seen !== null && !facts.paths.owed.open) {
      const own: Evidence = { type: 'field', at: at('/intent'), pointer: '/intent', value: declared };
      const { intent, quote, place } = seen;
      const evidence: [Evidence, ...Evidence[]] =
        place === null ? [own] : [{ type: 'text', at: place, quote }, own];
      report({ advice: 'intent', with: { intent: declared, seen: intent, quote }, evidence });
    }

    const jurisdictions = card.jurisdictions ?? facts.settings.jurisdictions;
    const told = new Set<string>();
    for (const { field, value, place, at: where } of countries(facts.audience.parts)) {
      if (jurisdictions.some((one) => coversJurisdiction(place, one)) || told.has(place)) continue;
      told.add(place);
      report({
        advice: 'jurisdictions',
        with: { place, field },
        evidence: [
          { type: 'field', at: where, pointer: '/audience', value },
          { type: 'field', at: at('/jurisdictions'), pointer: '/jurisdictions', value: jurisdictions },
        ],
      });
    }

    for (const { quote, at: where, factName, ownedByUse } of facts.claims.claims) {
      if (!ownedByUse || factName === null) continue;
      report({
        advice: 'own-fact',
        with: { quote, fact: factName },
        evidence: [{ type: 'text', at: where, quote }],
      });
    }

    for (const { reading, pointer, whole } of facts.audience.parts) {
      if (!reading.assessed) cannotTell(`${pointer}: whom it reaches, as it could not be read`);
      else if (reading.format === 'sql' && reading.fields.length === 0 && reading.unresolved.length === 0)
        report({
          advice: 'reads-no-table',
          with: { file: reading.file ?? pointer },
          evidence: [{ type: 'field', at: whole, pointer, value: reading.file }],
        });
    }
  },
});

/** Intents under which milder rules hold. */
const MILD: ReadonlySet<string> = new Set(['inform', 'support', 'protect']);

/** What the content wants of people, where it wants something that no mild intent would explain. */
function wanted({ seenIntents, sells, offers, prices, calls }: ContentFact) {
  if (!sells && (seenIntents.length === 0 || seenIntents.some((intent) => MILD.has(intent)))) return null;
  const shown =
    offers[0] ??
    calls.find(({ does }) => does !== 'read' && does !== 'help' && does !== 'unsubscribe') ??
    prices[0];
  const intent = sells ? 'sell' : seenIntents[0]!;
  return { intent, quote: shown?.quote ?? intent, place: shown?.at ?? null };
}

function countries(parts: readonly AudiencePart[]) {
  return parts
    .filter(({ part }) => part !== 'exclude')
    .flatMap(({ reading }) => reading.fields)
    .filter(({ role }) => role !== 'output' && role !== 'exclude')
    .flatMap(({ field, jsonPath, values, at }) =>
      values.flatMap((value) => {
        const place = jurisdictionOf(jsonPath ?? field, value);
        return place === null ? [] : [{ field, value, place, at }];
      }),
    );
}
