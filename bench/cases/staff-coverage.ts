import { links } from '#app/http/links.ts';
import { staffPage } from '../staff-pages.ts';

export default staffPage({
  id: 'staff-coverage',
  what: 'How long the page of what is covered takes, requirement by requirement.',
  goal: 1 / 20,
  path: ({ programme }) => links.coverage(programme.id),
});
