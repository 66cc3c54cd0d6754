/** Words of a finding, with what stands between backticks set as what one types. */
export const Said = ({ words }: { readonly words: string }) =>
  words.split('`').map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: parts of a sentence have their order and nothing else
    <Part key={index} isTyped={index % 2 === 1} words={part} />
  ));

const Part = ({ isTyped, words }: { readonly isTyped: boolean; readonly words: string }) =>
  isTyped ? <code>{words}</code> : words;
