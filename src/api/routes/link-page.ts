import { createHash } from 'node:crypto';
import { PASSWORD } from '../../app/server/sign-in/create-sign-in.ts';

export interface LinkPage {
  readonly title: string;
  readonly says: string;
  /** A path of ours whose last part is percent-encoded: nothing in the page comes from outside unescaped. */
  readonly action: string;
  readonly asksEmail: boolean;
}

/** The same look as the console, for a page that works without a script. */
const STYLES = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; background: light-dark(#f6f7f9, #101319); color: light-dark(#16191f, #eceef3); }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; }
main { box-sizing: border-box; width: 100%; max-width: 25rem; padding: 40px 24px; }
h1 { margin: 0 0 8px; font-size: 1.75rem; line-height: 1.2; letter-spacing: -0.015em; }
p { margin: 0 0 16px; }
.says { color: light-dark(#50586a, #a6afc0); margin-bottom: 24px; }
label { display: block; font-weight: 600; }
input { box-sizing: border-box; width: 100%; min-height: 42px; margin-top: 4px; padding: 0 12px; font: inherit; color: inherit; background: light-dark(#ffffff, #181c24); border: 1px solid light-dark(#7b8496, #7d879a); border-radius: 8px; }
button { width: 100%; min-height: 42px; margin-top: 8px; font: inherit; font-weight: 600; color: #ffffff; background: light-dark(#1d4fbf, #2f60cf); border: 0; border-radius: 8px; cursor: pointer; }
:focus-visible { outline: 3px solid light-dark(#1d4fbf, #8fb4ff); outline-offset: 2px; }
`;

/** What the page may do: show these styles and send its form to us. */
export const LINK_PAGE_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLES).digest('base64')}'`,
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The page to which a link leads that is good once. */
export const linkPage = ({ title, says, action, asksEmail }: LinkPage): string => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<style>${STYLES}</style>
<main>
<h1>${title}</h1>
<p class="says">${says}</p>
<form method="post" action="${action.replaceAll("'", '%27')}">
<p><label>Name<br><input name="name" autocomplete="name" maxlength="200" required></label></p>
${asksEmail ? '<p><label>Mail address<br><input name="email" type="email" autocomplete="username" required></label></p>\n' : ''}<p><label>Password, at least ${PASSWORD.minimum} characters<br><input name="password" type="password" autocomplete="new-password" minlength="${PASSWORD.minimum}" maxlength="${PASSWORD.maximum}" required></label></p>
<p><button>Go on</button></p>
</form>
</main>
</html>
`;
