import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:http';
import Provider from 'oidc-provider';

export interface Identity {
  readonly email: string;
  readonly verified: boolean;
}

export interface IdentityServer {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Signs in there, from the page it sent the browser to until it sends the browser back: that address. */
  signIn(page: string, subject: string): Promise<URL>;
  close(): Promise<void>;
}

/** A real OpenID provider on the own machine, where whoever is in `people` may sign in. */
export async function startIdentityServer(
  people: Readonly<Record<string, Identity>>,
  returnTo: string,
): Promise<IdentityServer> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const [clientId, clientSecret] = ['yuanlian', 'a secret that both of them know'];
  const provider = new Provider(issuer, {
    clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [returnTo] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    pkce: { required: () => true },
    findAccount: (_, id) => ({
      accountId: id,
      claims: () => ({ sub: id, email: people[id]?.email, email_verified: people[id]?.verified, name: id }),
    }),
  });
  server.on('request', provider.callback());
  return {
    issuer,
    clientId,
    clientSecret,
    signIn: (page, subject) => walk(page, subject, issuer),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

interface Step {
  readonly url: string;
  readonly body?: URLSearchParams;
}

/** What a browser does there: follows, keeps cookies, fills in the two forms. */
async function walk(page: string, subject: string, issuer: string): Promise<URL> {
  const jar = new Map<string, string>();
  let next: Step = { url: page };
  for (let step = 0; step < 12; step += 1) {
    const response = await ask(next, jar);
    const location = response.headers.get('location');
    if (location === null) next = formOf(await response.text(), { subject, url: next.url });
    else next = { url: new URL(location, next.url).href };
    if (new URL(next.url).origin !== issuer) return new URL(next.url);
  }
  throw new Error('the identity service never sent the browser back');
}

async function ask({ url, body }: Step, jar: Map<string, string>): Promise<Response> {
  const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  const init = body ? { method: 'POST', body } : {};
  const response = await fetch(url, { ...init, headers: { cookie }, redirect: 'manual' });
  for (const line of response.headers.getSetCookie()) {
    const pair = line.split(';', 1).join('');
    jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
  }
  return response;
}

function formOf(html: string, { subject, url }: { subject: string; url: string }) {
  const prompt = /name="prompt" value="(\w+)"/.exec(html)?.[1] ?? '';
  const action = /<form[^>]*action="([^"]+)"/.exec(html)?.[1] ?? '';
  const body = new URLSearchParams({ prompt, login: subject, password: 'x' });
  return { url: new URL(action, url).href, body };
}
