export { answerOf, isUnsubscribe } from './answers.ts';
export { languageOfText } from './language.ts';
export type { MessageReading, PlacedText, ReadMessageOptions } from './read-message.ts';
export { formatOf, readMessage } from './read-message.ts';
