import { channel } from 'node:diagnostics_channel';

/**
 * Within one process: passes on which tags have changed to the built application, which is a program of its own beside
 * `server.ts` and shares no module with it. A channel of Node is the same for both, and delivers before it returns.
 */
const heard = channel('yuanlian:changed');

/** `undefined`: something may have been missed, so anything may have changed. */
export function passOn(tags: readonly string[] | undefined): void {
  heard.publish({ tags });
}

export function whenChanged(tag: string, then: () => void): void {
  heard.subscribe((message) => {
    const { tags } = message as { tags: readonly string[] | undefined };
    if (tags === undefined || tags.includes(tag)) then();
  });
}
