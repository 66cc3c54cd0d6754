import { Button, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import {
  type CustomerRequest,
  changeSourceOfRequest,
  type DryRun as DryRunAnswer,
  dryRunRequest,
} from '../../api/client.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { Form } from '../../parts/form.tsx';
import { Loading } from '../../parts/loading.tsx';
import { Card, Section } from '../../parts/page.tsx';
import { PlainTable } from '../../parts/plain-table.tsx';
import { useMay } from '../../shell/session.tsx';
import styles from './requests.module.css';
import { tableInWords } from './table-words.ts';

type Plan = DryRunAnswer['warehouses'][number];
interface Correction {
  readonly field: string;
  readonly value: string;
}

const isWarehouse = ({ name, acknowledgedAt }: CustomerRequest['destinations'][number]): boolean =>
  name.startsWith('warehouse ') && acknowledgedAt === null;

/** What this server would change in the warehouses that it may change: counted first, and done when that is confirmed. */
export function DryRun({ request }: { readonly request: CustomerRequest }) {
  const may = useMay();
  const [correction, setCorrection] = useState<Correction | null>(null);
  if (request.closedAt !== null || !may('contest.decide') || !request.destinations.some(isWarehouse))
    return null;
  return (
    <Section title="In the warehouses">
      <Card>
        {request.kind === 'correct' ? <NameField set={setCorrection} /> : null}
        {request.kind === 'erase' || correction !== null ? (
          <Counted request={request} corrections={correction === null ? [] : [correction]} />
        ) : null}
      </Card>
    </Section>
  );
}

/** Where the right value is to stand. What is wrong and right by the person’s words is shown with who asks. */
function NameField({ set }: { readonly set: (correction: Correction) => void }) {
  const [field, setField] = useState('');
  const [value, setValue] = useState('');
  return (
    <Form submit={() => set({ field: field.trim(), value: value.trim() })} error={null}>
      <TextInput
        label="Field"
        description="As the data map names it, with its dataset: crm.customers.city."
        required
        maxLength={200}
        value={field}
        onChange={(event) => setField(event.currentTarget.value)}
      />
      <TextInput
        label="What is to stand there"
        required
        maxLength={2000}
        autoComplete="off"
        value={value}
        onChange={(event) => setValue(event.currentTarget.value)}
      />
      <Button type="submit" variant="default">
        Count what would change
      </Button>
    </Form>
  );
}

function Counted({
  request,
  corrections,
}: {
  readonly request: CustomerRequest;
  readonly corrections: readonly Correction[];
}) {
  const counted = useQuery({
    queryKey: ['requests', 'dry-run', request.id, request.version, corrections],
    queryFn: ({ signal }) => dryRunRequest(request.id, { corrections: [...corrections] }, { signal }),
  });
  if (counted.isError) return <ErrorState error={counted.error} retry={() => void counted.refetch()} />;
  if (counted.data === undefined) return <Loading what="what would change" />;
  return (
    <div className={styles.stack}>
      {counted.data.warehouses.map((plan) => (
        <Warehouse key={plan.warehouse} request={request} plan={plan} corrections={corrections} />
      ))}
    </div>
  );
}

function Warehouse({
  request,
  plan,
  corrections,
}: {
  readonly request: CustomerRequest;
  readonly plan: Plan;
  readonly corrections: readonly Correction[];
}) {
  const [isAsked, setAsked] = useState(false);
  const { warehouse, tables, notAsked } = plan;
  return (
    <div className={styles.stack}>
      <p>
        <strong>{warehouse}</strong>: {wouldDo(plan)}
      </p>
      {tables.length === 0 ? null : (
        <PlainTable
          label={`What would change in ${warehouse}`}
          rows={tables}
          rowKey={({ dataset, columns }) => [dataset, ...columns].join(' ')}
          columns={[
            { header: 'Dataset', cell: ({ dataset }) => <code>{dataset}</code> },
            { header: 'Would', cell: tableInWords },
            { header: 'Found by', cell: ({ foundBy }) => <code>{foundBy}</code> },
            { header: 'Rows', cell: ({ rows, does }) => (does === 'keep' ? 0 : rows) },
          ]}
        />
      )}
      {notAsked.length === 0 ? null : (
        <ul>
          {notAsked.map(({ dataset, because }) => (
            <li key={dataset}>
              <code>{dataset}</code>: nothing from here, since {because}.
            </li>
          ))}
        </ul>
      )}
      {tables.length === 0 ? null : (
        <div className={styles.buttons}>
          <Button variant="default" onClick={() => setAsked(true)}>
            {request.kind === 'erase' ? `Erase in ${warehouse}` : `Correct in ${warehouse}`}
          </Button>
        </div>
      )}
      <Dialog
        title={request.kind === 'erase' ? `Erase in ${warehouse}` : `Correct in ${warehouse}`}
        isOpen={isAsked}
        close={() => setAsked(false)}
      >
        <Confirm request={request} plan={plan} corrections={corrections} done={() => setAsked(false)} />
      </Dialog>
    </div>
  );
}

function Confirm({
  request,
  plan,
  corrections,
  done,
}: {
  readonly request: CustomerRequest;
  readonly plan: Plan;
  readonly corrections: readonly Correction[];
  readonly done: () => void;
}) {
  const queries = useQueryClient();
  const again = () => queries.invalidateQueries({ queryKey: ['requests'] });
  const change = useMutation({
    mutationFn: () =>
      changeSourceOfRequest(
        request.id,
        { warehouse: plan.warehouse, plan: plan.plan, corrections: [...corrections] },
        { version: request.version },
      ),
    onSuccess: async () => {
      await again();
      done();
    },
    // What was refused is a step of the request, too.
    onError: again,
  });
  return (
    <Form submit={() => change.mutate()} error={change.error}>
      <p>{wouldDo(plan)} All of it in one transaction, or nothing. It cannot be taken back.</p>
      <p>
        On record stands which tables, how many rows and when, and nothing of what stood in them. Where more
        rows than these would change by then, nothing does.
      </p>
      <Button type="submit" color="red" loading={change.isPending}>
        Do it now
      </Button>
    </Form>
  );
}

/** As `would remove 34 rows in 3 tables`. */
function wouldDo({ tables }: Plan): string {
  const said = (['delete', 'empty', 'correct'] as const).flatMap((does) => {
    const these = tables.filter((table) => table.does === does && table.rows > 0);
    const rows = these.reduce((sum, table) => sum + table.rows, 0);
    return rows === 0 ? [] : [`${VERBS[does]} ${count(rows, 'row')} in ${count(these.length, 'table')}`];
  });
  const kept = tables.reduce((sum, table) => sum + table.kept, 0);
  const left = kept === 0 ? '' : ` A law keeps ${count(kept, 'row')}, wholly or in part.`;
  return said.length === 0 ? `It would change nothing.${left}` : `It would ${said.join(', and ')}.${left}`;
}

const VERBS = { delete: 'remove', empty: 'empty fields of', correct: 'correct' } as const;
const count = (number: number, word: string): string => `${number} ${word}${number === 1 ? '' : 's'}`;
