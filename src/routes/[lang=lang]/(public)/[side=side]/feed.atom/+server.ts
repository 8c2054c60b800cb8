import { atomFeed } from '#listings/feed.ts';
import { feedResponse } from '../feed.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
  feedResponse(event, event.params.side, { type: 'application/atom+xml', write: atomFeed });
