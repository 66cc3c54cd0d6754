import * as Plot from '@observablehq/plot';
import { useEffect, useRef } from 'react';
import styles from './drawn.module.css';

/** What is drawn in a place of so many pixels. */
export type Drawing = (width: number) => Plot.PlotOptions;

/** As wide as its place, drawn anew where that changes. Silent: words and a table stand beside it. */
export function Drawn({ drawing }: { readonly drawing: Drawing }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = place.current!;
    let drawn = 0;
    const draw = (): void => {
      const width = Math.floor(element.clientWidth);
      if (width === 0 || width === drawn) return;
      drawn = width;
      const picture = Plot.plot({ ...drawing(width), width });
      // Its own style sheet is against the policy of the page; ours has the same rules.
      for (const style of picture.querySelectorAll('style')) style.remove();
      for (const part of picture.querySelectorAll('[aria-label], [aria-description]')) {
        part.removeAttribute('aria-label');
        part.removeAttribute('aria-description');
      }
      element.replaceChildren(picture);
    };
    const watched = new ResizeObserver(draw);
    watched.observe(element);
    draw();
    return () => watched.disconnect();
  }, [drawing]);
  return <div ref={place} className={styles.plot} aria-hidden="true" />;
}

const ROOMY = 560;
/** Whether there is room for words beside the marks. */
export const isRoomy = (width: number): boolean => width >= ROOMY;
