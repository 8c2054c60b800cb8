import { eventFeed } from '#events/feed.ts';
import { feedOf } from '../feed.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) =>
  new Response(eventFeed(await feedOf(event)), { headers: { 'content-type': 'application/atom+xml; charset=utf-8' } });
