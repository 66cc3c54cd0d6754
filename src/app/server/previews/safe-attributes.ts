import type { Attributes } from '../../../playbook/4-harm/messages/positioned-parser.ts';
import { safeDeclarations } from './safe-style.ts';

/** Attributes of HTML that only tell how something looks, with what their values may be. */
const WORD = /^[\w\s.,#%+-]{0,200}$/;
const LOOKS: ReadonlyMap<string, RegExp> = new Map(
  (
    'class id align valign width height bgcolor border cellpadding cellspacing colspan rowspan dir lang color face size ' +
    'start nowrap hidden type value checked span'
  )
    .split(' ')
    .map((name) => [name, WORD]),
);
const INPUTS = new Set([
  'checkbox',
  'radio',
  'submit',
  'button',
  'reset',
  'text',
  'email',
  'tel',
  'number',
  'range',
]);
/** A value of MJML becomes part of a style, so it holds one value and no more. */
const MJML_NAME = /^[a-z][a-z-]{0,40}$/;
const MJML_VALUE = /^(?!.*(?:url|expression|image)\s*\()[\w\s.,#%()'+-]{0,200}$/i;
const MJML_LOADS = /^(?:on.*|href|src|srcset|background-url|action|path|inline|name|icon-.*)$/;

/** The attributes of an element that are shown, ready to be put behind its name. */
export function safeAttributes(name: string, attributes: Attributes): string {
  if (name.startsWith('mj')) return mjmlAttributes(attributes);
  const parts: string[] = [];
  for (const [attribute, { text }] of attributes) {
    const value = text.replace(/[\uE000-\uE002]+/g, '');
    if (attribute === 'style') parts.push(pair('style', safeDeclarations(value)));
    else if (attribute === 'type' && name !== 'input') continue;
    else if (LOOKS.get(attribute)?.test(value)) parts.push(pair(attribute, value));
  }
  if (name === 'input') return inputAttributes(attributes, parts);
  if (name === 'button') parts.push(' type="button" tabindex="-1"');
  return parts.join('');
}

/** Nothing can be typed into a preview, and it sends nothing. */
function inputAttributes(attributes: Attributes, parts: readonly string[]): string {
  const type = attributes.get('type')?.text.toLowerCase() ?? 'text';
  const shown = INPUTS.has(type) ? type : 'text';
  const label = attributes.get('aria-label')?.text ?? attributes.get('placeholder')?.text;
  return `${parts.filter((part) => !part.startsWith(' type=')).join('')}${pair('type', shown)}${
    label === undefined ? '' : pair('placeholder', label.slice(0, 200))
  } disabled`;
}

const mjmlAttributes = (attributes: Attributes): string =>
  [...attributes]
    .map(([name, { text }]) => [name, text.replace(/[\uE000-\uE002]+/g, '')] as const)
    .filter(([name, value]) => MJML_NAME.test(name) && !MJML_LOADS.test(name) && MJML_VALUE.test(value))
    .map(([name, value]) => pair(name, value))
    .join('');

const pair = (name: string, value: string): string => ` ${name}="${escaped(value)}"`;

/** Text that stands for itself in markup. */
export const escaped = (text: string): string => text.replace(/[&<>"]/g, (one) => `&#${one.charCodeAt(0)};`);
