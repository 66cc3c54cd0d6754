const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/));

/** Elements of HTML that are shown as they are. */
const SHOWN = words(
  `a abbr address article aside b big blockquote br button caption center cite code col colgroup dd del dfn div dl dt em
   fieldset figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i input ins kbd label legend li main nav ol p pre q s
   section small span strike strong sub sup table tbody td tfoot th thead time tr tt u ul var wbr`,
);
/** Elements of MJML that lay a message out and load nothing. */
const LAID_OUT = words(
  `mjml mj-body mj-section mj-column mj-group mj-wrapper mj-hero mj-text mj-button mj-divider mj-spacer mj-table mj-raw
   mj-head mj-attributes mj-all mj-class mj-style mj-breakpoint`,
);
/** Elements that go with all that is in them. */
const GONE: ReadonlyMap<string, string> = new Map([
  ...each('script', 'script'),
  ...each('frame', 'iframe frame frameset object embed applet portal'),
  ...each('drawing', 'svg math canvas'),
  ...each('film or sound', 'audio video'),
  ...each(
    '',
    'template map noframes noembed title mj-title mj-preview mj-font mj-include mj-html-attributes head-less',
  ),
]);
/** What runs, loads or takes more than text is shown as something that looks like it. */
const SHOWN_AS: ReadonlyMap<string, string> = new Map([
  ...each('div', 'form textarea select option optgroup noscript dialog details summary marquee'),
  ...each('span', 'mark samp data output blink acronym'),
  ...each('mj-text', 'mj-social mj-navbar mj-accordion mj-carousel'),
  ...each('span', 'mj-social-element mj-navbar-link'),
  ...each('div', 'mj-accordion-element mj-accordion-text'),
  ...each('strong', 'mj-accordion-title'),
]);

function each(value: string, names: string): ReadonlyArray<readonly [string, string]> {
  return names.split(' ').map((name) => [name, value] as const);
}

/** What an element becomes: the name it is shown under, `null` where only what is in it is shown. */
export const shownAs = (name: string, isMjml: boolean): string | null => {
  const as = SHOWN_AS.get(name) ?? name;
  return SHOWN.has(as) || (isMjml && LAID_OUT.has(as)) ? as : null;
};

/** The word for what goes whole, empty where nobody misses it; `null` for all that stays. */
export const goneAs = (name: string): string | null => GONE.get(name) ?? null;

export const VOID = words('br hr input col wbr img');
/** Nothing but rows and cells may stand directly in these. */
export const TABLE_PARTS = words('table thead tbody tfoot tr colgroup col');
export const PICTURES = words('img image mj-image mj-carousel-image amp-img');
/** In MJML, text is shown inside of these alone. */
export const HOLDS_TEXT = words('mj-text mj-button mj-table mj-raw');
