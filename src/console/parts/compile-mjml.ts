// Its bundle wants a library that only leaves the compiler with styles to inline, of which there are none here: so it is
// loaded as a script of its own, by those alone who look at such a message.
import address from 'mjml-browser/lib/index.js?url';
import type { PreviewMarkup } from '../api/client.ts';

type Markup = NonNullable<PreviewMarkup>;
type Compile = (
  source: string,
  options: {
    readonly validationLevel: 'skip';
    readonly fonts: Readonly<Record<string, string>>;
    readonly keepComments: boolean;
  },
) => { readonly html: string } | Promise<{ readonly html: string }>;

/** MJML as HTML that can be put into a document; of what the compiler makes, its body and its styles alone are taken. */
export async function compileMjml(markup: Markup): Promise<Markup> {
  const compile = await compiler();
  const { html } = await compile(markup.html, { validationLevel: 'skip', fonts: {}, keepComments: false });
  // Nothing in a document that is shown nowhere runs or loads. The policy of the page would refuse its styles aloud, so
  // they are read as texts.
  const asTexts = html
    .replace(/<style\b[^>]*>/gi, '<script type="text/plain" data-style>')
    .replace(/<\/style>/gi, '</script>');
  const { body, head } = new DOMParser().parseFromString(asTexts, 'text/html');
  const styles = [...head.querySelectorAll('script[data-style]')].map(({ textContent }) => textContent ?? '');
  for (const element of body.querySelectorAll('script, link, meta, base, iframe, style')) element.remove();
  const shell = body.cloneNode(false) as HTMLElement;
  return {
    ...markup,
    html: body.innerHTML,
    body: shell.outerHTML.slice('<body'.length, -'></body>'.length),
    styles: [...styles, markup.styles].join('\n').replaceAll('<', ''),
    isMjml: false,
  };
}

let loaded: Promise<Compile> | null = null;

/** The compiler, loaded once from our own server. */
function compiler(): Promise<Compile> {
  loaded ??= new Promise<Compile>((resolve, reject) => {
    const script = document.createElement('script');
    script.src = address;
    script.onload = () => {
      const { mjml } = globalThis as unknown as { mjml: Compile | { readonly default: Compile } };
      resolve(typeof mjml === 'function' ? mjml : mjml.default);
    };
    script.onerror = () => {
      loaded = null;
      reject(new Error('the compiler of MJML did not load'));
    };
    document.head.append(script);
  });
  return loaded;
}
