import { defineRules, words } from '../rule.ts';

/** Wording that ties what the reader wants to something else. */
export const forcedAction = defineRules('forced-action', [
  {
    id: 'forced-bundled-consent',
    kind: 'pressure',
    triggers: ['agree', 'consent', 'authorize', 'authorise', 'accept'],
    pattern: words(
      '\\bby (?:submitting|continuing|ordering|clicking|entering|purchasing|signing up|registering|placing|checking out|joining|creating)\\b[^.!?]{0,80}\\b(?:agree|consent)s? to (?:receive|get|be contacted|being contacted|let us|share|sharing)\\b|\\b(?:accept|agree)\\b[^.!?]{0,90}\\b(?:terms|conditions|policy|program)\\b[^.!?]{0,60}\\b(?:and|&) (?:[a-z]{1,10} ){0,2}(?:receive|authorize|authorise|consent to)\\b[^.!?]{0,60}\\b(?:e-?mails?|offers?|promotion(?:s|al)?|contact|marketing|text|news)\\b|\\bi (?:agree|consent) to receive (?:marketing|promotional|exclusive|e-?mails?)[^.!?]{0,60}\\b(?:and|&)\\b[^.!?]{0,40}\\b(?:terms|policy|conditions)\\b',
    ),
    instead: 'Ask for each consent by itself, after the thing the reader came for.',
    says: [
      'By submitting this form you agree to receive marketing texts',
      'I agree to receive marketing emails from Natural Life and agree to our Privacy Policy',
    ],
    butNot: [
      'I agree to the terms and conditions',
      'By using this site you accept cookies',
      'I agree to receive the newsletter',
    ],
  },
  {
    id: 'forced-before-you-can',
    kind: 'pressure',
    triggers: ['must', 'required', 'unlock', 'cannot', "can't", 'have', 'need', 'unless'],
    pattern: words(
      "\\byou (?:must|have to|are required to|need to) (?:first )?(?:create an account|sign up|register|share|invite|refer|accept (?:our |all )?(?:marketing|e-?mails|offers|cookies|promotional)|subscribe|accept all|opt in|allow (?:notifications|tracking|cookies)|agree to (?:marketing|receive))\\b[^.!?]{0,60}\\b(?:to|before|in order)\\b|\\byou (?:cannot|can't|can not|won't be able to) (?:continue|proceed|access|use|view|see|shop|check ?out)\\b[^.!?]{0,30}\\b(?:without|unless|until you)\\b|\\b(?:invite|refer|share with) <number> (?:[a-z]{1,10} )?(?:friends|people|contacts) to (?:unlock|get|claim|continue|see)\\b|\\b(?:enter|give us|share) your (?:e-?mail|phone|number)[^.!?]{0,20} to (?:unlock|reveal|see|continue|proceed)\\b",
    ),
    unless: /safety|legal(?:ly)?|by law|age|security|verify/,
    instead: 'Let people do what they came for without it, and ask afterwards.',
    says: [
      'You must create an account to see the price',
      'Invite 3 friends to unlock your gift',
      'You cannot continue without accepting marketing',
    ],
    butNot: ['You must be 18 to buy', 'Sign up to get updates', 'You need to sign in to comment'],
  },
]);
