import { problem } from '../kernel/problem.ts';
import { judgeText } from '../playbook/4-harm/wording/index.ts';

/** One object of `message --lines` (contract.md §3) for one text. What is not assessed has neither a judgement nor a score. */
export function messageLine(text: string): object {
  const { techniques, ...judgement } = judgeText(text);
  if (!judgement.assessed) {
    const { language } = judgement;
    return {
      assessed: false,
      language,
      manipulative: null,
      score: null,
      techniques: [],
      problem: problem(
        'message.language-not-measured',
        language === 'und'
          ? 'the language cannot be told'
          : `the language \`${language}\` has no measured rules`,
        'let somebody judge it who reads the language',
      ),
    };
  }
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
