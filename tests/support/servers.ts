import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo, Server as SocketServer, Socket } from 'node:net';

const open: (Server | SocketServer)[] = [];
const sockets = new Set<Socket>();

/** Puts a server on a free port of 127.0.0.1 until `closeServers`. */
export async function listen(server: Server | SocketServer): Promise<number> {
  server.on('connection', keepSocket);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  open.push(server);
  return (server.address() as AddressInfo).port;
}

export function keepSocket(socket: Socket): void {
  sockets.add(socket);
  socket.on('error', () => undefined);
}

/** A site on this machine that answers as told. */
export function serve(answer: RequestListener): Promise<number> {
  return listen(createServer(answer));
}

export function closeServers(): void {
  for (const socket of sockets) socket.destroy();
  sockets.clear();
  for (const one of open.splice(0)) one.close();
}
