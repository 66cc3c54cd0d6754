/** The page of a check, taken apart. */
export interface Page {
  readonly title: string;
  readonly summary: string;
  readonly text: string;
  readonly sections: ReadonlyArray<{ readonly heading: string; readonly body: string }>;
}

export function readPage(text: string): Page {
  const [front = '', ...rest] = text.split(/^## /m);
  const [title = '', ...summary] = front.split('\n').filter((line) => line.trim() !== '');
  return {
    title: title.replace(/^# /, ''),
    summary: summary.join(' '),
    text,
    sections: rest.map((part) => {
      const end = part.indexOf('\n');
      return { heading: part.slice(0, end).trim(), body: part.slice(end + 1) };
    }),
  };
}

export interface Example {
  readonly heading: 'Avoid' | 'Prefer';
  readonly number: number;
  /** Contents of the example’s files by their names. */
  readonly files: Readonly<Record<string, string>>;
}

/**
 * The examples of a page: blocks as ```` ```sql segment.sql ````. A second block with the name of an earlier one begins
 * the next example.
 */
export function examplesOf(page: Page): Example[] {
  return (['Avoid', 'Prefer'] as const).flatMap((heading) => {
    const body = page.sections.find((section) => section.heading === heading)?.body ?? '';
    const examples: Array<Record<string, string>> = [];
    for (const [, name, content] of body.matchAll(/^```[a-z]+ (\S+)\n([\s\S]*?)^```$/gm)) {
      const last = examples.at(-1);
      if (last === undefined || name! in last) examples.push({ [name!]: content! });
      else last[name!] = content!;
    }
    if (examples.length === 0) throw new Error(`the page of ${page.title} has no example under ${heading}`);
    return examples.map((files, index) => ({ heading, number: index + 1, files }));
  });
}
