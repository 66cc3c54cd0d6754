import { act, FROM_MEMORY, type NormRow } from './row.ts';

const aiAct = act('AI Act', 'Regulation (EU) 2024/1689', {
  jurisdictions: ['eu'],
  appliesFrom: '2025-02-02',
});

/** Duties of high-risk systems were moved to this date; the text in the Official Journal was not seen. */
const highRisk = { appliesFrom: '2027-12-02', ...FROM_MEMORY };
const deployers = { ...highRisk, binds: 'deployers of high-risk AI systems' };
const providers = { ...highRisk, binds: 'providers of high-risk AI systems' };
const transparency = { appliesFrom: '2026-08-02', binds: 'providers of AI systems' };

export const euAiActNorms = {
  'eu-ai-act-5-1-a': aiAct(
    'art. 5(1)(a)',
    'Bans AI that manipulates or deceives people so that they act differently, where significant harm is likely.',
  ),
  'eu-ai-act-5-1-b': aiAct(
    'art. 5(1)(b)',
    'Bans AI that exploits age, disability or a social or economic situation, where significant harm is likely.',
  ),
  'eu-ai-act-5-1-c': aiAct(
    'art. 5(1)(c)',
    'Bans scores of social behaviour that lead to unfavourable treatment in an unrelated context or out of proportion.',
  ),
  'eu-ai-act-6-3': aiAct(
    'art. 6(3)',
    'A system of Annex III that profiles people always counts as high-risk.',
    providers,
  ),
  'eu-ai-act-annex-3': aiAct(
    'Annex III',
    'Lists the high-risk areas, among them creditworthiness and pricing of life and health insurance.',
    { ...highRisk, binds: 'providers and deployers of high-risk AI systems' },
  ),
  'eu-ai-act-9': aiAct('art. 9', 'Risks to people are managed through the life of the system.', providers),
  'eu-ai-act-10': aiAct('art. 10', 'Data for training and testing is examined for bias.', providers),
  'eu-ai-act-12': aiAct('art. 12', 'The system keeps logs of its events.', providers),
  'eu-ai-act-14': aiAct('art. 14', 'People can oversee the system while it runs.', providers),
  'eu-ai-act-14-4': aiAct(
    'art. 14(4)',
    'Overseers can understand, doubt, override and stop the system.',
    providers,
  ),
  'eu-ai-act-14-4-b': aiAct(
    'art. 14(4)(b)',
    'Overseers stay aware of the pull to trust the output too much.',
    providers,
  ),
  'eu-ai-act-14-4-d': aiAct(
    'art. 14(4)(d)',
    'Overseers can decide not to use the output, or override it.',
    providers,
  ),
  'eu-ai-act-14-4-e': aiAct('art. 14(4)(e)', 'Overseers can stop the system.', providers),
  'eu-ai-act-14-5': aiAct(
    'art. 14(5)',
    'Identification by biometrics is confirmed by two people.',
    providers,
  ),
  'eu-ai-act-15': aiAct('art. 15', 'Accuracy is measured and declared.', providers),
  'eu-ai-act-26': aiAct(
    'art. 26',
    'Those who use the system follow its instructions and watch it.',
    deployers,
  ),
  'eu-ai-act-26-2': aiAct(
    'art. 26(2)',
    'Oversight goes to people with competence, training and authority.',
    deployers,
  ),
  'eu-ai-act-26-4': aiAct(
    'art. 26(4)',
    'Input data is relevant and representative for the purpose.',
    deployers,
  ),
  'eu-ai-act-26-5': aiAct(
    'art. 26(5)',
    'Use is watched, and suspended and reported when it puts people at risk.',
    deployers,
  ),
  'eu-ai-act-26-6': aiAct('art. 26(6)', 'Logs are kept for at least six months.', deployers),
  'eu-ai-act-26-11': aiAct(
    'art. 26(11)',
    'People are told that the system takes part in decisions about them.',
    deployers,
  ),
  'eu-ai-act-50-1': aiAct(
    'art. 50(1)',
    'People learn that they are talking to an AI, unless it is obvious.',
    transparency,
  ),
  'eu-ai-act-50-3': aiAct(
    'art. 50(3)',
    'People are told when their emotions are read or they are sorted by biometrics.',
    {
      ...transparency,
      binds: 'deployers of emotion recognition',
    },
  ),
  'eu-ai-act-50-4': aiAct('art. 50(4)', 'Deep fakes are disclosed as made by a machine.', {
    ...transparency,
    binds: 'deployers of AI that makes deep fakes',
  }),
  'eu-ai-act-50-5': aiAct(
    'art. 50(5)',
    'Such notice is clear and comes at the first contact at the latest.',
    {
      ...transparency,
      binds: 'providers and deployers of AI systems',
    },
  ),
  'eu-ai-act-73': aiAct('art. 73', 'Serious incidents are reported to the authority.', providers),
  'eu-ai-act-86': aiAct(
    'art. 86',
    'People can get an explanation of the part that the system had in a decision.',
    deployers,
  ),
} as const satisfies Record<string, NormRow>;
