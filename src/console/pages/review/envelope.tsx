import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { allPages } from '../../api/all-pages.ts';
import { listMessageChecks, type Slot } from '../../api/client.ts';
import type { DecisionDraft } from './decision-draft.ts';
import styles from './review.module.css';
import { useOpenReview } from './use-review.ts';

const SOURCES = [
  { value: 'field', label: 'its own field' },
  { value: 'feed', label: 'a product feed' },
  { value: 'recommendation', label: 'a recommendation' },
  { value: 'generated', label: 'a text that is generated' },
];

/** What may differ from message to message: where each slot is filled from, and which checks must stay silent on each. */
export function EnvelopeTerms({
  draft: { slots, silent },
  change,
}: {
  readonly draft: DecisionDraft;
  readonly change: (more: Partial<DecisionDraft>) => void;
}) {
  const { version } = useOpenReview();
  const checks = useQuery({
    queryKey: ['message-checks'],
    queryFn: ({ signal }) => allPages((page) => listMessageChecks(page, { signal })),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (version.slots.length === 0) return null;
  const setSlot = (slot: Slot): void => {
    const others = slots.filter(({ name }) => name !== slot.name);
    change({ slots: slot.source.type === 'field' ? others : [...others, slot] });
  };
  return (
    <details>
      <summary>
        What may differ from message to message: {version.slots.length}{' '}
        {version.slots.length === 1 ? 'place' : 'places'}
        {silent.length === 0 ? '' : `, ${silent.length} silent checks`}
      </summary>
      <div className={styles.inner}>
        {version.slots.map((name) => {
          const source = slots.find((slot) => slot.name === name)?.source ?? {
            type: 'field' as const,
            ref: name,
          };
          return (
            <div key={name} className={styles.pair}>
              <NativeSelect
                label={`“${name}” is filled from`}
                value={source.type}
                onChange={(event) =>
                  setSlot({
                    name,
                    source: { type: event.currentTarget.value as Slot['source']['type'], ref: source.ref },
                  })
                }
                data={SOURCES}
              />
              {source.type === 'field' ? null : (
                <TextInput
                  label="Which one?"
                  value={source.ref}
                  onChange={(event) =>
                    setSlot({ name, source: { ...source, ref: event.currentTarget.value || name } })
                  }
                />
              )}
            </div>
          );
        })}
        <Checkbox.Group
          label="Checks that run on each message and must find nothing"
          value={[...silent]}
          onChange={(next) => change({ silent: next })}
        >
          <div className={styles.many}>
            {(checks.data?.items ?? []).map(({ id, title }) => (
              <Checkbox key={id} value={id} label={title} />
            ))}
          </div>
        </Checkbox.Group>
      </div>
    </details>
  );
}
