import { staffStyles } from '#app/ui/styles.ts';
import { titleOf } from '#app/ui/Page.tsx';

export { staffStyles as links };
export const meta = () => titleOf('Page not found');

/** Every address that is no page. */
export function loader(): never {
  throw new Response('If you typed the address, check that it is right.', { status: 404 });
}

export default function Nowhere() {
  return null;
}
