import { type Problem, problem } from '../../../kernel/problem.ts';
import { fail, ok, type Result } from '../../../kernel/result.ts';
import { AUTHORITY_HOURS } from './clocks.ts';
import { type Incident, missingToClose, openedBy, toTell } from './incident.ts';
import type { IncidentEvent, Proof } from './incident-event.ts';

/**
 * An incident after one more event, where the event follows from where it stands. The same rules hold for a new event and
 * for one read back. Problems: `incident.wrong-state`, `incident.incomplete`, `incident.not-closable`.
 */
export function nextIncident(before: Incident | null, event: IncidentEvent): Result<Incident, Problem> {
  if (before === null)
    return event.type === 'opened' ? ok(openedBy(event)) : wrongState('an incident begins by being opened');
  if (event.type === 'opened') return wrongState('it is open already');
  if (before.state === 'closed')
    return wrongState('it is closed; what happens again is an incident of its own');
  const { at, by } = event;
  switch (event.type) {
    case 'evidence-added': {
      const { of, id } = event.evidence;
      const isKnown = before.evidence.some((one) => one.of === of && one.id === id);
      return ok(isKnown ? before : { ...before, evidence: [...before.evidence, event.evidence] });
    }
    case 'known-since':
      return Date.parse(event.since) > Date.parse(before.knownSince)
        ? incomplete('since when it was known is set earlier, never later', 'name an earlier moment')
        : ok({ ...before, knownSince: event.since });
    case 'cause-found':
      return isBlank(event.words)
        ? incomplete('it is not said what caused it', 'say it in a sentence')
        : ok({ ...before, found: { by, at, words: event.words } });
    case 'notice-decided':
      return isBlank(event.reason)
        ? incomplete('a decision on notice has a reason', 'say why, in a sentence')
        : ok({ ...before, notice: { by, at, notice: event.notice, reason: event.reason } });
    case 'told':
      return told(before, event);
    case 'remedy-decided': {
      if (isBlank(event.reason))
        return incomplete('a decision on the remedy has a reason', 'say why, in a sentence');
      const remedies = [...new Set(event.remedies)];
      return ok({ ...before, state: 'remedying', remedy: { by, at, remedies, reason: event.reason } });
    }
    case 'remedy-proven': {
      if (before.remedy === null || !before.remedy.remedies.includes(event.remedy))
        return wrongState(`a ${event.remedy} was not decided`);
      if (!isSound(event.proof))
        return incomplete('the proof is none', 'write what was done, or name an https link or a sha256 hash');
      if (Date.parse(event.doneOn) > Date.parse(at))
        return incomplete('what is proven was done before now', 'name when it was done');
      const { remedy, proof, doneOn } = event;
      const others = before.proofs.filter((one) => one.remedy !== remedy);
      return ok({ ...before, proofs: [...others, { by, at, remedy, proof, doneOn }] });
    }
    case 'guard-named': {
      const { guard, name, followUp } = event;
      if (guard === 'none-yet' && (followUp === null || isBlank(followUp.what)))
        return incomplete(
          'where nothing would have caught it, something is done about that',
          'say what, and until when',
        );
      if (guard !== 'none-yet' && isBlank(name ?? ''))
        return incomplete(`the ${guard} is not named`, 'name it');
      return ok({ ...before, guard: { by, at, guard, name: guard === 'none-yet' ? null : name, followUp } });
    }
    case 'closed': {
      const missing = missingToClose(before);
      return missing.length > 0
        ? fail(
            problem(
              'incident.not-closable',
              `it cannot be closed: ${missing.map(({ says }) => says).join('; ')} is missing`,
              'add what is missing first',
            ),
          )
        : ok({ ...before, state: 'closed', closedAt: at, closedBy: by });
    }
  }
}

/** What events come to, from the first on. Problems: those of `nextIncident`. */
export function foldIncident(events: readonly IncidentEvent[]): Result<Incident, Problem> {
  let incident: Incident | null = null;
  for (const event of events) {
    const next = nextIncident(incident, event);
    if (!next.ok) return next;
    incident = next.value;
  }
  return incident === null ? wrongState('nothing happened to it') : ok(incident);
}

function told(before: Incident, event: IncidentEvent & { readonly type: 'told' }): Result<Incident, Problem> {
  const { at, by, whom, on, reference, lateBecause } = event;
  if (!toTell(before).includes(whom)) return wrongState(`it was not decided to tell the ${whom}`);
  if (isBlank(reference)) return incomplete('it is not said where the notice is', 'name its number or place');
  if (Date.parse(on) > Date.parse(at) || Date.parse(on) < Date.parse(before.knownSince))
    return incomplete('nobody was told before it was known, or after now', 'name when they were told');
  const isLate = Date.parse(on) > Date.parse(before.knownSince) + AUTHORITY_HOURS * 3_600_000;
  if (whom === 'authority' && isLate && isBlank(lateBecause ?? ''))
    return incomplete(
      `an authority that hears later than after ${AUTHORITY_HOURS} hours is told why`,
      'say why it was late',
    );
  const others = before.told.filter((one) => one.whom !== whom);
  return ok({ ...before, told: [...others, { by, at, whom, on, reference, lateBecause }] });
}

const isBlank = (text: string): boolean => text.trim() === '';

function isSound({ kind, value }: Proof): boolean {
  if (kind === 'hash') return /^sha256:[0-9a-f]{64}$/.test(value);
  if (kind === 'link') return /^https:\/\/[^\s/]+\S*$/.test(value);
  return !isBlank(value);
}

const wrongState = (message: string): Result<never, Problem> =>
  fail(problem('incident.wrong-state', message, 'read it again, and take a step that follows'));
const incomplete = (message: string, hint: string): Result<never, Problem> =>
  fail(problem('incident.incomplete', message, hint));
