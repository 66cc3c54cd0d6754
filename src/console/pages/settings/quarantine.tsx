import { Button, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { allPages } from '../../api/all-pages.ts';
import { decideCampaign, listQuarantine, type QuarantinedCampaign } from '../../api/client.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { Form } from '../../parts/form.tsx';
import { PlainTable } from '../../parts/plain-table.tsx';
import { TimeAgo } from '../../parts/time-ago.tsx';
import { useMay } from '../../shell/session.tsx';
import { systemName } from './intake-words.ts';
import { Setting } from './setting.tsx';
import styles from './settings.module.css';

const KEY = ['outcomes', 'quarantine'];

/** Campaigns that no use is known by: what is told of them counts for nothing until somebody says which use each is. */
export function Quarantine() {
  const mayWrite = useMay()('settings.write');
  const [opened, setOpened] = useState<QuarantinedCampaign | null>(null);
  const campaigns = useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => allPages((page) => listQuarantine(page, { signal })),
  });
  return (
    <Setting title="Campaigns that no use is known by" query={campaigns}>
      {({ items }) =>
        items.length === 0 ? (
          <p className="quiet">None: every event that was told belongs to a use.</p>
        ) : (
          <div className={styles.stack}>
            <p>
              Their events are kept and watched by nobody. Say which use each is, and they count for it; those
              to come do, too.
            </p>
            <PlainTable
              label="Campaigns that no use is known by"
              rows={items}
              rowKey={({ source, campaign }) => `${source} ${campaign}`}
              columns={[
                { header: 'Campaign', cell: ({ campaign }) => nameOf(campaign) },
                { header: 'Told by', cell: ({ source }) => systemName(source) },
                { header: 'Events', isNumber: true, cell: ({ events }) => events },
                { header: 'Last', cell: ({ lastAt }) => <TimeAgo at={lastAt} /> },
                {
                  header: 'Action',
                  cell: (row) =>
                    mayWrite ? (
                      <Button
                        size="compact-sm"
                        variant="default"
                        aria-label={`Say what it is: ${row.campaign || `no name, ${systemName(row.source)}`}`}
                        onClick={() => setOpened(row)}
                      >
                        Say what it is
                      </Button>
                    ) : null,
                },
              ]}
            />
            <Dialog title="Which use is this?" isOpen={opened !== null} close={() => setOpened(null)}>
              {opened === null ? null : <Decide campaign={opened} done={() => setOpened(null)} />}
            </Dialog>
          </div>
        )
      }
    </Setting>
  );
}

const nameOf = (campaign: string) =>
  campaign === '' ? <span className="quiet">none was named</span> : campaign;

function Decide({
  campaign: { source, campaign, events },
  done,
}: {
  readonly campaign: QuarantinedCampaign;
  readonly done: () => void;
}) {
  const queries = useQueryClient();
  const [use, setUse] = useState('');
  const decide = useMutation({
    mutationFn: (decided: string | null) => decideCampaign({ source, campaign, use: decided }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['outcomes'] });
      done();
    },
  });
  return (
    <Form submit={() => decide.mutate(use)} error={decide.error}>
      <p>
        {systemName(source)} told of {events} {events === 1 ? 'event' : 'events'}
        {campaign === '' ? ' and named no campaign' : ` of “${campaign}”`}.
      </p>
      <TextInput
        label="Use"
        description="Its id, as it stands in the list of uses"
        value={use}
        required
        onChange={({ currentTarget }) => setUse(currentTarget.value.trim())}
      />
      <div className={styles.row}>
        <Button type="submit" variant="default" loading={decide.isPending}>
          It is this use
        </Button>
        <Button variant="default" onClick={() => decide.mutate(null)}>
          It is none of ours: list it no more
        </Button>
      </div>
    </Form>
  );
}
