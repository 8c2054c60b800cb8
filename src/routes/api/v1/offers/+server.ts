import { reading } from '../answer.ts';
import { endpoints } from '../endpoints.ts';
import { boardPage } from '../listings.server.ts';

export const { GET, OPTIONS, fallback } = reading(endpoints.offers, (event, query) => boardPage(event, 'offer', query));
