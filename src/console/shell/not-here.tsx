import { Link } from 'react-router';
import { Empty } from '../parts/empty.tsx';

export function NotHere() {
  return (
    <Empty title="There is nothing at this address" action={<Link to="/">Go to the overview</Link>}>
      It may have been mistyped, or what it showed was taken away.
    </Empty>
  );
}
