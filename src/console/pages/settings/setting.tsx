import { Button } from '@mantine/core';
import { type UseQueryResult, useMutation } from '@tanstack/react-query';
import { type ReactNode, useId } from 'react';
import { ErrorState } from '../../parts/error-state.tsx';
import { Form } from '../../parts/form.tsx';
import { Loading } from '../../parts/loading.tsx';
import { Card, Section } from '../../parts/page.tsx';
import { useMay } from '../../shell/session.tsx';
import styles from './settings.module.css';

/** A setting under its heading, once it is read. */
export function Setting<T>({
  title,
  query,
  children,
}: {
  readonly title: string;
  readonly query: UseQueryResult<T>;
  readonly children: (data: T) => ReactNode;
}) {
  return (
    <Section title={title}>
      <Card>
        {query.isError ? (
          <ErrorState error={query.error} retry={() => void query.refetch()} />
        ) : query.data === undefined ? (
          <Loading what={title.toLowerCase()} />
        ) : (
          children(query.data)
        )}
      </Card>
    </Section>
  );
}

/** The form of a setting: who may not change it reads it. */
export function SettingForm({
  save,
  saved,
  children,
}: {
  readonly save: () => Promise<unknown>;
  /** Asks for what holds now. */
  readonly saved: () => Promise<unknown>;
  readonly children: ReactNode;
}) {
  const may = useMay();
  const mayWrite = may('settings.write');
  const status = useId();
  const keep = useMutation({ mutationFn: save, onSuccess: saved });
  return (
    <Form submit={() => keep.mutate()} error={keep.error}>
      <fieldset className={styles.fields} disabled={!mayWrite}>
        {children}
      </fieldset>
      {mayWrite ? (
        <Button type="submit" variant="default" loading={keep.isPending} aria-describedby={status}>
          Keep it
        </Button>
      ) : null}
      <p id={status} role="status" className="small quiet">
        {keep.isSuccess ? 'Kept. It counts from here on.' : ''}
      </p>
    </Form>
  );
}
