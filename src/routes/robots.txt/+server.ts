import { text } from '@sveltejs/kit';
import { robotsTxt } from '#publishing/security-contact.ts';
import type { RequestHandler } from './$types';

const plain = { 'content-type': 'text/plain; charset=utf-8' };

export const GET: RequestHandler = ({ locals }) => text(robotsTxt(locals.config.origin), { headers: plain });
