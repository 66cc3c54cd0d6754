import type { BlockRole } from '../../../check/facts/message.ts';
import { answerOf } from './answers.ts';
import { addDraft, type Draft, type DraftMistake, emptyDraft, type Region } from './draft.ts';
import { type JsonString, readJsonStrings } from './json-strings.ts';
import { TextCollector } from './mapped-text.ts';
import { collectMasked } from './masked-text.ts';
import { isProse } from './prose.ts';
import { readMarkdown } from './read-markdown.ts';
import { readMarkup } from './read-markup.ts';
import { literalsOf } from './template-literals.ts';
import { readTemplateTags } from './template-tags.ts';

type Meaning = BlockRole | 'html' | 'mjml' | 'markdown' | 'from' | 'language' | 'link' | 'ignored';

/** What member names mean, squeezed to letters and digits in lower case. */
const MEANINGS: ReadonlyArray<readonly [Meaning, string]> = [
  ['subject', 'subject subjectline emailsubject'],
  ['heading', 'title headline headlines heading header longheadline'],
  ['preheader', 'preheader preview previewtext snippet'],
  [
    'body',
    'body text message content description descriptions caption copy primarytext prompt system systemprompt instructions greeting opening firstmessage welcome welcomemessage intro reply answer question paragraph subtitle subheading tooltip note summary plain plaintext bodytext sms push alert post',
  ],
  ['html', 'html bodyhtml htmlbody htmlcontent'],
  ['mjml', 'mjml'],
  ['markdown', 'markdown md'],
  [
    'button',
    'cta ctas calltoaction button buttons buttontext buttonlabel ctatext ctalabel action actions primary primarybutton accept acceptbutton submit confirm yes ok',
  ],
  [
    'decline',
    'decline declinebutton declinetext dismiss dismissbutton secondary secondarybutton no nothanks skip later cancel reject close',
  ],
  ['alt', 'alt alttext'],
  ['label', 'label labels options option choices choice checkbox'],
  ['footer', 'footer legal disclaimer smallprint terms imprint disclosure'],
  ['from', 'from sender fromname'],
  ['language', 'lang language locale'],
  ['link', 'url href link deeplink finalurl landingpage clickurl'],
  [
    'ignored',
    'id type role kind model image images imageurl icon src key slug variant channel format status version schema class style color placement objective currency date time sku',
  ],
];
const MEANING_OF = new Map(
  MEANINGS.flatMap(([meaning, names]) => names.split(' ').map((name) => [name, meaning] as const)),
);

/** Reads a JSON object of texts: push and ad creatives, mails as an API takes them, chat and assistant prompts. */
export function readJson(region: Region): Draft {
  const draft = emptyDraft();
  const reading = readJsonStrings(region.text);
  if ('message' in reading) {
    const range = region.toSource(reading.range.start, reading.range.end);
    draft.mistakes.push({ message: reading.message, hint: 'Correct the JSON at this place.', range });
    return draft;
  }
  for (const string of reading.strings) readString(draft, region, string);
  for (const [path, checked] of reading.flags) {
    if (!/(?:^|\/)(?:checked|preselected|default|ticked|selected)$/i.test(path)) continue;
    const parent = path.slice(0, Math.max(0, path.lastIndexOf('/')));
    const label = reading.strings.find(
      ({ path: own }) => own.slice(0, -1).join('/') === parent && meaningOf(own) !== 'ignored',
    );
    if (label === undefined) continue;
    draft.controls.push({
      type: 'checkbox',
      text: label.value.text,
      checked,
      fontSizePx: null,
      looksLikeButton: false,
      range: label.value.whole(),
      region,
    });
  }
  return draft;
}

const squeezed = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '');

/** What a string is: by its own name, unless it is only a title or text inside a button or the like. */
function meaningOf(path: readonly string[]): Meaning | null {
  const names = path.filter((name) => !/^\d+$/.test(name)).map(squeezed);
  const own = MEANING_OF.get(names.at(-1) ?? '') ?? null;
  const around = MEANING_OF.get(names.at(-2) ?? '') ?? null;
  const isWords = own === null || own === 'heading' || own === 'body' || own === 'label';
  return isWords &&
    (around === 'button' || around === 'decline' || around === 'footer' || around === 'label') &&
    names.length > 1
    ? around
    : own;
}

function readString(draft: Draft, file: Region, { path, value }: JsonString): void {
  const meaning = meaningOf(path) ?? (isProse(value.text) ? 'body' : 'ignored');
  if (meaning === 'ignored' || value.text.trim() === '') return;
  if (meaning === 'from') draft.from ??= value.text;
  else if (meaning === 'language') draft.declaredLanguage ??= value.text;
  const region: Region = {
    text: value.text,
    toSource(start, end) {
      const own = value.range(start, end);
      return file.toSource(own.start, own.end);
    },
  };
  if (meaning === 'link')
    draft.links.push({ href: value.text, text: '', range: { start: 0, end: value.text.length }, region });
  if (meaning === 'from' || meaning === 'language' || meaning === 'link') return;
  const template = readTemplateTags(value.text);
  addTags(draft, region, template);
  if (
    meaning === 'html' ||
    meaning === 'mjml' ||
    (meaning === 'body' && /<\/?(?:p|div|table|a|br|html|h[1-6]|strong|button|ul)\b/i.test(value.text))
  )
    addDraft(
      draft,
      readMarkup(region, { format: meaning === 'mjml' ? 'mjml' : 'html', masked: template.masked }),
    );
  else if (meaning === 'markdown') addDraft(draft, readMarkdown(region, template.masked));
  else readPlain(draft, region, template.masked, meaning);
}

function readPlain(draft: Draft, region: Region, masked: string, role: BlockRole): void {
  // A blank line ends a block, as in a text file.
  const collector = new TextCollector();
  let start = 0;
  for (const paragraph of masked.split(/(\n[ \t]*\n)/)) {
    collectMasked(collector, paragraph, region.text, start);
    start += paragraph.length;
    const text = collector.take();
    if (text.text === '') continue;
    const answer = answerOf(text.text);
    const own = role === 'button' && answer === 'decline' ? 'decline' : role;
    draft.blocks.push({ role: own, text, region });
    if (own !== 'button' && own !== 'decline') continue;
    draft.controls.push({
      type: 'button',
      text: text.text,
      checked: false,
      fontSizePx: null,
      looksLikeButton: true,
      range: text.whole(),
      region,
    });
  }
}

/** Adds the merge tags, the words of literals and the mistakes of a template to a draft. */
export function addTags(draft: Draft, region: Region, template: ReturnType<typeof readTemplateTags>): void {
  for (const tag of template.tags) {
    const said = literalsOf(region.text, tag);
    if (isProse(said.text)) draft.blocks.push({ role: 'body', text: said, region });
    if (tag.kind === 'output') {
      const source = region.text.slice(tag.start, tag.end);
      draft.mergeTags.push({ source, path: tag.prints, range: region.toSource(tag.start, tag.end) });
    }
    for (const { path, start, end } of tag.reads)
      draft.mergeTags.push({
        source: region.text.slice(start, end),
        path,
        range: region.toSource(start, end),
      });
  }
  for (const { message, hint, start, end } of template.mistakes)
    draft.mistakes.push({ message, hint, range: region.toSource(start, end) } satisfies DraftMistake);
}
