import type { AuditReport } from '../fairness/report.ts';
import type { AuditSpec } from '../fairness/spec.ts';

/** Whether a report does what a source asks of it; `null` where the file cannot tell. */
export interface Answer {
  readonly met: boolean | null;
  readonly because: string;
}

/** One thing that a pack's source asks of an audit, beside a threshold. */
export interface Requirement {
  readonly says: string;
  /** Whether the words were read at their source, or noted from memory. */
  readonly verified: boolean;
  answer(spec: AuditSpec, report: AuditReport): Answer;
}

const intersections: Requirement = {
  says: 'Ratios are computed for each attribute alone and for their combinations.',
  verified: false,
  answer: ({ groups }, report) =>
    groups.length < 2
      ? { met: false, because: `only ${groups.join(', ')} was named: name sex and race with --group` }
      : report.marginals === undefined
        ? { met: false, because: 'the attributes alone are not reported: add --marginals' }
        : { met: true, because: `${groups.join(', ')}, alone and combined` },
};

const scoringRate: Requirement = {
  says: 'For scores the rate is the share above the median score of everybody.',
  verified: false,
  answer: ({ score }, report) =>
    score === undefined
      ? { met: null, because: 'no score was named: this speaks of the selection rate' }
      : report.groups.some((group) => group.scoringRate !== null)
        ? { met: true, because: `scoring rates of ${score} are reported` }
        : { met: false, because: 'the scoring rate could not be told' },
};

const noImputed: Requirement = {
  says: 'Race and sex are as people stated them, never imputed from names or places.',
  verified: false,
  answer: ({ vault, groups }) => {
    const records = groups.flatMap((name) => vault?.records[name] ?? []);
    if (records.length < groups.length)
      return {
        met: null,
        because: 'the file does not say where the attributes come from: keep them in a vault',
      };
    const imputed = records.find(({ source }) => /imput|infer|bisg|predict|estimat|model/i.test(source));
    return imputed === undefined
      ? { met: true, because: records.map(({ source }) => source).join('; ') }
      : { met: false, because: `the record says: ${imputed.source}` };
  },
};

const unknownCounted: Requirement = {
  says: 'The number of people whose category is unknown is stated.',
  verified: false,
  answer: (_, { groups }) => {
    const unknown = groups.filter(({ by }) => Object.values(by).includes(null));
    return unknown.some(({ suppressed }) => suppressed)
      ? { met: null, because: 'it is not shown, because it is small' }
      : { met: true, because: `${unknown.reduce((sum, { n }) => sum + (n ?? 0), 0)} people` };
  },
};

const sizeAndChance: Requirement = {
  says: 'Size and chance are told apart: a ratio and a test, since they answer different questions.',
  verified: false,
  answer: () => ({ met: true, because: 'both stand beside each other for every group' }),
};

const justified: Requirement = {
  says: 'A difference that remains is justified by a lawful aim and proportionate means.',
  verified: false,
  answer: () => ({ met: null, because: 'no file can tell: a person writes this down' }),
};

/** What the source of each pack asks beyond a number. */
export const REQUIREMENTS: Readonly<Record<string, readonly Requirement[]>> = {
  eu: [sizeAndChance, justified],
  uk: [sizeAndChance, justified],
  'us-eeoc': [sizeAndChance],
  'us-nyc-ll144': [intersections, scoringRate, noImputed, unknownCounted],
  'us-co': [sizeAndChance, unknownCounted],
};
