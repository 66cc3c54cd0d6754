import type { PageChange } from '../app/server/choices/last-change.ts';
import type { PageSettings } from '../app/server/choices/page-settings.ts';
import type { Words } from './texts/index.ts';

/** The name of a topic in the language of the page, or else in English. */
export function topicName({ say, language }: Words, { topics }: PageSettings, id: string | null): string {
  const name = topics.find((topic) => topic.id === id)?.name;
  return name?.[language] ?? name?.en ?? say('topics.everything');
}

/** What was just changed, in words: by what stands in the ledger of it. Of a theme it does not say which. */
export function savedWords(
  words: Words,
  { settings }: { readonly settings: PageSettings },
  change: PageChange,
): string {
  const { say, day } = words;
  if (change.isUndo) return say('saved.undone');
  if (change.rhythm !== null) return say('saved.rhythm', { rhythm: say(`rhythm.${change.rhythm}`) });
  const [event] = change.events;
  if (event === undefined) return '';
  const { scope, kind, pausedUntil, at } = event;
  switch (kind) {
    case 'given':
    case 'withdrawn':
      return say(kind === 'given' ? 'saved.yes' : 'saved.no', {
        topic: topicName(words, settings, scope.topic),
        channel: scope.channel === null ? '' : say(`channel.${scope.channel}`),
      });
    case 'paused':
      return pausedUntil === null || pausedUntil <= at
        ? say('saved.resume')
        : say('saved.pause', { date: day(new Date(pausedUntil)) });
    case 'theme-spared':
    case 'theme-welcome':
      return say('saved.theme');
    default:
      return say('saved.all-off');
  }
}
