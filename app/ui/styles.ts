import publicCss from './styles/public.scss?url';
import staffCss from './styles/staff.scss?url';

/** `links` of a staff route. */
export const staffStyles = () => [{ rel: 'stylesheet', href: staffCss }];

/** `links` of a route where families come: a third of the weight. */
export const publicStyles = () => [{ rel: 'stylesheet', href: publicCss }];
