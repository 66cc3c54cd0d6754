import { defineRules, words } from '../rule.ts';

/** Wording that shows that leaving is harder than joining. */
export const obstruction = defineRules('obstruction', [
  {
    id: 'obstruction-cancel-by-phone',
    kind: 'pressure',
    triggers: [
      'cancel',
      'cancelling',
      'canceling',
      'cancellation',
      'cancelled',
      'terminate',
      'renewed',
      'cancellations',
    ],
    pattern: words(
      '\\b(?:cancel(?:l?ing)?|terminate)\\b[^.!?]{0,140}?\\b(?:by (?:calling|phone|telephone|post(?:al mail)?|mail|letter|fax|contacting (?:our |a |exposed )?(?:customer|care))|(?:you )?must (?:first )?(?:call|contact|write|phone|speak|request)|(?:please |simply )?(?:call|phone) (?:us|our|customer|\\d|\\()|(?:please )?contact (?:our )?customer (?:care|service))|\\b(?:call|phone|write to|contact) (?:us|our [a-z ]{1,30}|customer (?:care|service)s?)\\b[^.!?]{0,40}\\bto (?:cancel|terminate|end)\\b|\\bcannot (?:be )?cancel(?:l?ed)? online\\b|\\bonly (?:be )?cancel(?:l?ed)? (?:by|in writing|over the phone)',
    ),
    unless:
      /\b(?:appointment|booking|reservation|flight|visit|event|you can also|or online|if you (?:like|prefer))\b/,
    instead: 'Let people leave the way they came, in as many steps, online.',
    says: [
      'You may cancel your VIP membership at any time by calling 800-123-4567',
      'To cancel you must call our customer care',
      'Subscriptions cannot be cancelled online',
    ],
    butNot: [
      'Cancel any time in your account',
      'To cancel your appointment call us',
      'You can upgrade to a paying account or cancel any time.',
    ],
  },
]);
