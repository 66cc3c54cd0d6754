import { Button, NativeSelect, Radio, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { readReview } from '../../api/client.ts';
import { Problem } from '../../api/problem.ts';
import { useMe } from '../../shell/session.tsx';
import { Conditions } from './conditions.tsx';
import { type DecisionDraft, decidedStep, isApproval, missingFrom } from './decision-draft.ts';
import { EnvelopeTerms } from './envelope.tsx';
import { Refused } from './refused.tsx';
import styles from './review.module.css';
import { Step } from './step.tsx';
import { useAct, useOpenReview } from './use-review.ts';

const CHOICES: ReadonlyArray<{ readonly value: DecisionDraft['decision']; readonly label: string }> = [
  { value: 'approve', label: 'Approve' },
  { value: 'approve-with-conditions', label: 'Approve with conditions' },
  { value: 'change', label: 'Ask for a change' },
  { value: 'reject', label: 'Reject' },
  { value: 'escalate', label: 'Hand it on: somebody else decides' },
];
const ESSENTIAL = [
  { value: '', label: 'no: people’s choices count' },
  ...['security', 'safety', 'service', 'legal-notice', 'contract-notice', 'rights-confirmation'].map(
    (value) => ({
      value,
      label: `yes: ${value.replaceAll('-', ' ')}`,
    }),
  ),
];

/** The decision, in structured fields and own words. A no needs its reason alone, as it must never be dearer than a yes. */
export function Decide() {
  const { review, version, decision: draft, setDecision: set, clearDecision, nameOf } = useOpenReview();
  const me = useMe();
  const act = useAct(review.id);
  const queries = useQueryClient();
  const look = useMutation({
    mutationFn: () => freshOrOvertaken(review),
    // What others did shows at once, and not with the next look.
    onError: () => queries.invalidateQueries({ queryKey: ['reviews', review.id] }),
  });
  const change = (more: Partial<DecisionDraft>): void => set((now) => ({ ...now, ...more }));
  const approves = isApproval(draft.decision);
  const others = review.missing.filter(({ by }) => by === me.key);
  const isReady = missingFrom(draft).length === 0 && (!approves || others.length === 0);
  const stoppers = [...new Set([review.owner, me.key, ...review.participations.map(({ person }) => person)])];
  return (
    <Step id="decision" title="Your decision">
      <form
        onSubmit={async (event) => {
          event.preventDefault();
          await look.mutateAsync().then(
            () => act.mutate([decidedStep(draft, version.slots)], { onSuccess: clearDecision }),
            () => {},
          );
        }}
      >
        <Radio.Group
          label="Decision"
          value={draft.decision}
          onChange={(decision) => change({ decision: decision as DecisionDraft['decision'] })}
        >
          {CHOICES.map(({ value, label }) => (
            <Radio key={value} value={value} label={label} />
          ))}
        </Radio.Group>
        <Textarea
          label="Why, in your own words"
          autosize
          minRows={2}
          value={draft.reason}
          onChange={(event) => change({ reason: event.currentTarget.value })}
        />
        {approves ? (
          <>
            <Textarea
              label="The strongest reason against it"
              autosize
              minRows={2}
              value={draft.against}
              onChange={(event) => change({ against: event.currentTarget.value })}
            />
            {draft.decision === 'approve-with-conditions' ? (
              <Conditions of={draft.conditions} set={(conditions) => change({ conditions })} />
            ) : null}
            <div className={styles.pair}>
              <TextInput
                type="date"
                label="May run until"
                value={draft.until}
                min={new Date().toISOString().slice(0, 10)}
                onChange={(event) => change({ until: event.currentTarget.value })}
              />
              <NativeSelect
                label="Who stops it if it goes wrong"
                value={draft.stopOwner}
                onChange={(event) => change({ stopOwner: event.currentTarget.value })}
                data={[
                  { value: '', label: 'Choose' },
                  ...stoppers.map((key) => ({
                    value: key,
                    label: key === review.owner ? `${nameOf(key)}, the owner` : nameOf(key),
                  })),
                ]}
              />
            </div>
            <EnvelopeTerms draft={draft} change={change} />
            <details>
              <summary>Dissent, or a message that is owed</summary>
              <div className={styles.inner}>
                <Textarea
                  label="Dissent: where you go along without agreeing in all"
                  autosize
                  minRows={2}
                  value={draft.dissent}
                  onChange={(event) => change({ dissent: event.currentTarget.value })}
                />
                <NativeSelect
                  label="Owed whatever people chose about marketing?"
                  value={draft.essential ?? ''}
                  onChange={(event) =>
                    change({
                      essential: (event.currentTarget.value === ''
                        ? null
                        : event.currentTarget.value) as DecisionDraft['essential'],
                    })
                  }
                  data={ESSENTIAL}
                />
              </div>
            </details>
          </>
        ) : null}
        <Refused error={look.error ?? act.error} />
        <Button type="submit" disabled={!isReady} loading={act.isPending || look.isPending}>
          Decide
        </Button>
      </form>
    </Step>
  );
}

/** Ends where somebody else acted since the page was read: who decides knows what was decided before. */
async function freshOrOvertaken(
  seen: Parameters<typeof peopleIn>[0] & { readonly id: string },
): Promise<void> {
  const fresh = await readReview(seen.id);
  if (peopleIn(fresh) !== peopleIn(seen))
    throw new Problem(
      409,
      'store.changed',
      'the review changed while you were writing',
      'read who judged meanwhile, then decide',
      null,
    );
}

const peopleIn = ({
  state,
  participations,
}: {
  readonly state: string;
  readonly participations: ReadonlyArray<{
    readonly person: string;
    readonly decision: { readonly at: string } | null;
  }>;
}): string =>
  JSON.stringify([state, participations.map(({ person, decision }) => [person, decision?.at ?? null])]);
