declare module 'mjml-browser' {
  interface Compiled {
    readonly html: string;
  }
  /** Lays MJML out as HTML. */
  export default function mjml2html(
    source: string,
    options: {
      readonly validationLevel: 'skip';
      readonly fonts: Readonly<Record<string, string>>;
      readonly keepComments: boolean;
    },
  ): Compiled | Promise<Compiled>;
}
