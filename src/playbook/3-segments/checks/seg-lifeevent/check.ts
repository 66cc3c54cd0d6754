import { defineCheck } from '../../../../check/define.ts';
import { among, titlesOf } from '../../category-list.ts';
import { decidersOf } from '../../deciders.ts';
import { openPath } from '../../open-path.ts';
import { pressureOf } from '../../pressure.ts';
import { tellUnread } from '../../unread-parts.ts';

export default defineCheck({
  id: 'seg-lifeevent',
  step: 3,
  risk: 'vulnerability-targeting',
  title: 'A loss, an illness, a birth or a break in life is no occasion to sell',
  appliesTo: 'all',
  needs: ['card', 'audience', 'dataMap', 'content', 'models', 'paths'],
  reads: ['intent', 'purpose', 'kind', 'audience', 'scores', 'rules'],
  gravity: 'block',
  decidedBy: 'rule',
  norms: ['fca-fg21-1', 'google-hardships', 'ours-life-event-cool-down'],
  advice: {
    sold: {
      what: '“{field}” finds people by {traits}, and the use is there to {wants} them: {because}.',
      why: 'In the weeks after such an event people decide badly, and remember who came to sell.',
      instead:
        'Leave these people out for at least 90 days; write to them only to help, or where they asked.',
    },
    moved: {
      gravity: 'review',
      what: '“{field}” finds people who moved or changed job, and the use is there to {wants} them: {because}.',
      why: 'Often a happy change, sometimes the end of a marriage or the loss of a home; the data does not say which.',
      instead: 'Keep it to what the change itself needs, and let people say that they do not want it.',
    },
    'on-path': {
      gravity: 'advise',
      what: '“{field}” finds people by {traits}; this path is open: {path} ({because}).',
      why: 'Help at such a time is welcome as long as nothing is sold with it.',
      instead: 'Keep offers, upgrades and surveys out of it.',
    },
    'asked-for': {
      gravity: 'review',
      what: '“{field}” finds people by {traits} to {wants} them; they asked for it: {because}.',
      why: 'A pregnancy ends, a marriage breaks; a list goes on as if nothing had happened.',
      instead: 'Make it easy to stop at once, and end the use when the event is over.',
    },
  },
  run({ facts, report, cannotTell }) {
    const { card } = facts.card;
    tellUnread(facts.audience, { cannotTell });
    const pressure = pressureOf(card, facts.content);
    if (pressure === null) return;
    const path = openPath(facts.paths);
    for (const { name: field, effect, sensitive, evidence } of decidersOf(facts)) {
      const events = eventsAmong(sensitive);
      if (events.length === 0 || effect === 'spares') continue;
      const traits = titlesOf(events);
      const { wants, because } = pressure;
      if (path !== null && path.path !== 'asked for')
        report({
          advice: 'on-path',
          with: { field, traits, path: path.path, because: path.because },
          evidence,
        });
      else if (path !== null)
        report({ advice: 'asked-for', with: { field, traits, wants, because: path.because }, evidence });
      else if (MOVE.test(field)) report({ advice: 'moved', with: { field, wants, because }, evidence });
      else report({ advice: 'sold', with: { field, traits, wants, because }, evidence });
    }
  },
});

/** Bereavement, job loss and divorce; pregnancy and its end; abuse. Illness as such is seg-vuln-exploit. */
const eventsAmong = among(['life_event', 'reproductive', 'crime_victim']);

const MOVE =
  /(?:^|[^a-z])(?:moved?|mover|movers|moving|new_?job|job_?change|graduat\w*|umzug\w*|mudanza|demenage\w*)(?:[^a-z]|$)/i;
