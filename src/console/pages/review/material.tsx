import { Tabs } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Version } from '../../api/client.ts';
import { AuditCharts, namesDecisions } from '../../parts/audit-charts.tsx';
import { MessagePreview } from '../../parts/message-preview.tsx';
import { useMe } from '../../shell/session.tsx';
import { Audience } from './audience.tsx';
import { Boundaries, boundaryFindings } from './boundaries.tsx';
import { type Card, CustomerSees } from './card.tsx';
import { Claims } from './claims.tsx';
import { Difference } from './difference.tsx';
import styles from './review.module.css';
import { useLooking } from './use-looking.ts';
import { useOpenReview } from './use-review.ts';

/** The thing itself: what recipients see, who they are, what is claimed, and what the card says. */
export function Material() {
  const { review, version, current, findings } = useOpenReview();
  const me = useMe();
  const queries = useQueryClient();
  const card = (version.card ?? {}) as Card;
  const messages = messagesOf(card, version);
  const tabs = [
    ...(version.difference === null ? [] : [{ value: 'difference', label: 'What changed' }]),
    ...messages.map((_, index) => ({
      value: `message-${index}`,
      label: messages.length === 1 ? 'Message' : `Message ${index + 1}`,
    })),
    ...(hasAudience(card) ? [{ value: 'audience', label: 'Audience' }] : []),
    ...((card.claims?.length ?? 0) > 0 ? [{ value: 'claims', label: 'Claims' }] : []),
    ...(boundaryFindings(findings).length > 0 ? [{ value: 'boundaries', label: 'Boundaries' }] : []),
    ...(namesDecisions(card) ? [{ value: 'audits', label: 'Audits' }] : []),
    { value: 'card', label: 'Plan' },
  ];
  const [tab, setTab] = useState(tabs[0]!.value);
  const place =
    current === null
      ? null
      : current.check.startsWith('bias-') && namesDecisions(card)
        ? 'audits'
        : tabOf(current.at.file, messages, current.check);
  useEffect(() => {
    if (place !== null) setTab(place);
  }, [place]);
  const shown = tabs.some(({ value }) => value === tab) ? tab : tabs[0]!.value;
  const materials = review.subject.materials;
  useLooking(materialOf(shown, materials), () => {
    void queries.invalidateQueries({ queryKey: ['reviews', review.id] });
  });
  return (
    <Tabs value={shown} onChange={(value) => setTab(value ?? tabs[0]!.value)} keepMounted={false}>
      <Tabs.List aria-label="What is reviewed" className={styles.tabs}>
        {tabs.map(({ value, label }) => (
          <Tabs.Tab key={value} value={value}>
            {label}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {tabs.map(({ value }) => (
        <Tabs.Panel key={value} value={value} className={styles.panel}>
          {value === 'difference' ? (
            <Difference difference={version.difference!} />
          ) : value === 'audience' ? (
            <Audience />
          ) : value === 'claims' ? (
            <Claims claims={card.claims ?? []} />
          ) : value === 'audits' ? (
            <AuditCharts
              use={review.subject.use}
              version={version.id}
              isOwn={review.owner === me.key}
              isHidden={review.isVerdictHidden}
            />
          ) : value === 'boundaries' ? (
            <Boundaries />
          ) : value === 'card' ? (
            <CustomerSees card={card} />
          ) : (
            <MessagePreview
              use={review.subject.use}
              version={version.id}
              file={messages[Number(value.slice('message-'.length))]!}
              current={current?.id ?? null}
            />
          )}
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}

/** By the card, as a message that could not be read is to be seen all the more. */
const messagesOf = ({ messages = [] }: Card, { files }: Version): readonly string[] =>
  messages.flatMap((message) => {
    const name = typeof message === 'string' ? message : message.file;
    return files.find(({ path }) => path === name || path.endsWith(`/${name}`))?.path ?? [];
  });

const hasAudience = ({ audience, rules }: Card): boolean =>
  audience !== undefined || (rules?.length ?? 0) > 0;

/** Where a finding shows in its place. */
function tabOf(file: string, messages: readonly string[], check: string): string {
  if (messages.includes(file)) return `message-${messages.indexOf(file)}`;
  if (/\.(?:sql|csv)$/.test(file)) return 'audience';
  return check.startsWith('claim-') ? 'claims' : 'card';
}

/** The name under which a review asks for a look at what a tab shows; `null` where it asks for none. */
const materialOf = (tab: string, materials: readonly string[]): string | null =>
  materials.find((one) => one === tab || one.startsWith(`${tab} `)) ?? null;
