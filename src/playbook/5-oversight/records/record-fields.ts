/** A field of a record, as a form asks for it. */
export interface RecordField {
  readonly says: string;
  readonly type: 'text' | 'flag' | 'list' | 'harms' | 'date' | 'choice';
  readonly choices?: readonly string[];
  /** Filled only where this field is true. */
  readonly where?: string;
}

const text = (says: string): RecordField => ({ says, type: 'text' });
const flag = (says: string): RecordField => ({ says, type: 'flag' });
const list = (says: string): RecordField => ({ says, type: 'list' });
const date = (says: string): RecordField => ({ says, type: 'date' });
const choice = (says: string, ...choices: readonly string[]): RecordField => ({
  says,
  type: 'choice',
  choices,
});

/** What a record of legitimate interest holds: the three-part test of the ICO. */
export const LIA_FIELDS = {
  processing: text('what is done with which data'),
  interest: text('the interest'),
  whose: choice('whose interest it is', 'ours', 'third', 'society'),
  benefit_evidence: text('what shows the benefit'),
  lawful_and_ethical: flag('the interest is lawful and ethical'),
  purpose_specific: flag('the purpose is specific'),
  how_it_helps: text('how the processing serves the interest'),
  alternatives_tried: list('what was tried or weighed instead'),
  why_not_less_intrusive: text('why nothing less intrusive does'),
  data_minimised: flag('no more data than needed'),
  relationship: text('the relationship with the people'),
  data_nature: text('the nature of the data'),
  special_category: flag('special categories of data are used'),
  children: flag('children are known to be among them'),
  vulnerable: flag('vulnerable people may be among them'),
  expectation_evidence: text('what shows that people expect it'),
  privacy_notice_ref: text('the notice that says so'),
  impacts: { says: 'what could happen to whom, how likely and how bad', type: 'harms' },
  power_imbalance: text('what people could do against us'),
  objection_route: text('how people object'),
  opt_out_offered: flag('an opt-out is offered'),
  safeguards: list('what lowers the impact'),
  dpia_needed: flag('an impact assessment is needed'),
  outcome: choice('the outcome', 'pass', 'fail', 'conditional'),
  conditions: { ...list('the conditions'), where: 'conditional' },
  review_by: date('when it is looked at again'),
} as const satisfies Record<string, RecordField>;

/** What an impact assessment holds: GDPR art. 35(7)(a–d), with advice, consultation and review. */
export const DPIA_FIELDS = {
  description: text('the processing, its purposes and the interest in it'),
  data_and_people: text('which data of which people, how many, how long'),
  recipients: list('who receives the data'),
  necessity: text('why it is necessary'),
  proportionality: text('why it is in proportion'),
  alternatives_considered: list('less harmful ways that were weighed'),
  risks: { says: 'risks to people: what could happen to whom, how likely and how bad', type: 'harms' },
  measures: list('the measures against each risk'),
  residual_high: flag('a high risk remains after the measures'),
  prior_consultation: { ...text('the authority’s answer (art. 36)'), where: 'residual_high' },
  dpo_advice: text('the advice of the data protection officer'),
  people_consulted: text('whose views were sought, or why none'),
  outcome: choice('the outcome', 'pass', 'fail', 'conditional'),
  conditions: { ...list('the conditions'), where: 'conditional' },
  review_by: date('when it is looked at again, or on which change'),
} as const satisfies Record<string, RecordField>;

export const RECORD_FIELDS = { lia: LIA_FIELDS, dpia: DPIA_FIELDS } as const;
export type RecordKind = keyof typeof RECORD_FIELDS;
export type RecordFieldName<K extends RecordKind> = keyof (typeof RECORD_FIELDS)[K];
