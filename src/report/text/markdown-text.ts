import { visible } from '../display-width.ts';
import { Page, type PageOptions, wrap } from './page.ts';

/** A page in Markdown as a terminal shows it: headings, paragraphs, lists and code; what else there is stands as written. */
export function markdownText(markdown: string, options: PageOptions): string {
  const page = new Page(options);
  let paragraph: string[] = [];
  let isCode = false;
  const flush = (): void => {
    if (paragraph.length > 0) writeParagraph(page, paragraph.join(' '));
    paragraph = [];
  };
  for (const line of markdown.split(/\r?\n/)) {
    const fence = /^\s*```\s*(.*)$/.exec(line);
    if (fence !== null) {
      flush();
      isCode = !isCode;
      if (isCode) {
        page.gap();
        const file = fence[1]!.split(' ').slice(1).join(' ');
        if (file !== '') page.line(`    ${page.paint('quiet', file)}`);
      } else page.gap();
      continue;
    }
    if (isCode) {
      page.line(`    ${page.options.paint('quiet', '│')} ${visible(line).replaceAll('\t', '  ')}`);
      continue;
    }
    const heading = /^(#{1,6})\s+(.*)$/.exec(line);
    if (heading !== null) {
      flush();
      page.gap();
      page.line(page.paint('strong', withoutMarks(heading[2]!)));
      continue;
    }
    if (/^\s*[-*]\s+/.test(line)) flush();
    if (line.trim() === '') {
      flush();
      page.gap();
    } else if (line.trimStart().startsWith('|')) {
      flush();
      page.line(visible(line));
    } else paragraph.push(line.trim());
  }
  flush();
  return page.toString();
}

function writeParagraph(page: Page, text: string): void {
  const item = /^[-*]\s+(.*)$/.exec(text);
  const body = withoutMarks(item?.[1] ?? text);
  const hang = item === null ? '' : '  ';
  wrap(visible(body), page.options.width - hang.length).forEach((row, index) => {
    page.line(item === null ? row : index === 0 ? `- ${row}` : `${hang}${row}`);
  });
}

/** The words without the signs that only a renderer needs; code keeps its back-ticks. */
const withoutMarks = (text: string): string =>
  text.replace(/\*\*([^*]{1,400})\*\*/g, '$1').replace(/\[([^\]]{1,400})\]\(([^)]{1,400})\)/g, '$1 ($2)');
