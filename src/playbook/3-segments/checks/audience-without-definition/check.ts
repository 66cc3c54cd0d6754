import { defineCheck } from '../../../../check/define.ts';
import { type Decider, decidersOf } from '../../deciders.ts';
import { tellUnread, tellUnresolved } from '../../unread-parts.ts';

export default defineCheck({
  id: 'audience-without-definition',
  step: 3,
  risk: null,
  title: 'A flag, list, vendor segment or lookalike is followed to what made it',
  appliesTo: 'all',
  needs: ['card', 'audience', 'dataMap'],
  reads: ['audience', 'scores', 'rules', 'suppliers'],
  gravity: 'review',
  decidedBy: 'person',
  norms: ['eu-gdpr-5-2', 'ours-defined-audience'],
  advice: {
    flag: {
      what: '“{field}” decides who is concerned, and nothing says what made it.',
      why: 'A neutral name can hide anything: who is ill, in debt or of which faith.',
      instead:
        'Point `audience.defined_by` to the query or model that fills it, or say in the data map what it is `derived_from`.',
    },
    list: {
      what: 'The audience is a list (“{file}”), and nothing says where it comes from.',
      why: 'Nobody can tell why these people are on it, nor whether they may be.',
      instead:
        'Say in `audience.origin` where the list comes from, and in `audience.defined_by` how it was made.',
    },
    vendor: {
      what: '“{field}” is a segment that somebody else defined, and its definition is not at hand.',
      why: 'What a supplier calls “urban value seekers” may be a list of people in debt.',
      instead:
        'Ask the supplier for the definition and point `audience.defined_by` to it, or do without the segment.',
    },
    expanded: {
      what: 'The ad platform may widen the audience (`expansion: {expansion}`), and nothing says by what.',
      why: 'People who are alike to a sensitive group are likely to belong to it.',
      instead:
        'Set `audience.expansion: off`, or point `audience.defined_by` to what the platform learns from.',
    },
  },
  run({ facts, report, cannotTell }) {
    const { card, at } = facts.card;
    tellUnread(facts.audience, { cannotTell });
    tellUnresolved(facts.audience, { cannotTell });
    if (card.audience?.defined_by !== undefined) return;
    const { segment, expansion, origin } = card.audience ?? {};
    const field = (pointer: string, value: unknown) =>
      [{ type: 'field', at: at(pointer), pointer, value }] as const;
    if (segment !== undefined && /\.csv$/i.test(segment) && origin === undefined)
      report({ advice: 'list', with: { file: segment }, evidence: field('/audience/segment', segment) });
    if (expansion === 'on' || expansion === 'unknown')
      report({ advice: 'expanded', with: { expansion }, evidence: field('/audience/expansion', expansion) });
    const scored = new Set((card.scores ?? []).map(({ name }) => name.toLowerCase()));
    for (const decider of decidersOf(facts)) {
      if (decider.effect === 'spares' && decider.entry !== null) continue;
      if (isVendorSegment(decider))
        report({ advice: 'vendor', with: { field: decider.name }, evidence: decider.evidence });
      else if (isUnexplainedFlag(decider, scored))
        report({ advice: 'flag', with: { field: decider.name }, evidence: decider.evidence });
    }
  },
});

const VENDOR =
  /^segments\.|(?:^|[._])(?:mosaic|acorn|prizm|personicx|cameo|lookalike\w*|vendor_segment\w*|broker\w*_segment\w*)(?:_|$)/i;
const FLAG =
  /(?:^|[_.\s])(?:flag|segment|segment_id|segment_name|cluster|cluster_id|cohort|audience|audience_id|lookalike|persona|list_id|list_name|bucket|propensity|likelihood|probability|prediction|score|predictions\.\w+|churn_risk|risk_band|risk_group)$/i;

/** Named by what a supplier made, whatever the data map says of how it was bought. */
const isVendorSegment = ({ name, entry }: Decider): boolean =>
  VENDOR.test(name) && (entry?.derivedFrom.length ?? 0) === 0;

function isUnexplainedFlag({ name, entry, uses }: Decider, scored: ReadonlySet<string>): boolean {
  if (uses.length === 0 || scored.has(name.toLowerCase().split('.').at(-1)!)) return false;
  const isFlag = FLAG.test(name) || /^predictions\./.test(name) || /(?:^|\.)flag_/i.test(name);
  return isFlag && (entry === null || (entry.derivedFrom.length === 0 && entry.origin !== 'provided'));
}
