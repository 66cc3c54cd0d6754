import { defineCheck } from '../../../../check/define.ts';
import type { BoundaryAnswer } from '../../../../check/facts/boundary.ts';
import type { PathsFact } from '../../../../check/facts/paths.ts';
import { bansOf } from './bans.ts';

export default defineCheck({
  id: 'use-prohibited',
  step: 1,
  risk: null,
  title: 'The use crosses no boundary of the organisation and is on no list of banned uses',
  appliesTo: 'all',
  needs: ['card', 'settings', 'boundaries', 'audience', 'usedFields', 'content', 'wording', 'paths'],
  reads: ['use', 'kind', 'purpose', 'intent', 'channels', 'themes', 'audience'],
  gravity: 'block',
  decidedBy: 'person',
  norms: [
    'eu-ai-act-5-1-a',
    'eu-ai-act-5-1-b',
    'eu-ai-act-5-1-c',
    'eu-dsa-26-3',
    'eu-dsa-28-2',
    'ours-prohibited-uses',
  ],
  advice: {
    'crosses-boundary': {
      what: 'The boundary `{id}` forbids this use{cited}.',
      why: '{because}',
      instead: '{instead}',
    },
    banned: {
      what: 'This is a use that nobody can approve: {ban}.',
      why: 'It works because people cannot defend themselves, and the harm falls on those who bear it worst.',
      instead: '{instead}',
    },
    'path-open': {
      gravity: 'review',
      what: 'This would be a banned use: {ban}; but {because}.',
      why: 'A good reason can open a way, and it can also be a pretext.',
      instead: 'Let a reviewer who gains nothing from it look at the reason and at the content.',
    },
  },
  run({ facts, report, cannotTell }) {
    const { card, at } = facts.card;
    for (const boundary of facts.boundaries.forbidding) {
      const { id } = boundary;
      report({
        advice: 'crosses-boundary',
        with: { id, cited: cited(boundary), because: because(boundary), instead: instead(boundary) },
        evidence: [
          { type: 'field', at: at('/use'), pointer: '/use', value: card.use },
          { type: 'path', at: boundary.at, hops: [boundary.at.file, id] },
        ],
      });
    }
    for (const { id, because: reason } of facts.boundaries.unanswered)
      cannotTell(`boundary \`${id}\`: ${reason}`);

    const path = openPath(facts.paths);
    for (const { ban, instead: mend, evidence } of bansOf(facts)) {
      if (path === null) report({ advice: 'banned', with: { ban, instead: mend }, evidence });
      else report({ advice: 'path-open', with: { ban, because: path }, evidence });
    }
    if (facts.audience.parts.some(({ reading }) => !reading.assessed))
      cannotTell('whether a ban holds: the audience could not be read');
  },
});

const cited = ({ norms }: BoundaryAnswer): string => (norms.length === 0 ? '' : ` (${norms.join(', ')})`);

const because = ({ because: written }: BoundaryAnswer): string =>
  written === '' ? 'The organisation has drawn a line here.' : sentence(written);

const instead = ({ instead: written }: BoundaryAnswer): string =>
  written === '' ? 'Change the use so that it stays inside the boundary, or drop it.' : sentence(written);

/** As people read it: a capital at the start, a mark at the end. */
function sentence(text: string): string {
  const trimmed = text.trim();
  const start = trimmed.charAt(0).toUpperCase() + trimmed.slice(1);
  return /[.!?”"]$/.test(start) ? start : `${start}.`;
}

const openPath = ({ owed, protective, askedFor }: PathsFact): string | null =>
  [owed, protective, askedFor].find(({ open }) => open)?.because ?? null;
