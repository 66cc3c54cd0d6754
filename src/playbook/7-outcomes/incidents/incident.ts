import type {
  GuardKind,
  IncidentEvidence,
  IncidentKind,
  IncidentOpened,
  Notice,
  Proof,
  Remedy,
  Told,
} from './incident-event.ts';

/** `open` until it is decided what is done for those it reached, `remedying` until that is proven and it is closed. */
export const INCIDENT_STATES = ['open', 'remedying', 'closed'] as const;
export type IncidentState = (typeof INCIDENT_STATES)[number];

interface By {
  readonly by: string | null;
  readonly at: string;
}

/** What the events of an incident come to, and nothing else. */
export interface Incident {
  readonly kind: IncidentKind;
  readonly cause: string;
  readonly reported: string | null;
  readonly state: IncidentState;
  readonly openedAt: string;
  readonly openedBy: string | null;
  /** From when the clock of notice runs. */
  readonly knownSince: string;
  readonly evidence: readonly IncidentEvidence[];
  readonly recurs: string | null;
  readonly found: (By & { readonly words: string }) | null;
  readonly notice: (By & { readonly notice: Notice; readonly reason: string }) | null;
  readonly told: ReadonlyArray<
    By & {
      readonly whom: Told;
      readonly on: string;
      readonly reference: string;
      readonly lateBecause: string | null;
    }
  >;
  readonly remedy: (By & { readonly remedies: readonly Remedy[]; readonly reason: string }) | null;
  readonly proofs: ReadonlyArray<
    By & { readonly remedy: Remedy; readonly proof: Proof; readonly doneOn: string }
  >;
  readonly guard:
    | (By & {
        readonly guard: GuardKind;
        readonly name: string | null;
        readonly followUp: { readonly what: string; readonly until: string } | null;
      })
    | null;
  readonly closedAt: string | null;
  readonly closedBy: string | null;
}

/** The incident that begins with this event. */
export const openedBy = ({ at, by, kind, cause, words, evidence, recurs }: IncidentOpened): Incident => ({
  kind,
  cause,
  reported: words,
  state: 'open',
  openedAt: at,
  openedBy: by,
  knownSince: at,
  evidence,
  recurs,
  found: null,
  notice: null,
  told: [],
  remedy: null,
  proofs: [],
  guard: null,
  closedAt: null,
  closedBy: null,
});

/** Who has to be told of it, as was decided; nobody while nothing was. */
export function toTell({ notice }: Pick<Incident, 'notice'>): readonly Told[] {
  if (notice === null || notice.notice === 'no-breach' || notice.notice === 'breach-without-risk') return [];
  return notice.notice === 'authority' ? ['authority'] : ['authority', 'people'];
}

export const wasTold = ({ told }: Pick<Incident, 'told'>, whom: Told): boolean =>
  told.some((one) => one.whom === whom);

/** Remedies that were decided and that nobody has proven yet. */
export const unproven = ({ remedy, proofs }: Pick<Incident, 'remedy' | 'proofs'>): readonly Remedy[] =>
  (remedy?.remedies ?? []).filter((one) => !proofs.some((proof) => proof.remedy === one));

/** Something without which an incident cannot be closed. */
export interface MissingToClose {
  readonly step:
    | 'cause-found'
    | 'notice-decided'
    | 'told'
    | 'remedy-decided'
    | 'remedy-proven'
    | 'guard-named';
  /** Of whom, or of which remedy. */
  readonly of: Told | Remedy | null;
  readonly says: string;
}

/** All that is missing before it can be closed, in the order in which people go about it. */
export function missingToClose(incident: Incident): readonly MissingToClose[] {
  const missing: MissingToClose[] = [];
  const need = (
    isThere: boolean,
    step: MissingToClose['step'],
    says: string,
    of: MissingToClose['of'] = null,
  ) => {
    if (!isThere) missing.push({ step, of, says });
  };
  need(incident.found !== null, 'cause-found', 'what caused it');
  need(incident.notice !== null, 'notice-decided', 'a decision whether somebody has to be told of it');
  for (const whom of toTell(incident))
    need(
      wasTold(incident, whom),
      'told',
      whom === 'authority' ? 'that the authority was told' : 'that those concerned were told',
      whom,
    );
  need(incident.remedy !== null, 'remedy-decided', 'a decision on what is done for those it reached');
  for (const remedy of unproven(incident))
    need(false, 'remedy-proven', `a proof that the ${remedy} was done`, remedy);
  need(incident.guard !== null, 'guard-named', 'what would have caught it');
  return missing;
}
