import type { Check } from '../../check/define.ts';
import { norm } from '../../kernel/norms/index.ts';
import { STEP_TITLES } from '../../kernel/vocabulary.ts';
import { LEVELS } from './levels.ts';

/** A check as a SARIF rule: its title, and what it may say as help. */
export const ruleOf = (check: Check): object => ({
  id: check.id,
  name: check.id
    .split('-')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join(''),
  shortDescription: { text: check.title },
  fullDescription: {
    text: Object.values(check.advice).map(({ why }) => withoutHoles(why))[0] ?? check.title,
  },
  help: { text: helpText(check), markdown: helpMarkdown(check) },
  defaultConfiguration: { level: LEVELS[check.gravity] },
  properties: {
    tags: [
      `practice ${check.step}: ${STEP_TITLES[check.step]}`,
      ...(check.risk === null ? [] : [check.risk]),
    ],
    decidedBy: check.decidedBy,
    stage: check.stage,
  },
});

const helpText = (check: Check): string =>
  [
    check.title,
    ...Object.values(check.advice).map(({ what, why, instead }) =>
      withoutHoles(`${what}\nWhy: ${why}\nInstead: ${instead}`),
    ),
    ...(check.norms.length === 0 ? [] : [`Norms: ${check.norms.map((id) => norm(id).title).join('; ')}`]),
    `More: scruple explain ${check.id}`,
  ].join('\n\n');

const helpMarkdown = (check: Check): string =>
  [
    `**${check.title}**`,
    ...Object.values(check.advice).map(({ what, why, instead }) =>
      withoutHoles(`- **Seen:** ${what}\n  **Why:** ${why}\n  **Instead:** ${instead}`),
    ),
    ...(check.norms.length === 0
      ? []
      : [`Norms: ${check.norms.map((id) => `${norm(id).title}: ${norm(id).says}`).join('; ')}`]),
    `More: \`scruple explain ${check.id}\``,
  ].join('\n\n');

/** Advice speaks of what was seen through holes; a rule speaks of no case, so they are left open. */
const withoutHoles = (text: string): string => text.replace(/\{[^{}]{1,80}\}/g, '…');
