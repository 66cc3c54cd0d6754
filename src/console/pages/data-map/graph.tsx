import { useElementSize } from '@mantine/hooks';
import type { KeyboardEvent } from 'react';
import { BASES, Basis, basisOf, colourOf } from './basis.tsx';
import styles from './data-map.module.css';
import { type Layout, type Line, lit } from './layout.ts';

const ROW = 32;

/**
 * Datasets and fields on the left, uses on the right, lines between them. What has the focus dims the rest; the arrow
 * keys go from row to row, and right and left open and close a dataset.
 */
export function Graph({
  layout,
  focus,
  setFocus,
  toggle,
}: {
  readonly layout: Layout;
  readonly focus: string | null;
  readonly setFocus: (id: string | null) => void;
  readonly toggle: (dataset: string) => void;
}) {
  const { ref, width } = useElementSize();
  const near = lit(layout, focus);
  const height = Math.max(layout.left.length, layout.uses.length) * ROW;
  const leftStep = height / layout.left.length;
  const leftAt = new Map(layout.left.map(({ id }, index) => [id, (index + 0.5) * leftStep]));
  // The shorter column is spread over the height of the longer one, so that lines stay flat.
  const step = height / Math.max(1, layout.uses.length);
  const useAt = new Map(layout.uses.map((use, index) => [use, (index + 0.5) * step]));
  const dim = (id: string): string | undefined => (near === null || near.has(id) ? undefined : styles.dim);
  const press = (id: string): void => setFocus(focus === id ? null : id);
  return (
    <div className={styles.graph} style={{ height }}>
      <ul className={styles.column} aria-label="Datasets and fields" onKeyDown={moveBetween}>
        {layout.left.map(({ id, type, label, says, isOpen }, index) => (
          <li
            key={id}
            className={`${styles.row} ${dim(id) ?? ''}`}
            data-type={type}
            style={{ height: leftStep }}
          >
            {type === 'dataset' ? (
              <button
                type="button"
                className={styles.toggle}
                aria-expanded={isOpen}
                aria-label={`${isOpen ? 'Close' : 'Open'} ${label}`}
                tabIndex={-1}
                data-toggle
                onClick={() => toggle(label)}
              >
                <span aria-hidden="true">{isOpen ? '▾' : '▸'}</span>
              </button>
            ) : null}
            <button
              type="button"
              className={styles.node}
              data-node
              data-dataset={type === 'dataset' ? label : undefined}
              tabIndex={index === 0 ? 0 : -1}
              aria-pressed={focus === id}
              onClick={() => press(id)}
              onKeyDown={({ key }) => {
                if (
                  type === 'dataset' &&
                  ((key === 'ArrowRight' && !isOpen) || (key === 'ArrowLeft' && isOpen))
                )
                  toggle(label);
              }}
            >
              <span className={styles.label}>{label}</span>
              <span className={styles.hint}>{says}</span>
            </button>
          </li>
        ))}
      </ul>
      <div ref={ref} className={styles.between}>
        <svg width={width} height={height} aria-hidden="true" focusable="false">
          {layout.lines.map((line) => (
            <LineBetween
              key={line.id}
              line={line}
              from={leftAt.get(line.left)!}
              to={useAt.get(line.use)!}
              width={width}
              className={dim(line.id)}
            />
          ))}
        </svg>
      </div>
      <ul className={styles.uses} aria-label="Uses" onKeyDown={moveBetween}>
        {layout.uses.map((use, index) => (
          <li
            key={use}
            className={`${styles.row} ${styles.use} ${dim(`use ${use}`) ?? ''}`}
            style={{ top: useAt.get(use)! - ROW / 2 }}
          >
            <button
              type="button"
              className={styles.node}
              data-node
              tabIndex={index === 0 ? 0 : -1}
              aria-pressed={focus === `use ${use}`}
              onClick={() => press(`use ${use}`)}
            >
              <span className={styles.label}>{use}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

const LineBetween = ({
  line,
  from,
  to,
  width,
  className,
}: {
  readonly line: Line;
  readonly from: number;
  readonly to: number;
  readonly width: number;
  readonly className: string | undefined;
}) => {
  const end = width - 10;
  return (
    <g className={className}>
      <path
        className={`${styles.line} ${line.goesTooFar ? styles.far : colourOf(line.basis)}`}
        d={`M0 ${from}C${end / 2} ${from} ${end / 2} ${to} ${end} ${to}`}
      />
      <path
        className={`${styles.shape} ${line.goesTooFar ? styles.far : colourOf(line.basis)}`}
        transform={`translate(${end} ${to}) scale(.8)`}
        d={basisOf(line.basis).shape}
      />
    </g>
  );
};

/** What the colours, shapes and dashes mean. */
export const Legend = ({ layout }: { readonly layout: Layout }) => (
  <ul className={styles.legend} aria-label="Legend">
    {BASES.filter(({ basis }) => layout.lines.some((line) => line.basis === basis)).map(({ name, basis }) => (
      <li key={name}>
        <Basis of={basis} />
      </li>
    ))}
    {layout.lines.some(({ goesTooFar }) => goesTooFar) ? (
      <li className={styles.basis}>
        <svg width="32" height="8" viewBox="0 0 32 8" aria-hidden="true" focusable="false">
          <path d="M0 4H32" className={`${styles.line} ${styles.far}`} />
        </svg>
        goes further than people expect
      </li>
    ) : null}
  </ul>
);

function moveBetween(event: KeyboardEvent<HTMLElement>): void {
  const nodes = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-node]')];
  const at = nodes.indexOf(document.activeElement as HTMLElement);
  const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: nodes.length - 1 }[event.key];
  if (next === undefined || at < 0) return;
  event.preventDefault();
  nodes[Math.max(0, Math.min(next, nodes.length - 1))]?.focus();
}
