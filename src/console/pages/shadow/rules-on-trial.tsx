import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type ReadGatePolicy200, type SetGatePolicyBody, setGatePolicy } from '../../api/client.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { Form } from '../../parts/form.tsx';
import { Gravity } from '../../parts/gravity.tsx';
import { PlainTable } from '../../parts/plain-table.tsx';
import { TimeAgo } from '../../parts/time-ago.tsx';
import { useMay } from '../../shell/session.tsx';
import { ALWAYS_BIND, GATE_RULES, type GateRule } from '../gate/gate-words.ts';
import styles from './shadow.module.css';

type Trial = ReadGatePolicy200['shadow'][number];

/** Each rule: whether it binds, or by whom and until when it is tried out. */
export function RulesOnTrial({ policy }: { readonly policy: ReadGatePolicy200 }) {
  const mayWrite = useMay()('settings.write');
  const [asked, setAsked] = useState<GateRule | null>(null);
  const now = Date.now();
  const trialOf = (rule: GateRule): Trial | undefined =>
    policy.shadow.find((one) => one.rule === rule && Date.parse(one.until) > now);
  const current = asked === null ? undefined : trialOf(asked);
  return (
    <>
      <PlainTable
        label="Rules of the gate"
        rows={Object.keys(GATE_RULES) as GateRule[]}
        rowKey={(rule) => rule}
        columns={[
          { header: 'Rule', cell: (rule) => GATE_RULES[rule] },
          { header: 'Stands', cell: (rule) => <Stands rule={rule} trial={trialOf(rule)} /> },
          ...(mayWrite
            ? [
                {
                  header: 'Action',
                  cell: (rule: GateRule) =>
                    ALWAYS_BIND.has(rule) ? null : (
                      <Button
                        size="compact-sm"
                        variant="default"
                        aria-label={`${trialOf(rule) === undefined ? 'Try it out' : 'Let it bind'}: ${GATE_RULES[rule]}`}
                        onClick={() => setAsked(rule)}
                      >
                        {trialOf(rule) === undefined ? 'Try it out' : 'Let it bind'}
                      </Button>
                    ),
                },
              ]
            : []),
        ]}
      />
      <Dialog
        title={current === undefined ? 'Try a rule out' : 'Let a rule bind'}
        isOpen={asked !== null}
        close={() => setAsked(null)}
      >
        {asked === null ? null : (
          <Change policy={policy} rule={asked} trial={current} done={() => setAsked(null)} />
        )}
      </Dialog>
    </>
  );
}

const Stands = ({ rule, trial }: { readonly rule: GateRule; readonly trial: Trial | undefined }) =>
  trial === undefined || ALWAYS_BIND.has(rule) ? (
    <Gravity of="allow">{ALWAYS_BIND.has(rule) ? 'always binds' : 'binds'}</Gravity>
  ) : (
    <span className={styles.two}>
      <Gravity of="review">only tried out</Gravity>
      <span className="small">
        by {trial.owner}, binds again <TimeAgo at={trial.until} />
      </span>
    </span>
  );

function Change({
  policy: { version, ...policy },
  rule,
  trial,
  done,
}: {
  readonly policy: ReadGatePolicy200;
  readonly rule: GateRule;
  readonly trial: Trial | undefined;
  readonly done: () => void;
}) {
  const queries = useQueryClient();
  const [owner, setOwner] = useState('');
  const [until, setUntil] = useState('');
  const change = useMutation({
    mutationFn: () => {
      const others = policy.shadow.filter((one) => one.rule !== rule);
      const next: SetGatePolicyBody = {
        ...policy,
        shadow:
          trial === undefined
            ? [...others, { rule, owner: owner.trim(), until: new Date(`${until}T23:59:59`).toISOString() }]
            : others,
      };
      return setGatePolicy(next, { version });
    },
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['settings', 'gate'] });
      done();
    },
  });
  return (
    <Form submit={() => change.mutate()} error={change.error}>
      <p>
        <strong>{GATE_RULES[rule]}.</strong>
      </p>
      {trial === undefined ? (
        <>
          <p>
            While it is tried out it holds nobody back, and what it would have held is counted. What people
            said, what protects them and what cannot be read binds all the same. At the end it binds by
            itself.
          </p>
          <TextInput
            label="Who answers for it"
            required
            maxLength={200}
            value={owner}
            onChange={(event) => setOwner(event.currentTarget.value)}
          />
          <TextInput
            type="date"
            label="Until the end of"
            description="Within 90 days."
            required
            value={until}
            onChange={(event) => setUntil(event.currentTarget.value)}
          />
        </>
      ) : (
        <p>From now on it holds messages back. The next decision counts.</p>
      )}
      <Button type="submit" loading={change.isPending}>
        {trial === undefined ? 'Try it out' : 'Let it bind'}
      </Button>
    </Form>
  );
}
