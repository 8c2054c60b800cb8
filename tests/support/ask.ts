import { request } from 'node:http';

export interface Answer {
  readonly status: number;
  readonly place: string;
  readonly body: string;
}

export interface Asked {
  readonly path: string;
  readonly method: string;
  readonly headers?: Record<string, string> | undefined;
}

const sent = 'id=1&article=1&zone=34101001&role=operator&state=published';

/** What the program at that port says to a browser with that session; what is sent to it is a form with the same fields each time. */
export function answerOf(
  port: number,
  { path, method, headers = {}, token }: Asked & { token: string | undefined },
): Promise<Answer> {
  const sends = ['POST', 'PUT', 'PATCH', 'DELETE'].includes(method);
  const all = {
    host: `localhost:${port}`,
    accept: 'text/html',
    ...(token && { cookie: `yuanlian-session=${token}` }),
    ...(sends && { origin: `http://localhost:${port}`, 'content-type': 'application/x-www-form-urlencoded' }),
    ...headers,
  };
  return new Promise((resolve, reject) => {
    const asking = request({ port, path, method, headers: all, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const body = Buffer.concat(chunks).toString();
        resolve({ status: response.statusCode ?? 0, place: String(response.headers.location ?? ''), body });
      });
    });
    asking.on('error', reject);
    asking.end(sends ? sent : undefined);
  });
}
