import { SMTPServer } from 'smtp-server';

/** A mail server of our own, with what it was sent. */
export interface MailServer {
  readonly url: string;
  readonly received: string[];
  /** The answer to the next mails; undefined takes them. */
  refuseWith(code: number | undefined): void;
  /** Mails that have come and are not answered yet. */
  readonly held: number;
  /** Answers no mail until it is released. */
  hold(): void;
  release(): void;
  close(): Promise<void>;
}

export async function startMailServer(): Promise<MailServer> {
  const received: string[] = [];
  let refusal: number | undefined;
  let holding = false;
  let held = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_address, _session, callback) => {
      callback(refusal === undefined ? null : Object.assign(new Error('not now'), { responseCode: refusal }));
    },
    onData: (stream, _session, callback) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        // Never answered: whoever sends it does not learn whether it arrived.
        if (holding) return void (held += 1);
        received.push(Buffer.concat(chunks).toString());
        callback();
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    get held() {
      return held;
    },
    hold: () => (holding = true),
    release: () => (holding = false),
    refuseWith: (code) => (refusal = code),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
