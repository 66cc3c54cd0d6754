import type { PreviewMarkup } from '../api/client.ts';

type Markup = NonNullable<PreviewMarkup>;

/** MJML as HTML that can be put into a document; of what the compiler makes, its body and its styles alone are taken. */
export async function compileMjml(markup: Markup): Promise<Markup> {
  // A megabyte that only those need who look at such a message.
  const { default: compile } = await import('mjml-browser');
  const { html } = await compile(markup.html, { validationLevel: 'skip', fonts: {}, keepComments: false });
  // Nothing in a document that is shown nowhere runs or loads.
  const { body, head } = new DOMParser().parseFromString(html, 'text/html');
  for (const element of body.querySelectorAll('script, link, meta, base, iframe, style')) element.remove();
  const styles = [...head.querySelectorAll('style')].map(({ textContent }) => textContent ?? '');
  const shell = body.cloneNode(false) as HTMLElement;
  return {
    ...markup,
    html: body.innerHTML,
    body: shell.outerHTML.slice('<body'.length, -'></body>'.length),
    styles: [...styles, markup.styles].join('\n').replaceAll('<', ''),
    isMjml: false,
  };
}
