import { defineCheck } from '../../../../check/define.ts';

export default defineCheck({
  id: 'use-owner',
  step: 1,
  risk: null,
  title: 'A use has a named owner and a named approver, and they are two people',
  appliesTo: 'all',
  needs: ['card'],
  reads: ['owner', 'approver'],
  gravity: 'review',
  decidedBy: 'rule',
  norms: ['eu-ai-act-26-2', 'ours-named-owner'],
  advice: {
    missing: {
      what: 'The card names no {role}.',
      why: 'When harm shows, nobody answers for it.',
      instead: 'Name the {role} by an address at which a person can be reached.',
    },
    same: {
      what: 'Owner and approver are the same: `{owner}`.',
      why: 'Whoever is rewarded for a use sees its harm last.',
      instead: 'Let somebody else approve it, best outside the owner’s line.',
    },
  },
  run({ facts, report }) {
    const { card, at } = facts.card;
    for (const role of ['owner', 'approver'] as const) {
      const pointer = `/${role}`;
      if (card[role] === undefined)
        report({
          advice: 'missing',
          with: { role },
          evidence: [{ type: 'field', at: at(pointer), pointer, value: undefined }],
        });
    }
    const { owner, approver } = card;
    if (owner === undefined || approver === undefined || plain(owner) !== plain(approver)) return;
    report({
      advice: 'same',
      with: { owner },
      evidence: [
        { type: 'field', at: at('/approver'), pointer: '/approver', value: approver },
        { type: 'field', at: at('/owner'), pointer: '/owner', value: owner },
      ],
    });
  },
});

/** One mailbox under several spellings: case, and what follows a plus sign. */
const plain = (person: string): string =>
  person
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/\+[^@]*@/, '@');
