import { Link } from 'react-router';
import { Page } from '../parts/page.tsx';

export function NotHere() {
  return (
    <Page
      title="There is nothing at this address"
      says="It may have been mistyped, or what it showed was taken away."
    >
      <Link to="/">Go to the overview</Link>
    </Page>
  );
}
