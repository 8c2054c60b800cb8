import { rssFeed } from '#news/feed.ts';
import { feedResponse } from '../feed.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => feedResponse(event, 'application/rss+xml', rssFeed);
