import { defineCheck } from '../../../../check/define.ts';
import type { AudienceFact } from '../../../../check/facts/audience.ts';
import type { PathsFact } from '../../../../check/facts/paths.ts';
import {
  categoryTitle,
  isSpecial,
  isVulnerability,
  type SensitiveCategory,
} from '../../../../kernel/categories.ts';
import type { Technique } from '../../../../kernel/vocabulary.ts';
import { isRefusal } from '../../wording/refusal.ts';
import { wordingGaps } from '../../wording/wording-gaps.ts';

const SEEN: Partial<Record<Technique, string>> = { fear: 'frighten', shame: 'shame', guilt: 'blame' };
const WHAT = 'The words “{quote}” {verb} the reader.';
const WHY = 'Fear, shame and guilt decide faster than reason and stay after the message is gone.';

export default defineCheck({
  id: 'msg-fear-shame',
  step: 4,
  risk: 'manipulative-personalization',
  title: 'Messages do not work by fear, shame or guilt',
  appliesTo: 'all',
  requiredFor: ['campaign', 'journey', 'offer', 'outreach', 'assistant'],
  needs: ['wording', 'audience', 'paths'],
  reads: ['messages', 'audience'],
  withoutCard: true,
  gravity: 'review',
  decidedBy: 'person',
  norms: [
    'eu-ai-act-5-1-a',
    'eu-ai-act-5-1-b',
    'eu-ucpd-8',
    'eu-ucpd-9',
    'meta-health-ads',
    'ours-no-fear-or-shame',
  ],
  advice: {
    'to-anyone': { what: WHAT, why: WHY, instead: '{instead}' },
    'to-vulnerable': {
      gravity: 'block',
      what: 'The words “{quote}” {verb} the reader, and the audience is chosen by {category}.',
      why: 'People are told to be afraid of the very thing that they were picked for; that is where such words do most harm.',
      instead: '{instead}',
    },
    'to-vulnerable-on-path': {
      what: 'The words “{quote}” {verb} the reader, and the audience is chosen by {category}; {because}.',
      why: 'A hard message may be owed to these people; it still must not frighten more than the matter does.',
      instead: '{instead}',
    },
    'on-path': {
      gravity: 'advise',
      what: 'The words “{quote}” may {verb} the reader; {because}.',
      why: 'A warning helps when it says what to do, and harms when it only alarms.',
      instead: '{instead}',
    },
    'may-press': {
      what: 'The words “{quote}” look as if they {verb} the reader; the classifier alone says so.',
      why: WHY,
      instead: '{instead}',
    },
  },
  run({ facts, report, cannotTell }) {
    for (const { missing, required } of wordingGaps(facts.wording.wordings))
      cannotTell(missing, required ? {} : { required: false });
    const category = chosenBy(facts.audience);
    const because = openPath(facts.paths);
    for (const hit of facts.wording.wordings.flatMap(({ hits }) => hits)) {
      const verb = SEEN[hit.technique];
      if (verb === undefined || hit.kind !== 'pressure' || isRefusal(hit)) continue;
      const { quote, instead } = hit;
      const evidence = [{ type: 'text', at: hit.at, quote }] as const;
      const words = { quote, verb, instead };
      if (hit.source === 'classifier') report({ advice: 'may-press', with: words, evidence });
      else if (category !== null && because !== null)
        report({ advice: 'to-vulnerable-on-path', with: { ...words, category, because }, evidence });
      else if (category !== null) report({ advice: 'to-vulnerable', with: { ...words, category }, evidence });
      else if (because !== null) report({ advice: 'on-path', with: { ...words, because }, evidence });
      else report({ advice: 'to-anyone', with: words, evidence });
    }
  },
});

/** The sensitive or vulnerable category by which people are picked, if they are; leaving them out is no picking. */
function chosenBy(audience: AudienceFact): string | null {
  const categories = audience.parts
    .filter(({ part }) => part !== 'exclude')
    .flatMap(({ reading }) => reading.fields)
    .filter(({ role }) => role === 'include' || role === 'rank' || role === 'join')
    .flatMap(({ sensitive }) => sensitive)
    .filter((category: SensitiveCategory) => isSpecial(category) || isVulnerability(category));
  return categories.length === 0 ? null : [...new Set(categories)].sort().map(categoryTitle).join(', ');
}

/** Why a hard message may be owed, protective or asked for; `null` where no path is open. */
function openPath({ owed, protective, askedFor }: PathsFact): string | null {
  const open = [owed, protective, askedFor].find((path) => path.open);
  return open === undefined ? null : open.because.replace(/\.$/, '');
}
