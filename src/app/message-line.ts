import { judgeText } from '../playbook/4-harm/wording/index.ts';

/** One object of `message --lines` (contract.md §3) for one text. */
export function messageLine(text: string): object {
  const { techniques, ...judgement } = judgeText(text);
  return {
    ...judgement,
    techniques: techniques.map(({ technique, kind, quote, start, end, instead }) => ({
      technique,
      kind,
      quote,
      start,
      end,
      instead,
    })),
  };
}
