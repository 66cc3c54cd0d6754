import { type NamedPath, pathsIn, printedPath } from './template-expression.ts';

/** A template tag: what it prints or decides, and where it stands. */
export interface TemplateTag {
  readonly start: number;
  readonly end: number;
  /** `output` prints a value, `branch` begins another branch, `control` shows nothing. */
  readonly kind: 'output' | 'branch' | 'control';
  /** The path that an output prints, `null` where it is an expression. */
  readonly prints: string | null;
  /** The paths that a condition or a loop reads. */
  readonly reads: readonly NamedPath[];
}

/** A mistake in template syntax, at offsets of the text that was read. */
export interface TemplateMistake {
  readonly message: string;
  readonly hint: string;
  readonly start: number;
  readonly end: number;
}

export interface TemplateReading {
  /** The text with every tag replaced by as many fillers, so that offsets stay. */
  readonly masked: string;
  readonly tags: readonly TemplateTag[];
  readonly mistakes: readonly TemplateMistake[];
}

/** Fillers from the private use area, which no reader of markup trips over. */
export const OUTPUT = '\uE000';
export const CONTROL = '\uE001';
export const BRANCH = '\uE002';
const FILLER = { output: OUTPUT, control: CONTROL, branch: BRANCH } as const;

const OPENER = /\{\{|\{%|\{#|\*\||%%|<%|\[%|\$\{|\{(?=[\p{L}_])|%(?=[a-z_]+\.)/gu;
const SHORT_FORMS: ReadonlyArray<readonly [string, RegExp]> = [
  ['%%', /%%=?([\p{L}\p{N}_:. @()-]{1,80}?)=?%%/uy],
  ['[%', /\[%([^%\]\n]{1,80})%\]/y],
  ['${', /\$\{([\w.]{1,80})\}/y],
  ['{', /\{([\p{L}_][\p{L}\p{N}_.]{0,60})\}/uy],
  ['%', /%([a-z_]+\.[\w.]{1,60})%/y],
];
const MAXIMUM_EXPRESSION = 1000;
const MAXIMUM_MISTAKES = 20;
/** Liquid blocks whose content is no text of the message. */
const SILENT_BLOCKS = new Set(['comment', 'schema', 'style', 'stylesheet', 'javascript', 'doc']);
const BLOCKS = new Set(
  'if unless case for tablerow capture form paginate block macro call filter with autoescape ifchanged raw'.split(
    ' ',
  ),
);
const PRINTING_TAGS =
  /^(?:unsubscribe|manage_preferences|web_view|view_in_browser|update_property_link|echo|cycle)/;

/**
 * Finds the template tags of Liquid, Jinja, Handlebars, Mailchimp, AMPscript, ERB and their kin in any text, in time
 * linear in its length. Unclosed tags and unbalanced Liquid blocks are mistakes.
 */
export function readTemplateTags(text: string): TemplateReading {
  const scan = new Scan(text);
  OPENER.lastIndex = 0;
  for (let found = OPENER.exec(text); found !== null; found = OPENER.exec(text)) {
    const end = scan.tag(found[0], found.index);
    OPENER.lastIndex = end ?? found.index + found[0].length;
  }
  scan.finish();
  return { masked: mask(text, scan.tags), tags: scan.tags, mistakes: scan.mistakes };
}

function mask(text: string, tags: readonly TemplateTag[]): string {
  if (tags.length === 0) return text;
  const parts: string[] = [];
  let from = 0;
  for (const { start, end, kind } of tags) {
    parts.push(text.slice(from, start), FILLER[kind].repeat(end - start));
    from = end;
  }
  parts.push(text.slice(from));
  return parts.join('');
}

interface OpenBlock {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

class Scan {
  readonly tags: TemplateTag[] = [];
  readonly mistakes: TemplateMistake[] = [];
  readonly #text: string;
  readonly #open: OpenBlock[] = [];
  readonly #openByName = new Map<string, number>();
  readonly #aliases = new Map<string, string | null>();
  /** Where each closer was last found, -1 for nowhere: searching anew for each opener would cost quadratic time. */
  readonly #closers = new Map<string, number>();

  constructor(text: string) {
    this.#text = text;
  }

  /** Reads the tag that opens at `start`; the offset after it, or `null` where it is no tag. */
  tag(opener: string, start: number): number | null {
    switch (opener) {
      case '{{':
        return this.#braces(start);
      case '{%':
        return this.#liquid(start);
      case '{#':
        return this.#between(start, '{#', '#}', () => 'control');
      case '*|':
        return this.#mailchimp(start);
      case '<%':
        return this.#between(start, '<%', '%>', (inner) =>
          /^[=-]/.test(inner) || /^[a-z_]+$/.test(inner)
            ? { prints: inner.replace(/^[=-]+/, '') }
            : 'control',
        );
      default:
        if (opener === '%%' && this.#text[start + 2] === '[')
          return this.#between(start, '%%[', ']%%', () => 'control');
        return this.#short(opener, start);
    }
  }

  finish(): void {
    for (const block of this.#open) this.#unclosed(block);
    this.mistakes.sort((a, b) => a.start - b.start);
  }

  #braces(start: number): number | null {
    const text = this.#text;
    const triple = text.startsWith('{{{', start);
    const [open, close] = text.startsWith('{{!--', start)
      ? ['{{!--', '--}}']
      : triple
        ? ['{{{', '}}}']
        : ['{{', '}}'];
    let at = this.#find(close, start + open.length);
    const next = text.indexOf('{{', start + open.length);
    if (at === -1 || (open === '{{' && next !== -1 && next < at && !text.slice(start, next).includes('${'))) {
      this.#mistake('a tag opened with `{{` is never closed', 'Close it with `}}`.', start, start + 2);
      return null;
    }
    let inner = text.slice(start + open.length, at);
    // Braze nests braces: {{${first_name}}}
    if (open === '{{' && inner.lastIndexOf('${') > inner.lastIndexOf('}') && text[at + 2] === '}') {
      at += 1;
      inner += '}';
    }
    const end = at + close.length;
    inner = inner.replace(/^[-~&]/, '').replace(/[-~]$/, '');
    const word = inner.trimStart();
    if (/^[#^]/.test(word)) {
      const paths = pathsIn(
        word.slice(0, MAXIMUM_EXPRESSION).replace(/^[#^]\s*[\w-]+/, (head) => ' '.repeat(head.length)),
      );
      this.#add(start, end, 'control', this.#placed(paths, text.indexOf(word, start)));
    } else if (/^else\b/.test(word)) this.#add(start, end, 'branch');
    else if (/^[/!>]/.test(word) || open === '{{!--') this.#add(start, end, 'control');
    else this.#print(start, end, inner);
    return end;
  }

  #liquid(start: number): number | null {
    const at = this.#find('%}', start + 2);
    if (at === -1) {
      this.#mistake('a tag opened with `{%` is never closed', 'Close it with `%}`.', start, start + 2);
      return null;
    }
    const end = at + 2;
    const inner = this.#text.slice(start + 2, at);
    const name = /^[-\s]*([\w]+)/.exec(inner)?.[1] ?? '';
    const rest = inner.slice(inner.indexOf(name) + name.length, MAXIMUM_EXPRESSION);
    const restAt = start + 2 + inner.indexOf(name) + name.length;
    if (name === 'raw' || SILENT_BLOCKS.has(name)) return this.#opaque(name, start, end);
    if (name.startsWith('end') && name !== 'end') this.#close(name.slice(3), start, end);
    else if (BLOCKS.has(name)) this.#enter({ name, start, end });
    if (PRINTING_TAGS.test(name)) this.tags.push({ start, end, kind: 'output', prints: null, reads: [] });
    else if (/^(?:else|elsif|elseif|elif|when)$/.test(name))
      this.#add(start, end, 'branch', this.#placed(pathsIn(rest), restAt));
    else if (/^(?:if|unless|case)$/.test(name))
      this.#add(start, end, 'control', this.#placed(pathsIn(rest), restAt));
    else {
      this.#name(name, rest);
      this.#add(
        start,
        end,
        'control',
        /^(?:for|tablerow|assign|set)$/.test(name) ? this.#sources(rest, restAt) : [],
      );
    }
    return end;
  }

  /** Remembers what a loop or an assignment calls by a name of its own. */
  #name(name: string, rest: string): void {
    if (name === 'for' || name === 'tablerow') {
      const loop = /^\s*(\w+)\s+in\s+([\w.[\]'"]+)/.exec(rest);
      if (loop) this.#aliases.set(loop[1]!, this.#resolve(loop[2]!));
    } else if (name === 'assign' || name === 'set') {
      const assigned = /^\s*(\w+)\s*=\s*([^|]*)/.exec(rest);
      if (assigned)
        this.#aliases.set(assigned[1]!, this.#resolve(printedPath(assigned[2]!.replace(/-\s*$/, ''))));
    } else if (name === 'capture') {
      const captured = /^\s*(\w+)/.exec(rest);
      if (captured) this.#aliases.set(captured[1]!, null);
    }
  }

  #sources(rest: string, at: number): readonly NamedPath[] {
    const after = /^\s*\w+\s*(?:=|\bin\b)/.exec(rest)?.[0].length ?? 0;
    return this.#placed(pathsIn(rest.slice(after)), at + after);
  }

  #opaque(name: string, start: number, end: number): number {
    const closer = new RegExp(`\\{%-?\\s*end${name}\\s*-?%\\}`, 'g');
    closer.lastIndex = end;
    const found = this.#closers.get(name) === -1 ? null : closer.exec(this.#text);
    if (found === null) {
      this.#closers.set(name, -1);
      this.#unclosed({ name, start, end });
      return end;
    }
    const after = found.index + found[0].length;
    if (name === 'raw') {
      this.#add(start, end, 'control');
      this.#add(found.index, after, 'control');
    } else this.#add(start, after, 'control');
    return after;
  }

  #enter(block: OpenBlock): void {
    this.#open.push(block);
    this.#openByName.set(block.name, (this.#openByName.get(block.name) ?? 0) + 1);
  }

  #leave(): OpenBlock {
    const block = this.#open.pop()!;
    this.#openByName.set(block.name, this.#openByName.get(block.name)! - 1);
    return block;
  }

  #close(name: string, start: number, end: number): void {
    if (!BLOCKS.has(name)) return;
    if ((this.#openByName.get(name) ?? 0) === 0) {
      const hint = `Remove it, or open it with \`{% ${name} … %}\`.`;
      this.#mistake(`\`{% end${name} %}\` closes a block that is not open`, hint, start, end);
      return;
    }
    for (let block = this.#leave(); block.name !== name; block = this.#leave())
      this.#unclosed(block, ` before \`{% end${name} %}\``);
  }

  #unclosed({ name, start, end }: OpenBlock, before = ''): void {
    const hint = `Close it with \`{% end${name} %}\`${before}.`;
    this.#mistake(`the block \`{% ${name} %}\` is never closed`, hint, start, end);
  }

  #mailchimp(start: number): number | null {
    const at = this.#find('|*', start + 2);
    const inner = at === -1 ? '' : this.#text.slice(start + 2, at);
    if (inner === '' || inner.length > 120 || inner.includes('\n')) return null;
    const end = at + 2;
    const condition = /^(?:IF|IFNOT|ELSEIF):\s*([\w:]+)/.exec(inner);
    if (condition)
      this.#add(start, end, inner.startsWith('ELSE') ? 'branch' : 'control', [
        {
          path: condition[1]!,
          start: start + 2 + inner.indexOf(condition[1]!),
          end: start + 2 + condition[0].length,
        },
      ]);
    else if (/^ELSE:?/.test(inner)) this.#add(start, end, 'branch');
    else if (/^(?:END|INTERESTED|ABTEST)/.test(inner)) this.#add(start, end, 'control');
    else this.tags.push({ start, end, kind: 'output', prints: inner, reads: [] });
    return end;
  }

  #short(opener: string, start: number): number | null {
    const form = SHORT_FORMS.find(([written]) => written === opener)?.[1];
    if (form === undefined) return null;
    form.lastIndex = start;
    const found = form.exec(this.#text);
    if (found === null) return null;
    this.#print(start, start + found[0].length, found[1]!);
    return start + found[0].length;
  }

  #between(
    start: number,
    open: string,
    close: string,
    read: (inner: string) => 'control' | { readonly prints: string },
  ): number | null {
    const at = this.#find(close, start + open.length);
    if (at === -1) return null;
    const tag = read(this.#text.slice(start + open.length, at));
    if (tag === 'control') this.#add(start, at + close.length, 'control');
    else this.#print(start, at + close.length, tag.prints);
    return at + close.length;
  }

  #print(start: number, end: number, expression: string): void {
    const prints = expression.length > MAXIMUM_EXPRESSION ? null : this.#resolve(printedPath(expression));
    this.tags.push({ start, end, kind: 'output', prints, reads: [] });
  }

  #placed(paths: readonly NamedPath[], offset: number): readonly NamedPath[] {
    return paths.flatMap(({ path, start, end }) => {
      const resolved = this.#resolve(path);
      return resolved === null ? [] : [{ path: resolved, start: offset + start, end: offset + end }];
    });
  }

  #resolve(path: string | null): string | null {
    if (path === null) return null;
    const dot = path.indexOf('.');
    const head = dot === -1 ? path : path.slice(0, dot);
    if (head === 'forloop' || head === 'loop') return null;
    const alias = this.#aliases.get(head);
    if (alias === undefined) return path;
    return alias === null ? null : alias + (dot === -1 ? '' : path.slice(dot));
  }

  #find(closer: string, from: number): number {
    const known = this.#closers.get(closer);
    if (known !== undefined && (known === -1 || known >= from)) return known;
    const at = this.#text.indexOf(closer, from);
    this.#closers.set(closer, at);
    return at;
  }

  #add(start: number, end: number, kind: 'control' | 'branch', reads: readonly NamedPath[] = []): void {
    this.tags.push({ start, end, kind, prints: null, reads });
  }

  #mistake(message: string, hint: string, start: number, end: number): void {
    if (this.mistakes.length < MAXIMUM_MISTAKES) this.mistakes.push({ message, hint, start, end });
  }
}
