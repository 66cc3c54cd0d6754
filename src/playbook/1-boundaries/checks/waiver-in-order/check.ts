import { defineCheck } from '../../../../check/define.ts';

export default defineCheck({
  id: 'waiver-in-order',
  step: 1,
  risk: null,
  title: 'A waiver is in time, needed, renewed at most twice and owned by somebody else',
  appliesTo: 'all',
  requiredFor: 'none',
  needs: ['card', 'waivers'],
  reads: ['use', 'owner'],
  gravity: 'advise',
  decidedBy: 'rule',
  norms: ['ours-waivers'],
  advice: {
    expired: {
      what: 'The waiver of `{check}` ended on {until}.',
      why: 'An exception that outlives its end becomes the rule.',
      instead: 'Mend what it covered and remove it, or ask its owner for a new one.',
    },
    unused: {
      what: 'The waiver of `{check}` covers nothing that was found.',
      why: 'It would silently cover what comes next.',
      instead: 'Remove it.',
    },
    'renewed-too-often': {
      gravity: 'review',
      what: 'The waiver of `{check}` was renewed {renewals} times, so it covers nothing any more.',
      why: 'What is renewed a third time is no exception.',
      instead: 'Mend what it covered, or change the boundary openly.',
    },
    'owned-by-use': {
      gravity: 'review',
      what: 'The waiver of `{check}` is owned by the owner of the use, so it covers nothing.',
      why: 'Nobody excuses a harm from which they gain.',
      instead: 'Let somebody outside the use decide about it.',
    },
  },
  run({ facts, report }) {
    for (const { waiver, state } of facts.waivers.waivers) {
      const { check, until, renewals, at } = waiver;
      const evidence = [{ type: 'field', at, pointer: '', value: waiver.id }] as const;
      if (state === 'expired') report({ advice: state, with: { check, until }, evidence });
      else if (state === 'unused') report({ advice: state, with: { check }, evidence });
      else if (state === 'renewed-too-often') report({ advice: state, with: { check, renewals }, evidence });
      else if (state === 'owned-by-use') report({ advice: state, with: { check }, evidence });
    }
  },
});
