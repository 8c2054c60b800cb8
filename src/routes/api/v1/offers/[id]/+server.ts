import { reading } from '../../answer.ts';
import { endpoints } from '../../endpoints.ts';
import { listingPage } from '../../listings.server.ts';

export const { GET, OPTIONS, fallback } = reading(endpoints.offer, (event, { lang }) =>
  listingPage(event, 'offer', lang),
);
