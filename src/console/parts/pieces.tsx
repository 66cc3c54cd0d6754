import type { PreviewPiece } from '../api/client.ts';
import styles from './message-preview.module.css';

/** Text with what was found in it marked, and a chip where each person gets a value of their own. */
export const Pieces = ({
  of,
  current = null,
}: {
  readonly of: readonly PreviewPiece[];
  readonly current?: string | null;
}) =>
  of.map((piece, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: pieces of a text have their order and nothing else
    <OnePiece key={index} piece={piece} current={current} />
  ));

function OnePiece({ piece, current }: { readonly piece: PreviewPiece; readonly current: string | null }) {
  const { text, findings, gravity, isSlot } = piece;
  const shown = isSlot ? <samp className={styles.slot}>{text}</samp> : text;
  if (findings.length === 0) return shown;
  return (
    <mark
      data-finding={findings.join(' ')}
      data-gravity={gravity ?? undefined}
      data-current={current !== null && findings.includes(current) ? '' : undefined}
      className={styles.mark}
    >
      {shown}
    </mark>
  );
}
