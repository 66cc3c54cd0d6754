import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { CustomerRequest } from '../../api/client.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { Act } from './act.tsx';
import { ACTIONS } from './action-words.ts';
import styles from './requests.module.css';

type Does = CustomerRequest['possible'][number];

/** The step that the law asks for next; nothing where the request waits for somebody else. */
export const NextAction = ({ request }: { readonly request: CustomerRequest }) => {
  const next = nextOf(request);
  return next === null ? null : <Action request={request} does={next} isPrimary />;
};

/** Everything else that can be done with it now. */
export function MoreActions({ request }: { readonly request: CustomerRequest }) {
  const next = nextOf(request);
  const others = request.possible.filter((one) => one !== next);
  return others.length === 0 ? null : (
    <div className={`${styles.buttons} ${styles.gap}`}>
      {others.map((one) => (
        <Action key={one} request={request} does={one} />
      ))}
    </div>
  );
}

/** What only puts it off or ends it without an answer is never the step that is proposed. */
const nextOf = ({ possible }: CustomerRequest): Does | null =>
  possible.find((one) => one !== 'extend' && one !== 'refuse' && one !== 'reopen') ?? null;

function Action({
  request,
  does,
  isPrimary = false,
}: {
  readonly request: CustomerRequest;
  readonly does: Does;
  readonly isPrimary?: boolean;
}) {
  const [isOpen, { open, close }] = useDisclosure(false);
  const { label, title } = ACTIONS[does];
  return (
    <>
      <Button variant={isPrimary ? 'filled' : 'default'} onClick={open}>
        {label}
      </Button>
      <Dialog title={title} isOpen={isOpen} close={close}>
        <Act request={request} does={does} done={close} />
      </Dialog>
    </>
  );
}
