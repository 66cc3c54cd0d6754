import { act, type NormRow } from './row.ts';

const ours = (name: string, says: string): NormRow =>
  act(name, 'Scruple policy', { jurisdictions: [], appliesFrom: null, kind: 'policy', verifiedOn: null })(
    '',
    says,
  );

/** Our own policies: proposals for good practice where no norm says it, or none says it as sharply. */
export const ourNorms = {
  'ours-prohibited-uses': ours('Prohibited uses', 'Uses on the ban list cannot be approved by anyone.'),
  'ours-named-owner': ours('Named owner', 'Every use has an owner and an approver, and they are two people.'),
  'ours-four-eyes': ours(
    'Four eyes',
    'A high-risk use needs two approvers, one of them outside the owner’s bonus line.',
  ),
  'ours-expiry': ours('Expiry', 'An approval lapses after a year, and after 90 days where the risk is high.'),
  'ours-material-change': ours('Material change', 'A changed definition needs a new approval.'),
  'ours-benefit': ours(
    'Benefit',
    'A use states what the person gains; revenue or engagement alone is no gain.',
  ),
  'ours-declared-as-seen': ours(
    'Declared as seen',
    'What a card declares is what its content and data show.',
  ),
  'ours-person-to-talk-to': ours(
    'A person to talk to',
    'Whoever asks to talk to a person hears from one within five business days.',
  ),
  'ours-request-clock': ours(
    'Clock of a request',
    'Where no law that we know sets a time, a request is answered within the month of the GDPR.',
  ),
  'ours-waivers': ours('Waivers', 'An exception is named, owned, dated and renewed at most twice.'),
  'ours-expected-use': ours(
    'Expected use',
    'A use stays within what people expect; a privacy notice alone is no proof.',
  ),
  'ours-purpose-barriers': ours(
    'Purpose barriers',
    'Some purposes never flow into others, however near they are in the tree.',
  ),
  'ours-no-appended-contact': ours(
    'No appended contact',
    'A contact channel is used only if the person gave it.',
  ),
  'ours-identity-join': ours(
    'Identity joins',
    'A join of identities is sure, can be undone and keeps to the consent given.',
  ),
  'ours-known-destinations': ours(
    'Known destinations',
    'Data goes only to the systems that the data map names.',
  ),
  'ours-row-cap': ours('Capped exports', 'Exports of high-risk segments are logged and capped.'),
  'ours-defined-audience': ours(
    'Defined audience',
    'A flag, list or lookalike is traced to what made it and is as sensitive.',
  ),
  'ours-minimum-segment': ours(
    'Minimum segment',
    'A segment has at least 50 people, and 1,000 for an upload to an ad platform.',
  ),
  'ours-proxy-limit': ours(
    'Proxy limit',
    'A selection that tells a protected trait with an AUC above 0.65 is reviewed.',
  ),
  'ours-protective-only': ours(
    'Protective only',
    'A sign of vulnerability may only lower pressure or add help.',
  ),
  'ours-life-event-cool-down': ours(
    'Life-event cool-down',
    'After a life event nothing is sold on it for 90 days.',
  ),
  'ours-financial-distress': ours(
    'Financial distress',
    'People in money trouble are not offered credit, gambling or costly products.',
  ),
  'ours-minors': ours('Minors', 'Known or likely minors are not profiled for marketing.'),
  'ours-sensitive-places': ours(
    'Sensitive places',
    'Visits to clinics, worship, shelters, unions and schools do not aim messages.',
  ),
  'ours-true-claims': ours(
    'True claims',
    'Urgency, scarcity and popularity rest on a fact that someone else owns.',
  ),
  'ours-fresh-stock': ours('Fresh stock', 'A stock claim rests on a figure of the last 15 minutes.'),
  'ours-neutral-choice': ours(
    'Neutral choice',
    'Yes and no are worded and shown alike, without shame or fear.',
  ),
  'ours-plain-wording': ours(
    'Plain wording',
    'Messages say what is offered without hurrying, nagging, tricking or cornering the reader.',
  ),
  'ours-no-fear-or-shame': ours('No fear or shame', 'Messages do not sell by fear, shame or guilt.'),
  'ours-no-trait-revealed': ours(
    'No trait revealed',
    'A message does not show that we know something sensitive.',
  ),
  'ours-total-cost': ours('Total cost', 'All costs, renewal and exit stand before the button.'),
  'ours-frequency-cap': ours('Frequency cap', 'All teams together keep to one cap of messages per person.'),
  'ours-worst-path': ours(
    'Worst path',
    'A journey is judged by its most insistent path, and ends on purchase, complaint or opt-out.',
  ),
  'ours-ai-disclosed': ours('AI disclosed', 'A machine that talks to people says so at first contact.'),
  'ours-group-minimum': ours('Group minimum', 'Groups below 30 people give no verdict, and never a pass.'),
  'ours-rate-ratio': ours(
    'Rate ratio',
    'Selection rates of groups are compared by size and by chance together.',
  ),
  'ours-error-gap': ours('Error gap', 'Error rates of groups differ by at most 0.1.'),
  'ours-less-harmful-variant': ours(
    'Less harmful variant',
    'At least two alternatives were compared for use and harm.',
  ),
  'ours-fair-offers': ours(
    'Fair offers',
    'Groups do not get worse offers, prices or waits without a tested reason.',
  ),
  'ours-decision-class': ours(
    'Decision class',
    'Each automated decision is classed by its effect on people.',
  ),
  'ours-real-review': ours(
    'Real review',
    'Reviews that are too fast or too agreeable get a second pair of eyes.',
  ),
  'ours-stop': ours('Stop', 'Any live use can be stopped within five minutes, drilled every 90 days.'),
  'ours-reason-and-expiry': ours(
    'Reason and expiry',
    'A suppression has a reason, a source, an end and an appeal; an opt-out never ends.',
  ),
  'ours-essential-reach': ours(
    'Essential reach',
    'Service, safety, legal and rights messages reach everyone and sell nothing.',
  ),
  'ours-no-low-value-exclusion': ours(
    'No low-value exclusion',
    'Leaving out costly or low-value customers is tested by group first.',
  ),
  'ours-harm-term': ours('Harm term', 'What an optimiser seeks includes a term for harm, with constraints.'),
  'ours-opt-out-in-a-day': ours(
    'Opt-out in a day',
    'An objection holds at the gate in 60 seconds and in all systems in 24 hours.',
  ),
  'ours-ads-remove': ours('Remove from ads', 'Opt-outs leave audiences that were already uploaded.'),
  'ours-fail-closed': ours('Fail closed', 'Where consent is unknown, nothing is sent.'),
  'ours-no-reprompt': ours('No re-prompt', 'After a no, people are not asked again for six months.'),
  'ours-quiet-hours': ours(
    'Quiet hours',
    'Quiet hours hold in every time zone where the person may be, consent or not.',
  ),
  'ours-easy-exit': ours('Easy exit', 'Leaving takes no more steps than joining, on the same channel.'),
  'ours-unsubscribe-year': ours(
    'Unsubscribe for a year',
    'A link to unsubscribe works for a year after sending.',
  ),
  'ours-why-from-what-ran': ours(
    'Why, from what ran',
    'The answer to “why me” is made from the selection that ran.',
  ),
  'ours-complaint-bound': ours('Complaint bound', 'A rise of complaints above the bound pauses the use.'),
  'ours-opt-out-spike': ours('Opt-out spike', 'Opt-outs at three times the own baseline stop the wave.'),
  'ours-pressure-index': ours(
    'Pressure index',
    'Pressure before a purchase and regret after it are measured.',
  ),
  'ours-outcomes-by-group': ours(
    'Outcomes by group',
    'Vulnerable groups do no worse in complaints, refunds and arrears.',
  ),
  'ours-incident-in-a-day': ours(
    'Incident in a day',
    'Harm becomes an incident with owner, stop, remedy and notice within 24 hours.',
  ),
  'ours-evidence-chain': ours('Evidence chain', 'Evidence is chained so that a silent edit shows.'),
} as const satisfies Record<string, NormRow>;
