import { existsSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createReadableStream, getRequest } from '@sveltejs/kit/node';
import { startWords as words } from '#language/words/start.ts';
import { bodyLimit } from './body-limits.ts';
import { EnvironmentProblem } from './environment.ts';

interface KitServer {
  init(options: { env: Record<string, string | undefined>; read: (file: string) => ReadableStream }): Promise<void>;
  respond(request: Request, options: { getClientAddress: () => string; platform?: HandedOver }): Promise<Response>;
}

/** Where the hook puts the text of a public page. */
type HandedOver = Pick<App.Platform, 'page'>;

/** The built application: requests in, responses out. */
export interface Kit {
  /** A page as anybody sees it: no cookies, nothing of the reader's browser. */
  renderPublic(url: string, accept: string | undefined, requestId: string): Promise<Rendered>;
  /** Any other request, with all it brought. */
  respond(request: IncomingMessage, response: ServerResponse, asker: Asker): Promise<Response>;
}

/** A public answer; the text of a page comes beside its response. */
export interface Rendered {
  readonly response: Response;
  /** Set for a page, whose response is then empty: SvelteKit would hash, encode and stream what is read back at once. */
  readonly page: string | undefined;
}

export interface Asker {
  readonly requestId: string;
  readonly address: string;
}

export interface KitSettings {
  readonly buildFolder: string;
  readonly origin: string;
  /** When the operator named no origin, the host of the address bar is believed for what is not kept. */
  readonly originIsSet: boolean;
}

export async function loadKit(settings: KitSettings): Promise<Kit> {
  const file = join(settings.buildFolder, 'adapter-node.js');
  if (!existsSync(file)) throw new EnvironmentProblem(words.notBuilt);
  const { server } = (await import(pathToFileURL(file).href)) as { server: KitServer };
  const client = join(settings.buildFolder, 'client');
  await server.init({ env: process.env, read: (name) => createReadableStream(join(client, name)) });
  return kitFrom(server, settings);
}

const oneClick = /^\/(?:zh|en)\/unsubscribe\/[\w.-]+$/;

function kitFrom(server: KitServer, { origin, originIsSet }: KitSettings): Kit {
  return {
    renderPublic: async (url, accept, requestId) => {
      const headers = { accept: accept ?? '*/*', 'x-request-id': requestId };
      const platform: HandedOver = {};
      const asked = new Request(origin + url, { headers });
      const response = await server.respond(asked, { getClientAddress: () => '', platform });
      return { response, page: platform.page };
    },
    respond: (request, response, { requestId, address }) => {
      request.headers['x-request-id'] = requestId;
      // Where no origin is named, the form's own host decides whether a form came from this site.
      const base = originIsSet ? origin : `http://${request.headers.host ?? ''}`;
      // A mail program stops a mailing with a POST of its own (RFC 8058): the signed link itself is the permission.
      if (oneClick.test(request.url ?? '')) request.headers.origin ??= base;
      const asked = getRequest({ request, response, base, bodySizeLimit: bodyLimit(request.url ?? '').bytes });
      return server.respond(asked, { getClientAddress: () => address });
    },
  };
}
