import { act, FROM_MEMORY, type NormRow } from './row.ts';

const gdpr = act('GDPR', 'Regulation (EU) 2016/679', { jurisdictions: ['eu'], appliesFrom: '2018-05-25' });

export const euGdprNorms = {
  'eu-gdpr-4-11': gdpr('art. 4(11)', 'Consent is free, specific, informed and shown by a clear act.'),
  'eu-gdpr-5-1-a': gdpr('art. 5(1)(a)', 'Data is used lawfully, fairly and in a way people can see.'),
  'eu-gdpr-5-1-b': gdpr(
    'art. 5(1)(b)',
    'Data collected for one purpose is not reused for one that does not fit it.',
  ),
  'eu-gdpr-5-1-c': gdpr('art. 5(1)(c)', 'Only the data that the purpose needs is used.'),
  'eu-gdpr-5-1-d': gdpr('art. 5(1)(d)', 'Data is accurate, and wrong data is mended or erased.'),
  'eu-gdpr-5-1-e': gdpr('art. 5(1)(e)', 'Data is kept no longer than the purpose needs.'),
  'eu-gdpr-5-2': gdpr('art. 5(2)', 'Whoever decides about the data answers for it and can show how.'),
  'eu-gdpr-6': gdpr('art. 6', 'Every use of personal data rests on one of six legal bases.'),
  'eu-gdpr-6-1-f': gdpr(
    'art. 6(1)(f)',
    'A legitimate interest counts only where it outweighs the rights of the person.',
  ),
  'eu-gdpr-6-4': gdpr(
    'art. 6(4)',
    'Reuse without consent is weighed by link, context, nature of the data, consequences and safeguards.',
  ),
  'eu-gdpr-7-1': gdpr('art. 7(1)', 'Whoever relies on consent can prove that it was given.'),
  'eu-gdpr-7-2': gdpr('art. 7(2)', 'A request for consent stands apart from other matters, in plain words.'),
  'eu-gdpr-7-3': gdpr('art. 7(3)', 'Consent can be withdrawn at any time, as easily as it was given.'),
  'eu-gdpr-7-4': gdpr('art. 7(4)', 'A service is not made to depend on consent that it does not need.'),
  'eu-gdpr-8': gdpr(
    'art. 8',
    'Online services rely on the consent of a child only with the parents, below a set age.',
  ),
  'eu-gdpr-9': gdpr('art. 9', 'Special categories of data, stated or inferred, need an explicit ground.'),
  'eu-gdpr-10': gdpr(
    'art. 10',
    'Data on convictions and offences is used only where the law provides for it.',
  ),
  'eu-gdpr-12': gdpr('art. 12', 'Requests are answered within a month, which reasons may extend by two.'),
  'eu-gdpr-13': gdpr('art. 13', 'People are told at collection who uses their data, why and how.'),
  'eu-gdpr-13-2-a': gdpr('art. 13(2)(a)', 'People are told how long their data is kept.'),
  'eu-gdpr-13-2-f': gdpr(
    'art. 13(2)(f)',
    'People are told of automated decisions, their logic and what may follow.',
  ),
  'eu-gdpr-14': gdpr('art. 14', 'People are told about data that came from elsewhere.'),
  'eu-gdpr-14-2-f': gdpr('art. 14(2)(f)', 'People are told from which source their data came.'),
  'eu-gdpr-14-3': gdpr(
    'art. 14(3)',
    'Notice of data from elsewhere comes within a month, and at the latest with the first message or disclosure.',
  ),
  'eu-gdpr-15': gdpr('art. 15', 'People can get their data, with purposes, sources, recipients and logic.'),
  'eu-gdpr-15-1-c': gdpr('art. 15(1)(c)', 'People can learn who received their data.'),
  'eu-gdpr-15-1-g': gdpr('art. 15(1)(g)', 'People can learn where their data came from.'),
  'eu-gdpr-16': gdpr('art. 16', 'People can have wrong data put right.'),
  'eu-gdpr-17': gdpr('art. 17', 'People can have their data erased on the grounds listed.', FROM_MEMORY),
  'eu-gdpr-19': gdpr('art. 19', 'Recipients are told of a correction, erasure or restriction.'),
  'eu-gdpr-20': gdpr('art. 20', 'People can take the data they gave elsewhere in a readable format.'),
  'eu-gdpr-21': gdpr(
    'art. 21',
    'People can object to uses of their data, and to direct marketing without reasons.',
  ),
  'eu-gdpr-21-2': gdpr(
    'art. 21(2)',
    'People can object to direct marketing and to profiling for it at any time.',
  ),
  'eu-gdpr-21-3': gdpr('art. 21(3)', 'After an objection the data is no longer used for direct marketing.'),
  'eu-gdpr-21-4': gdpr(
    'art. 21(4)',
    'The right to object is shown at first contact, apart from other information.',
  ),
  'eu-gdpr-21-5': gdpr('art. 21(5)', 'Online, an objection can be made by automated means.'),
  'eu-gdpr-22': gdpr(
    'art. 22',
    'Decisions with significant effect are not left to automation alone, bar exceptions.',
  ),
  'eu-gdpr-22-3': gdpr(
    'art. 22(3)',
    'People can get a human, state their view and contest an automated decision.',
  ),
  'eu-gdpr-22-4': gdpr(
    'art. 22(4)',
    'Such decisions do not rest on special categories without an explicit ground.',
  ),
  'eu-gdpr-25': gdpr('art. 25', 'Protection is built into the means of processing and into its defaults.'),
  'eu-gdpr-25-2': gdpr('art. 25(2)', 'By default only the data needed for the purpose is used.'),
  'eu-gdpr-30': gdpr('art. 30', 'A record of processing activities is kept.'),
  'eu-gdpr-30-1-d': gdpr('art. 30(1)(d)', 'The record names the categories of recipients.'),
  'eu-gdpr-32': gdpr('art. 32', 'Security fits the risk, with access limited to those who need it.'),
  'eu-gdpr-33': gdpr(
    'art. 33',
    'A breach that puts people at risk is reported to the authority within 72 hours.',
  ),
  'eu-gdpr-35': gdpr(
    'art. 35',
    'A use that is likely to put people at high risk is assessed before it starts.',
  ),
  'eu-gdpr-35-3': gdpr(
    'art. 35(3)',
    'Extensive profiling with significant effect and large-scale special data need an assessment.',
  ),
  'eu-gdpr-35-7': gdpr(
    'art. 35(7)',
    'An assessment describes the use, its need, the risks and the measures.',
  ),
  'eu-gdpr-35-11': gdpr('art. 35(11)', 'An assessment is looked at again when the risk changes.'),
  'eu-gdpr-omnibus-2025-837': act('Digital Omnibus', 'COM(2025) 837', {
    jurisdictions: ['eu'],
    appliesFrom: null,
    status: 'proposed',
  })(
    '(proposal)',
    'Would forbid asking again within six months of a refusal, among other changes to the GDPR.',
  ),
} as const satisfies Record<string, NormRow>;
